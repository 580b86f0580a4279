import type { SetFeatures } from "./data-sync";

/** Addresses of the shapes that only the map draws: they hold no records. */
const urls = import.meta.glob<string>("../../data/{border-line,border-ticks}.geojson", {
  query: "?url",
  import: "default",
  eager: true,
});

async function fetchCollection(file: string, signal: AbortSignal): Promise<GeoJSON.FeatureCollection> {
  const url = urls[`../../data/${file}`];
  if (url === undefined) throw new Error(`no such data file: ${file}`);
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  return (await response.json()) as GeoJSON.FeatureCollection;
}

/**
 * Fetches a drawing that belongs to no record and sets it as the source of the same name. Should it not arrive, `tell` is
 * called and the source stays empty. Answers how to stop.
 */
export function loadDrawing(name: "border-line" | "border-ticks", set: SetFeatures, tell: () => void): () => void {
  const controller = new AbortController();
  fetchCollection(`${name}.geojson`, controller.signal).then(
    (features) => set(name, features),
    () => {
      set(name, { type: "FeatureCollection", features: [] });
      if (!controller.signal.aborted) tell();
    },
  );
  return () => controller.abort();
}
