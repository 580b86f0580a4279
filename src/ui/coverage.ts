import { effect } from "@preact/signals";
import type { Viewport } from "../state/camera";
import type { Model } from "../state/model";
import type { Shell } from "./shell";

/** Air kept between what is fitted into view and the edges, in px. */
const MARGIN_PX = 24;
const COVERING = ".panel, .card, .choices, .desk";

const NONE: Viewport["padding"] = { top: 0, right: 0, bottom: 0, left: 0 };

/** How much of each edge of `map` the boxes cover: a tall box covers a side, a wide one the bottom. */
export function paddingUnder(map: DOMRect, boxes: readonly DOMRect[]): Viewport["padding"] {
  let { right, bottom, left } = NONE;
  for (const box of boxes) {
    if (box.width === 0 || box.height === 0) continue;
    if (box.width > map.width * 0.8) bottom = Math.max(bottom, map.bottom - box.top);
    else if (box.height > map.height * 0.4 && box.left - map.left < map.right - box.right)
      left = Math.max(left, box.right - map.left);
    else if (box.height > map.height * 0.4) right = Math.max(right, map.right - box.left);
  }
  // A sheet drawn up over the whole map leaves nothing to fit into: then the lower half is as good as any.
  bottom = Math.min(bottom, map.height * 0.55);
  return { top: MARGIN_PX, right: right + MARGIN_PX, bottom: bottom + MARGIN_PX, left: left + MARGIN_PX };
}

/** Keeps the model's viewport in step with the size of the map and what covers it. Answers how to stop. */
export function followCoverage(model: Model, shell: Shell): () => void {
  const map = document.getElementById("map");
  if (!map) return () => {};
  const measure = () => {
    const rectangle = map.getBoundingClientRect();
    if (rectangle.width === 0) return;
    const boxes = [...document.querySelectorAll(COVERING)].map((element) => element.getBoundingClientRect());
    const padding = paddingUnder(rectangle, boxes);
    model.viewport.value = { width: rectangle.width, height: rectangle.height, padding };
  };
  const observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(measure);
  observer?.observe(map);
  let frame = 0;
  const stop = effect(() => {
    // Whatever these change is drawn by the next frame.
    void [
      shell.isFolded.value,
      shell.sheet.value,
      shell.desk.value,
      model.view.value.selected,
      model.choices.value,
      model.language.value,
    ];
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(measure);
  });
  measure();
  return () => {
    stop();
    observer?.disconnect();
    cancelAnimationFrame(frame);
  };
}
