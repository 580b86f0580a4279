import type { AtlasFeature } from "../../data/feature";
import type { Layer } from "../../data/manifest";

interface Known {
  readonly layer: Layer;
  readonly feature: AtlasFeature;
}

/** The feature with this id, in whatever layer, or null. */
export function findById(features: ReadonlyMap<string, Known>, id: string): Known | null {
  for (const known of features.values()) if (known.feature.id === id) return known;
  return null;
}
