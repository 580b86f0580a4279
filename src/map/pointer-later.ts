import { effect } from "@preact/signals-core";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import type { Page } from "../state/page";

/** What shows that the map is about to be used, or has nothing else to wait for. */
const SIGNS = ["idle", "mousemove", "mousedown", "touchstart"] as const;

/**
 * Pointing and clicking, fetched once the map rests, is pointed at or a tool is in hand; a click made in the meantime
 * counts,
 * and so does the last movement. Should it not arrive, the next movement asks again. Answers how to stop.
 */
export function keepPointerLater(map: MapLibreMap, page: Page): () => void {
  let stop = () => {};
  let isKept = true;
  let isAsked = false;
  let clicked: MapMouseEvent | null = null;
  let moved: MapMouseEvent | null = null;
  const onClick = (event: MapMouseEvent) => {
    clicked = event;
  };
  const onMove = (event: MapMouseEvent) => {
    moved = event;
  };
  const unlisten = () => {
    map.off("click", onClick);
    map.off("mousemove", onMove);
    for (const sign of SIGNS) map.off(sign, fetchPointer);
  };
  const fetchPointer = () => {
    if (isAsked) return;
    isAsked = true;
    import("./pointer").then(
      ({ keepPointer }) => {
        if (!isKept) return;
        unlisten();
        stop = keepPointer(map, page, { clicked, moved });
      },
      () => {
        isAsked = false;
      },
    );
  };
  map.on("click", onClick);
  map.on("mousemove", onMove);
  for (const sign of SIGNS) map.on(sign, fetchPointer);
  const stopFollowing = effect(() => {
    if (page.tool.value) fetchPointer();
  });
  return () => {
    isKept = false;
    stopFollowing();
    unlisten();
    stop();
  };
}
