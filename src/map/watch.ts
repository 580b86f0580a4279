import type { Map as MapLibreMap } from "maplibre-gl";
import type { Notice } from "../state/page";

/** Long enough for a slow phone: a worker that only lags must not be called dead. */
const WORKER_SECONDS = 30;

/**
 * Watches a map for what the reader should know: a fault is told once however often it happens; silence of the worker,
 * without which nothing is drawn, is one of them. `leaveOnline` is called when an online base map does not answer. Answers
 * how to stop.
 */
export function watchMap(map: MapLibreMap, tell: (notice: Notice) => void, leaveOnline: () => void): () => void {
  const told = new Set<string>();
  const once = (notice: Notice) => {
    if (told.has(notice.key)) return;
    told.add(notice.key);
    tell(notice);
  };
  const silence = setTimeout(() => once({ key: "notice.map-worker" }), WORKER_SECONDS * 1000);
  map.on("error", (event) => {
    const { error } = event;
    const source = "sourceId" in event ? event.sourceId : undefined;
    if (source === "openfreemap" || source === "relief-online") {
      once({ key: "notice.basemap-failed" });
      leaveOnline();
    } else if (/worker/i.test(error.message)) once({ key: "notice.map-worker" });
    else once({ key: "notice.map-tiles" });
  });
  map.on("sourcedata", ({ isSourceLoaded }) => {
    if (isSourceLoaded) clearTimeout(silence);
  });
  map.on("webglcontextlost", () => once({ key: "notice.map-lost" }));
  map.on("webglcontextrestored", () => told.delete("notice.map-lost"));
  return () => clearTimeout(silence);
}
