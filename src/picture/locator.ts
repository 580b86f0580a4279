import type { Position } from "geojson";
import { unpack } from "./base";
import { type Frame, frameOf, type Pixel } from "./frame";
import type { Box } from "./labels";
import { PALETTES } from "./palette";
import { areaPath, type Detail, FULL_DETAIL, POSTER_DETAIL } from "./path";
import type { OnMap } from "./scale-bar";
import type { Picture } from "./scene";
import { element } from "./xml";

const SIZE = { width: 124, height: 92 };
const CAMERA = { zoom: 0.85, lat: 30, lng: 62, bearing: 0, pitch: 0 };
const EDGE = 10;
/** What an arrow to the north takes of the upper right corner, with some air. */
const ARROW_WIDTH = 44;
/** A map whose outline would be smaller than this on the locator is marked by a ring as well. */
const LEAST_OUTLINE = 9;
const RING = 7;

/** The corner with the fewest points of interest below it: upper left, lower right, then upper right. */
function quietCorner(frame: Frame, busy: readonly Pixel[], hasArrow: boolean): Box {
  const { width, height } = SIZE;
  const boxAt = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  const [right, low] = [frame.width - width - EDGE, frame.height - height - EDGE];
  const corners = [boxAt(EDGE, EDGE), boxAt(right, low), boxAt(hasArrow ? right - ARROW_WIDTH : right, EDGE)];
  const crowd = ({ left, top, right: end, bottom }: Box) =>
    busy.filter(([x, y]) => x > left - 12 && x < end + 12 && y > top - 12 && y < bottom + 12).length;
  const [first, ...others] = corners.map((box) => ({ box, count: crowd(box) }));
  const best = others.reduce((least, next) => (least && next.count < least.count ? next : least), first);
  return best?.box ?? boxAt(EDGE, EDGE);
}

/** A large map that shows more of the small one than this part has no need of it. */
const MOST_SHOWN = 0.6;

/** The part of the small map that `outline` covers: that of the rectangle around it. */
function partShown(xs: readonly number[], ys: readonly number[]): number {
  const within = (values: readonly number[], length: number) =>
    Math.max(0, Math.min(length, Math.max(...values)) - Math.max(0, Math.min(...values)));
  return (within(xs, SIZE.width) * within(ys, SIZE.height)) / (SIZE.width * SIZE.height);
}

/**
 * A small map of western and southern Asia with the outline of the large one on it, in the corner that has least to
 * show; `busy` are the points of interest of the large map. Null where the large map shows most of it itself.
 */
export function drawLocator(
  { base, theme }: Picture,
  frame: Frame,
  busy: readonly Pixel[],
  hasArrow: boolean,
): OnMap | null {
  const palette = PALETTES[theme];
  const { width, height } = SIZE;
  const inset = frameOf(CAMERA, width, height);
  const corners = [
    [0, 0],
    [frame.width, 0],
    [frame.width, frame.height],
    [0, frame.height],
  ] as const;
  const seen = corners.map((corner) => frame.toPosition(corner));
  const outline = seen.map((position) => inset.toPixel(position));
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  if (partShown(xs, ys) > MOST_SHOWN) return null;
  const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const [x, y] = inset.toPixel([frame.camera.lng, frame.camera.lat]);
  const box = quietCorner(frame, busy, hasArrow);
  const stroke = { stroke: palette.accent, "stroke-width": 1.8 };
  // All is cut to the small map as it is drawn: some programs show what lies beyond an inner document or its clip.
  const cut = (rings: readonly (readonly Position[])[], detail: Detail) => areaPath(rings, inset, detail, 0);
  const markup = element(
    "g",
    { id: "locator", transform: `translate(${box.left.toFixed(1)} ${box.top.toFixed(1)})` },
    element("rect", { width, height, fill: palette.sea }),
    element("path", {
      d: cut(unpack(base.land, base.stepsPerDegree), POSTER_DETAIL),
      fill: palette.land,
      stroke: palette.admin,
      "stroke-width": 0.4,
    }),
    element("path", {
      d: cut([seen], FULL_DETAIL),
      fill: palette.accent,
      "fill-opacity": 0.15,
      ...stroke,
    }),
    extent < LEAST_OUTLINE && inset.holds([x, y], -RING)
      ? element("circle", { cx: x, cy: y, r: RING, fill: "none", ...stroke })
      : "",
    element("rect", { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: "none", stroke: palette.muted }),
  );
  return { markup, box };
}
