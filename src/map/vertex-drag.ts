import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import { dropGrab, grabOnPage, removeAt } from "../state/grab";
import { createLongPress } from "../state/long-press";
import type { ScreenPoint } from "../state/map-handle";
import type { Page } from "../state/page";
import { REACH_PX } from "./reach";

/**
 * Lets the tool in hand have its vertices and legs dragged by mouse or finger, and vertices taken off by a right click or a
 * long press. Answers how to stop.
 */
export function keepVertexDrag(map: MapLibreMap, page: Page): () => void {
  const canvas = map.getCanvas();
  const pixelOf = ([lng, lat]: readonly [number, number]) => map.project([lng, lat]);
  const press = createLongPress((at) => removeAt(page, pixelOf, at, REACH_PX.touch));
  const grabbed = (at: ScreenPoint) => grabOnPage(page, pixelOf, at, REACH_PX.touch);
  /** The browser may still make a click of a long press. */
  const swallowClick = (event: Event) => event.stopImmediatePropagation();

  const onDown = (event: MapMouseEvent | MapTouchEvent) => {
    canvas.removeEventListener("click", swallowClick, true);
    const tool = page.tool.peek();
    const isMain = !("button" in event.originalEvent) || event.originalEvent.button === 0;
    const grab = isMain ? grabbed(event.point) : null;
    if (!tool || !grab) return;
    event.preventDefault();
    const from = event.point;
    if (event.type === "touchstart") press.begin(from);
    const end = event.type === "mousedown" ? "mouseup" : "touchend";
    map.once(end, ({ point, lngLat }) => {
      if (press.end()) canvas.addEventListener("click", swallowClick, true);
      else dropGrab(tool, grab, from, point, [lngLat.lng, lngLat.lat]);
    });
  };
  const onMove = ({ point }: MapTouchEvent) => press.move(point);
  const onCancel = () => void press.end();
  const onMenu = (event: MapMouseEvent) => {
    if (press.menu(event.point)) event.preventDefault();
  };
  map.on("mousedown", onDown);
  map.on("touchstart", onDown);
  map.on("touchmove", onMove);
  map.on("touchcancel", onCancel);
  map.on("contextmenu", onMenu);
  return () => {
    press.end();
    canvas.removeEventListener("click", swallowClick, true);
    map.off("mousedown", onDown);
    map.off("touchstart", onDown);
    map.off("touchmove", onMove);
    map.off("touchcancel", onCancel);
    map.off("contextmenu", onMenu);
  };
}
