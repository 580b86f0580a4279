import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Manifest } from "../data/manifest";
import type { SetFeatures } from "./data-sync";

/** The property by which a feature in a shared source says which of our sources it came from. */
const FROM = "from";

/** Sources that the map holds as one. */
export type Sharing = ReadonlyMap<string, string>;

/**
 * Which of our sources lie together in one source of the map, by the name of that. MapLibre cuts each source into tiles of
 * its own and masks the screen anew wherever two layers that follow one another differ in source, so that many small ones
 * cost more than their features do. Areas, which are large, and the reader's own layers keep sources of their own.
 */
export function sharingOf({ layers }: Manifest): Sharing {
  const records = layers.filter(({ draw }) => draw !== "area" && draw !== "own").map(({ id }) => id);
  return new Map([
    ...[...records, "border-line", "border-ticks"].map((id) => [id, "records"] as const),
    ["pointed", "emphasis"],
    ["selected", "emphasis"],
  ]);
}

/** The layer as it reads its features from the shared source, if its source is shared. */
export function onSharedSource(layer: LayerSpecification, sharing: Sharing): LayerSpecification {
  const shared = "source" in layer ? sharing.get(layer.source) : undefined;
  if (shared === undefined || !("source" in layer)) return layer;
  const isFrom: ExpressionSpecification = ["==", ["get", FROM], layer.source];
  const filter = "filter" in layer && layer.filter !== undefined ? ["all", isFrom, layer.filter] : isFrom;
  return { ...layer, source: shared, filter } as LayerSpecification;
}

/** The source that a drawn feature came from: the shared one says so by a property. */
export const cameFrom = (source: string, properties: GeoJSON.GeoJsonProperties): string =>
  String(properties?.[FROM] ?? source);

/** Sets features on the map's own sources, where shared ones are set whole, once for all that changes together. */
export function setShared(set: SetFeatures, sharing: Sharing): SetFeatures {
  const parts = new Map<string, readonly GeoJSON.Feature[]>();
  const waiting = new Set<string>();
  const flush = (shared: string) => {
    waiting.delete(shared);
    const features = [...sharing].flatMap(([id, name]) => (name === shared ? (parts.get(id) ?? []) : []));
    set(shared, { type: "FeatureCollection", features });
  };
  return (source, { features, ...rest }) => {
    const shared = sharing.get(source);
    if (shared === undefined) {
      set(source, { features, ...rest });
      return;
    }
    const told = features.map((feature) => ({ ...feature, properties: { ...feature.properties, [FROM]: source } }));
    parts.set(source, told);
    if (waiting.has(shared)) return;
    waiting.add(shared);
    queueMicrotask(() => flush(shared));
  };
}
