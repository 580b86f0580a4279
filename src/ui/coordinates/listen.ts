import { frameOf } from "../../picture/frame";
import { metersPerPx } from "../../state/scale";
import type { Atlas } from "../context";
import { openPlace } from "./place";

const LONG_PRESS_MILLISECONDS = 600;
/** A press that moves farther is a drag. */
const STILL_PX = 8;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

/** Opens the coordinates of the point of the map at these px of the window, or of its middle; no finer than a pixel. */
export function openPlaceAt({ page, shell }: Atlas, map: HTMLElement, at: { x: number; y: number } | null): void {
  const { left, top, width, height } = map.getBoundingClientRect();
  const { camera } = page.model.view.peek();
  const point = at ? { x: at.x - left, y: at.y - top } : { x: width / 2, y: height / 2 };
  const [lng, lat] =
    page.map.peek()?.positionAt(point) ?? frameOf(camera, width, height).toPosition([point.x, point.y]);
  openPlace(shell, { lng, lat, radiusMeters: metersPerPx(lat, camera.zoom) });
}

/**
 * Listens on the map for what asks for a place's coordinates: the right button, a long press, the menu key and
 * Shift+F10. Answers how to stop.
 */
export function listenForPlaces(atlas: Atlas, map: HTMLElement): () => void {
  let press: Press | null = null;
  const drop = () => {
    clearTimeout(press?.timer);
    press = null;
  };
  const onDown = (event: PointerEvent) => {
    drop();
    // A tool that takes vertices off by the same press has it first.
    if (!event.isPrimary || atlas.page.tool.peek()?.removeVertex) return;
    const { clientX: x, clientY: y } = event;
    const isLong = event.pointerType === "touch";
    const open = () => {
      drop();
      openPlaceAt(atlas, map, { x, y });
    };
    if (isLong || event.button === 2)
      press = { x, y, timer: isLong ? setTimeout(open, LONG_PRESS_MILLISECONDS) : undefined };
  };
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > STILL_PX) drop();
  };
  const onUp = (event: PointerEvent) => {
    const still = press;
    drop();
    // On release, so that dragging with the right button still turns the map.
    if (still && event.button === 2) openPlaceAt(atlas, map, still);
  };
  const onMenu = (event: Event) => event.preventDefault();
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey)) return;
    event.preventDefault();
    openPlaceAt(atlas, map, null);
  };
  const listeners = [
    ["pointerdown", onDown],
    ["pointermove", onMove],
    ["pointerup", onUp],
    ["pointercancel", drop],
    ["contextmenu", onMenu],
    ["keydown", onKey],
  ] as const;
  // In the capturing phase: the map may keep events to itself.
  for (const [name, listener] of listeners) map.addEventListener(name, listener as EventListener, true);
  return () => {
    drop();
    for (const [name, listener] of listeners) map.removeEventListener(name, listener as EventListener, true);
  };
}
