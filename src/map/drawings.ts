import lineUrl from "../../data/border-line.geojson?url";
import ticksUrl from "../../data/border-ticks.geojson?url";
import { fetchShapes } from "../data/fetch-shapes";
import type { SetFeatures } from "./data-sync";

/** Addresses of the shapes that only the map draws: they hold no records. */
const URLS = { "border-line": lineUrl, "border-ticks": ticksUrl };

/**
 * Fetches a drawing that belongs to no record and sets it as the source of the same name. Should it not arrive, `tell` is
 * called and the source stays empty. Answers how to stop.
 */
export function loadDrawing(name: keyof typeof URLS, set: SetFeatures, tell: () => void): () => void {
  const controller = new AbortController();
  fetchShapes(URLS[name], controller.signal).then(
    (features) => set(name, features),
    () => {
      set(name, { type: "FeatureCollection", features: [] });
      if (!controller.signal.aborted) tell();
    },
  );
  return () => controller.abort();
}
