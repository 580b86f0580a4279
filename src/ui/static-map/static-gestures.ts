import { project, unproject, worldPx } from "../../state/camera";
import type { Model } from "../../state/model";
import type { FeatureReference } from "../../state/view";

/** How far a press may wander and still be a click. */
const CLICK_PX = 5;
const WHEEL_PER_ZOOM = 400;
const ZOOM_RANGE = [0, 18] as const;
const ARROW_PX = 100;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -ARROW_PX],
  ArrowDown: [0, ARROW_PX],
  ArrowLeft: [-ARROW_PX, 0],
  ArrowRight: [ARROW_PX, 0],
};

/** The feature that an element of the picture stands for. */
function referenceOf(target: EventTarget | null): FeatureReference | null {
  const key = target instanceof Element ? target.closest("[data-key]")?.getAttribute("data-key") : null;
  const [layer, id] = key?.split("/") ?? [];
  return layer && id ? { layer, id } : null;
}

/** Lets the picture in `map` be dragged, zoomed, pointed at and pressed, by finger, mouse or key. Answers how to stop. */
export function listenOnPicture(map: HTMLElement, model: Model): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let start: { readonly x: number; readonly y: number } | null = null;

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
  const shift = (x: number, y: number) => {
    const picture = map.querySelector("svg");
    if (picture) picture.style.transform = x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px)`;
  };

  map.addEventListener(
    "pointerdown",
    (event) => {
      if (event.isPrimary && event.button === 0) start = { x: event.clientX, y: event.clientY };
    },
    { signal },
  );
  window.addEventListener(
    "pointermove",
    (event) => {
      if (start && event.isPrimary) shift(event.clientX - start.x, event.clientY - start.y);
    },
    { signal },
  );
  window.addEventListener(
    "pointerup",
    (event) => {
      if (!start || !event.isPrimary) return;
      const [right, down] = [event.clientX - start.x, event.clientY - start.y];
      start = null;
      if (Math.hypot(right, down) >= CLICK_PX) panBy(-right, -down);
      else shift(0, 0);
      if (Math.hypot(right, down) < CLICK_PX) {
        const reference = referenceOf(event.target);
        if (reference) model.select(reference);
      }
    },
    { signal },
  );
  window.addEventListener(
    "pointercancel",
    () => {
      start = null;
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
      model.pointed.value = referenceOf(event.target);
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
      const reference = event.key === "Enter" || event.key === " " ? referenceOf(event.target) : null;
      if (arrow) panBy(...arrow);
      else if (event.key === "+" || event.key === "=") zoomTo(model.view.peek().camera.zoom + 1);
      else if (event.key === "-") zoomTo(model.view.peek().camera.zoom - 1);
      else if (reference) model.select(reference);
      else return;
      event.preventDefault();
    },
    { signal },
  );
  return () => stop.abort();
}
