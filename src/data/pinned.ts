import type { Correction } from "./correction";
import type { AtlasFeature } from "./feature";
import { fetchFeatures } from "./fetch-features";
import type { Layer, Manifest } from "./manifest";
import { correctionsSince } from "./version-order";

/** The data of one kept version: its manifest, its layers, its sources, and what has been corrected since. */
export interface PinnedData {
  readonly manifest: Manifest;
  readonly sourcesUrl: string;
  /** Null when it could not be found out. */
  readonly corrections: readonly Correction[] | null;
  readonly load: (layer: Layer, signal: AbortSignal) => Promise<readonly AtlasFeature[]>;
}

const here = import.meta.url;
/** Kept versions lie in a folder of their own, under addresses that no build changes. */
const folderUrl = (): string => new URL(import.meta.env.DEV ? "/data/" : "../data/", here).href;

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  return response.ok ? response.json() : null;
}

const isManifest = (value: unknown): value is Manifest =>
  typeof value === "object" && value !== null && "layers" in value && Array.isArray(value.layers);

async function fetchCorrections(version: string): Promise<readonly Correction[] | null> {
  const file = (await fetchJson(`${folderUrl()}corrections.json`).catch(() => null)) as {
    corrections?: readonly Correction[];
  } | null;
  return Array.isArray(file?.corrections) ? correctionsSince(file.corrections, version) : null;
}

/** The data of a version; null when this atlas does not keep it, or it cannot be read. Never rejects. */
export async function loadPinned(version: string): Promise<PinnedData | null> {
  const folder = `${folderUrl()}${version}/`;
  const [manifest, corrections] = await Promise.all([
    fetchJson(`${folder}layers.json`).catch(() => null),
    fetchCorrections(version),
  ]);
  if (!isManifest(manifest)) return null;
  return {
    manifest,
    sourcesUrl: `${folder}sources.json`,
    corrections,
    load: (layer, signal) => fetchFeatures(layer.file, `${folder}${layer.file}`, { signal }),
  };
}
