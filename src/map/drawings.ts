import { dataUrl } from "../data/files";
import type { Countries } from "./countries";
import type { SetFeatures } from "./data-sync";

async function fetchCollection<T extends GeoJSON.FeatureCollection>(file: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(dataUrl(file), signal ? { signal } : {});
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  return (await response.json()) as T;
}

/** Fetches the outlines of countries; rejects with an Error that names the file. */
export const loadCountries = (): Promise<Countries> => fetchCollection<Countries>("world-countries.geojson");

/**
 * Fetches a drawing that belongs to no record and sets it as the source of the same name. Without it the map stays as it
 * is. Answers how to stop.
 */
export function loadDrawing(name: "border-line" | "border-ticks", set: SetFeatures): () => void {
  const controller = new AbortController();
  fetchCollection(`${name}.geojson`, controller.signal).then(
    (features) => set(name, features),
    () => set(name, { type: "FeatureCollection", features: [] }),
  );
  return () => controller.abort();
}
