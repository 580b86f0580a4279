import { SKETCH_KEY } from "../data/sketch-mark";
import { sketchbookIn } from "../data/sketch-store";
import type { Notice, Page } from "./page";
import { keepSketchLayer } from "./sketch-layer";
import { sketchNames } from "./sketch-names";
import { createSketches, type Sketches } from "./sketches";

/** Tells of a sketchbook that could not be read. */
export const SET_ASIDE: Notice = { key: "sketch.set-aside" };

const known = new WeakMap<Page, Sketches>();

/** The sketches of a page, from the device when they are first asked for, with their layer on the page. */
export function sketchesOf(page: Page): Sketches {
  const made = known.get(page);
  if (made) return made;
  const sketches = createSketches(sketchbookIn(() => localStorage));
  known.set(page, sketches);
  keepSketchLayer(page.model.own, sketches, () => sketchNames(page));
  // Another tab of the atlas draws in the same book: the newest step is the one that both show.
  addEventListener("storage", ({ key }) => {
    if (key === SKETCH_KEY) sketches.reread();
  });
  // A page that comes back as it was left has heard of nothing meanwhile.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) sketches.reread();
  });
  return sketches;
}
