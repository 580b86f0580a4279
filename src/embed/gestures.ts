import { project, unproject, worldPx } from "../state/camera";
import type { Camera, FeatureReference } from "../state/view";
import { featuresOn, makeTabStop } from "./drawing";
import { referenceOf } from "./light-session";

/** How far a press may wander and still be a click. */
const CLICK_PX = 5;
const WHEEL_PER_ZOOM = 300;
const ZOOM_RANGE = [1, 14] as const;
const ARROW_PX = 80;

/** What the gestures of a map may ask for. */
export interface MapActions {
  camera(): Camera;
  setCamera(camera: Camera): void;
  select(reference: FeatureReference): void;
  /** False while the map must not move: never, or not before it was pressed once. */
  canMove(): boolean;
  /** A press on the map itself. */
  press(): void;
  /** The wheel turned over the map without the key that zooms. */
  hintWheel(): void;
  /** Shifts and scales the picture until it is drawn again. */
  preview(x: number, y: number, scale: number): void;
}

/** `camera` moved by CSS px, rightward and downward. */
export function pannedBy(camera: Camera, right: number, down: number): Camera {
  const size = worldPx(camera.zoom);
  const turn = (camera.bearing * Math.PI) / 180;
  const [x, y] = project([camera.lng, camera.lat]);
  const [lng, lat] = unproject([
    x + (right * Math.cos(turn) - down * Math.sin(turn)) / size,
    y + (right * Math.sin(turn) + down * Math.cos(turn)) / size,
  ]);
  return { ...camera, lng, lat };
}

/** `camera` at another zoom, kept within what a drawn map can show. */
export const zoomedTo = (camera: Camera, zoom: number): Camera => ({
  ...camera,
  zoom: Math.min(ZOOM_RANGE[1], Math.max(ZOOM_RANGE[0], zoom)),
});

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -ARROW_PX],
  ArrowDown: [0, ARROW_PX],
  ArrowLeft: [-ARROW_PX, 0],
  ArrowRight: [ARROW_PX, 0],
};

const keyAt = (target: EventTarget | null) =>
  referenceOf(target instanceof Element ? target.closest("[data-key]")?.getAttribute("data-key") : null);

function listenToMouse(map: HTMLElement, actions: MapActions): void {
  let start: { readonly x: number; readonly y: number } | null = null;
  let hasDragged = false;
  map.addEventListener("pointerdown", (event) => {
    hasDragged = false;
    if (event.pointerType !== "touch" && event.button === 0) start = { x: event.clientX, y: event.clientY };
  });
  window.addEventListener("pointermove", (event) => {
    if (start && actions.canMove()) actions.preview(event.clientX - start.x, event.clientY - start.y, 1);
  });
  window.addEventListener("pointerup", (event) => {
    if (!start) return;
    const [right, down] = [event.clientX - start.x, event.clientY - start.y];
    start = null;
    if (actions.canMove() && Math.hypot(right, down) >= CLICK_PX) {
      hasDragged = true;
      actions.setCamera(pannedBy(actions.camera(), -right, -down));
    } else actions.preview(0, 0, 1);
  });
  map.addEventListener("click", (event) => {
    // The click that ends a drag chooses nothing.
    if (hasDragged) return;
    actions.press();
    const reference = keyAt(event.target);
    if (reference) actions.select(reference);
  });
  map.addEventListener(
    "wheel",
    (event) => {
      if (!actions.canMove()) return;
      if (!event.ctrlKey && !event.metaKey) {
        actions.hintWheel();
        return;
      }
      event.preventDefault();
      actions.setCamera(zoomedTo(actions.camera(), actions.camera().zoom - event.deltaY / WHEEL_PER_ZOOM));
    },
    { passive: false },
  );
}

const middleOf = (touches: TouchList) => {
  const [a, b] = [touches[0], touches[1]];
  if (!a || !b) return null;
  return {
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
    spread: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
  };
};

/** One finger scrolls the page around the frame; two move and zoom the map. */
function listenToTouch(map: HTMLElement, actions: MapActions): void {
  let start: ReturnType<typeof middleOf> = null;
  let last: ReturnType<typeof middleOf> = null;
  map.addEventListener(
    "touchmove",
    (event) => {
      const middle = middleOf(event.touches);
      if (!middle || !actions.canMove()) return;
      event.preventDefault();
      start ??= middle;
      last = middle;
      actions.preview(middle.x - start.x, middle.y - start.y, middle.spread / Math.max(1, start.spread));
    },
    { passive: false },
  );
  const end = () => {
    if (start && last) {
      const moved = pannedBy(actions.camera(), start.x - last.x, start.y - last.y);
      actions.setCamera(zoomedTo(moved, moved.zoom + Math.log2(last.spread / Math.max(1, start.spread))));
    }
    start = null;
    last = null;
  };
  map.addEventListener("touchend", end);
  map.addEventListener("touchcancel", end);
}

/** Moves the focus from one feature to the next or the last before it. */
function stepFrom(map: HTMLElement, feature: SVGElement, by: 1 | -1): void {
  const features = featuresOn(map);
  const next = features.at((features.indexOf(feature) + by) % features.length);
  makeTabStop(map, next);
  next?.focus();
}

/** Lets the drawn map in `map` be dragged, zoomed and pressed, by mouse, fingers or keys, without keeping the page from scrolling. */
export function listenOnMap(map: HTMLElement, actions: MapActions): void {
  listenToMouse(map, actions);
  listenToTouch(map, actions);
  map.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    const isPress = event.key === "Enter" || event.key === " ";
    const reference = isPress ? keyAt(event.target) : null;
    const camera = actions.camera();
    if (reference) actions.select(reference);
    else if (arrow && event.target instanceof SVGElement) stepFrom(map, event.target, arrow[0] + arrow[1] > 0 ? 1 : -1);
    else if (isPress && event.target === map) actions.press();
    else if (!actions.canMove()) return;
    else if (arrow) actions.setCamera(pannedBy(camera, ...arrow));
    else if (event.key === "+" || event.key === "=") actions.setCamera(zoomedTo(camera, camera.zoom + 1));
    else if (event.key === "-") actions.setCamera(zoomedTo(camera, camera.zoom - 1));
    else return;
    event.preventDefault();
  });
}
