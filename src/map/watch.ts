import type { Map as MapLibreMap } from "maplibre-gl";
import type { Notice } from "../state/page";

/** How soon a worker that has said nothing is looked into. */
const FIRST_LOOK_SECONDS = 8;
/** Long enough for a slow phone: a worker that only lags must not be called dead. */
const WORKER_SECONDS = 30;
/** How long a lost graphics card may take to come back before the reader is offered something better than waiting. */
const CONTEXT_SECONDS = 5;

/** What the watch tells, and where the map's parts come from. */
export interface MapWatch {
  /** Shows a notice. */
  readonly tell: (notice: Notice) => void;
  /** Takes a notice away again, if it still shows. */
  readonly withdraw: (key: string) => void;
  /** Called when an online base map does not answer. */
  readonly leaveOnline: () => void;
  readonly workerUrl: string;
}

const RELOAD = { key: "action.reload", run: () => location.reload() };

/** Whether the script of the worker can be had at all; false for a missing file and for anything but a script. */
async function canBeFetched(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WORKER_SECONDS * 1000) });
    await response.body?.cancel();
    return response.ok && /javascript|ecmascript/i.test(response.headers.get("content-type") ?? "");
  } catch {
    return false;
  }
}

/**
 * Watches a map for what the reader should know: a fault is told once however often it happens; silence of the worker,
 * without which nothing is drawn, and a graphics card that does not come back are among them. Answers how to stop.
 */
export function watchMap(map: MapLibreMap, { tell, withdraw, leaveOnline, workerUrl }: MapWatch): () => void {
  const told = new Set<string>();
  const once = (notice: Notice) => {
    if (told.has(notice.key)) return;
    told.add(notice.key);
    tell(notice);
  };
  const workerFailed = () => once({ key: "notice.map-worker", action: RELOAD, offersList: true });
  const firstLook = setTimeout(async () => {
    if (!(await canBeFetched(workerUrl))) workerFailed();
  }, FIRST_LOOK_SECONDS * 1000);
  const silence = setTimeout(workerFailed, WORKER_SECONDS * 1000);
  const stopWaiting = () => {
    clearTimeout(firstLook);
    clearTimeout(silence);
  };
  map.on("error", (event) => {
    const { error } = event;
    const source = "sourceId" in event ? event.sourceId : undefined;
    if (source === "openfreemap" || source === "relief-online") {
      once({ key: "notice.basemap-failed" });
      leaveOnline();
    } else if (/worker/i.test(error.message)) workerFailed();
    else once({ key: "notice.map-tiles", action: RELOAD });
  });
  map.on("sourcedata", ({ source, tile }) => {
    // Pictures are drawn without the worker, and a source can be there before any of its tiles: neither is its word.
    if (tile && source.type !== "raster") stopWaiting();
  });
  map.once("load", stopWaiting);
  let lost: ReturnType<typeof setTimeout> | undefined;
  map.on("webglcontextlost", () => {
    clearTimeout(lost);
    lost = setTimeout(() => once({ key: "notice.map-lost", action: RELOAD, offersList: true }), CONTEXT_SECONDS * 1000);
  });
  map.on("webglcontextrestored", () => {
    clearTimeout(lost);
    told.delete("notice.map-lost");
    withdraw("notice.map-lost");
  });
  return () => {
    stopWaiting();
    clearTimeout(lost);
  };
}
