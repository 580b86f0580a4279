import { project, unproject, worldPx } from "../../state/camera";
import { dropGrab, type Grab, grabOnPage, removeAt } from "../../state/grab";
import { createLongPress } from "../../state/long-press";
import type { ScreenPoint } from "../../state/map-handle";
import type { Page } from "../../state/page";
import type { FeatureReference } from "../../state/view";
import { pixelOf, positionUnder } from "../pixel";

/** How far a press may wander and still be a click. */
const CLICK_PX = 5;
/** How far from a vertex or leg a press still means it. */
const GRAB_PX = 14;
const WHEEL_PER_ZOOM = 400;
const ZOOM_RANGE = [0, 18] as const;
const ARROW_PX = 100;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -ARROW_PX],
  ArrowDown: [0, ARROW_PX],
  ArrowLeft: [-ARROW_PX, 0],
  ArrowRight: [ARROW_PX, 0],
};

/** What gestures need to know of the picture that they move. */
export interface PictureSurface {
  /** Moves the picture by CSS px from where it was drawn. */
  shift(x: number, y: number): void;
  /** The feature under a press or a pointer. */
  referenceAt(event: MouseEvent): FeatureReference | null;
}

/** The feature that an element of the picture stands for. */
function referenceOf(target: EventTarget | null): FeatureReference | null {
  const key = target instanceof Element ? target.closest("[data-key]")?.getAttribute("data-key") : null;
  const [layer, id] = key?.split("/") ?? [];
  return layer && id ? { layer, id } : null;
}

/** A place on the screen as a place on the map. */
function pointOn(map: HTMLElement, { clientX, clientY }: MouseEvent): ScreenPoint {
  const { left, top } = map.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** What the tool in hand may grab at a place on the map. */
const grabbed = (page: Page, at: ScreenPoint): Grab | null =>
  grabOnPage(page, (position) => pixelOf(page, position), at, GRAB_PX);

/** An SVG element in `map` whose features say what they stand for. */
const drawnSurface = (map: HTMLElement): PictureSurface => ({
  shift(x, y) {
    const picture = map.querySelector("svg");
    if (picture) picture.style.transform = x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px)`;
  },
  referenceAt: ({ target }) => referenceOf(target),
});

/**
 * Lets the picture in `map` be dragged, zoomed, pointed at and pressed, by finger, mouse or key; with a tool in hand,
 * presses go to the tool. Answers how to stop.
 */
export function listenOnPicture(
  map: HTMLElement,
  page: Page,
  { shift, referenceAt }: PictureSurface = drawnSurface(map),
): () => void {
  const { model } = page;
  const stop = new AbortController();
  const { signal } = stop;
  let start: (ScreenPoint & { readonly grab: Grab | null }) | null = null;
  const press = createLongPress((at) => removeAt(page, (position) => pixelOf(page, position), at, GRAB_PX));

  const panBy = (right: number, down: number) => {
    const { camera } = model.view.peek();
    const size = worldPx(camera.zoom);
    const [x, y] = project([camera.lng, camera.lat]);
    const [lng, lat] = unproject([x + right / size, y + down / size]);
    model.setCamera({ ...camera, lng, lat });
  };
  const zoomTo = (zoom: number) => {
    const clamped = Math.min(ZOOM_RANGE[1], Math.max(ZOOM_RANGE[0], zoom));
    model.setCamera({ ...model.view.peek().camera, zoom: clamped });
  };

  map.addEventListener(
    "pointerdown",
    (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      if (event.pointerType === "touch") press.begin(pointOn(map, event));
      start = { x: event.clientX, y: event.clientY, grab: grabbed(page, pointOn(map, event)) };
    },
    { signal },
  );
  window.addEventListener(
    "pointermove",
    (event) => {
      if (start && event.isPrimary) press.move(pointOn(map, event));
      if (start && !start.grab && event.isPrimary) shift(event.clientX - start.x, event.clientY - start.y);
    },
    { signal },
  );
  window.addEventListener(
    "pointerup",
    (event) => {
      if (!start || !event.isPrimary) return;
      const from = start;
      start = null;
      if (press.end()) {
        shift(0, 0);
        return;
      }
      const at = pointOn(map, event);
      const [right, down] = [event.clientX - from.x, event.clientY - from.y];
      const tool = page.tool.peek();
      if (tool && from.grab) {
        const before = { x: at.x - right, y: at.y - down };
        if (dropGrab(tool, from.grab, before, at, positionUnder(page, at)) || from.grab.kind === "vertex") return;
      }
      if (Math.hypot(right, down) >= CLICK_PX) {
        panBy(-right, -down);
        return;
      }
      shift(0, 0);
      const reference = referenceAt(event);
      if (tool) tool.click(...positionUnder(page, at));
      else if (reference) model.select(reference);
    },
    { signal },
  );
  map.addEventListener(
    "contextmenu",
    (event) => {
      if (press.menu(pointOn(map, event))) event.preventDefault();
    },
    { signal },
  );
  window.addEventListener(
    "pointercancel",
    () => {
      start = null;
      press.end();
      shift(0, 0);
    },
    { signal },
  );
  map.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoomTo(model.view.peek().camera.zoom - event.deltaY / WHEEL_PER_ZOOM);
    },
    { signal, passive: false },
  );
  map.addEventListener(
    "pointerover",
    (event) => {
      model.pointed.value = referenceAt(event);
    },
    { signal },
  );
  map.addEventListener(
    "pointerleave",
    () => {
      model.pointed.value = null;
    },
    { signal },
  );
  map.addEventListener(
    "keydown",
    (event) => {
      const arrow = ARROWS[event.key];
      const { lng, lat } = model.view.peek().camera;
      const reference = event.key === "Enter" || event.key === " " ? referenceOf(event.target) : null;
      if (arrow) panBy(...arrow);
      else if (event.key === "+" || event.key === "=") zoomTo(model.view.peek().camera.zoom + 1);
      else if (event.key === "-") zoomTo(model.view.peek().camera.zoom - 1);
      else if (event.key === "Enter" && page.tool.peek()) page.tool.peek()?.click(lng, lat);
      else if (reference) model.select(reference);
      else return;
      event.preventDefault();
    },
    { signal },
  );
  return () => stop.abort();
}
