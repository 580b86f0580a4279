import type { AtlasFeature } from "./feature";
import { fetchFeatures } from "./fetch-features";
import { dataUrl } from "./files";
import type { Layer } from "./manifest";

/**
 * The features of a layer's file. Rejects with a DataError that names the file and what was wrong, or with the reason
 * of `signal` when that is aborted.
 */
export function loadLayer(layer: Layer, signal: AbortSignal): Promise<readonly AtlasFeature[]> {
  return fetchFeatures(layer.file, dataUrl(layer.file), { signal });
}
