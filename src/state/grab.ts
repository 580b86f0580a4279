import type { Position } from "geojson";
import type { ScreenPoint } from "./map-handle";
import type { MapTool, ToolShape } from "./map-tool";
import type { OverlayFeature } from "./overlay";
import type { Page } from "./page";
import type { Vertex } from "./vertex-history";

/** How far a press may wander and still be a click. */
const CLICK_PX = 5;

/** What of a measured line is under the pointer: a vertex by its number, or the leg before the vertex with that number. */
export type Grab = { readonly kind: "vertex" | "leg"; readonly index: number };

type PixelOf = (position: readonly [number, number]) => ScreenPoint;

function distanceToSide({ x, y }: ScreenPoint, start: ScreenPoint, end: ScreenPoint): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : ((x - start.x) * dx + (y - start.y) * dy) / squared;
  const along = Math.min(1, Math.max(0, share));
  return Math.hypot(x - start.x - along * dx, y - start.y - along * dy);
}

/** Whether a place on the screen is within `reachPx` of the drawn line, which bows where its legs are long. */
function isOnLine(overlays: readonly OverlayFeature[], pixelOf: PixelOf, at: ScreenPoint, reachPx: number): boolean {
  const pixel = ([lng = 0, lat = 0]: Position) => pixelOf([lng, lat]);
  return overlays.some(
    ({ geometry, properties }) =>
      properties.role === "measure-line" &&
      geometry.type === "MultiLineString" &&
      geometry.coordinates.some((part) => {
        const path = part.map(pixel);
        return path.some((end, index) => index > 0 && distanceToSide(at, path[index - 1] ?? end, end) <= reachPx);
      }),
  );
}

/**
 * What of the measured line lies within `reachPx` of a place on the screen; vertices go before legs, and of legs the one
 * that a way over the place lengthens least. `vertices` come back to the first one when they enclose an area.
 */
export function grabAt(
  vertices: readonly Vertex[],
  overlays: readonly OverlayFeature[],
  pixelOf: PixelOf,
  at: ScreenPoint,
  reachPx: number,
): Grab | null {
  const corners = vertices.map(pixelOf);
  const away = ({ x, y }: ScreenPoint) => Math.hypot(x - at.x, y - at.y);
  const nearest = corners.reduce(
    (best, corner, index) => (away(corner) < best.px ? { px: away(corner), index } : best),
    { px: Number.POSITIVE_INFINITY, index: -1 },
  );
  if (nearest.px <= reachPx) return { kind: "vertex", index: nearest.index };
  if (corners.length < 2 || !isOnLine(overlays, pixelOf, at, reachPx)) return null;
  const detours = corners.slice(1).map((end, index) => {
    const start = corners[index] ?? end;
    return away(start) + away(end) - Math.hypot(end.x - start.x, end.y - start.y);
  });
  return { kind: "leg", index: detours.indexOf(Math.min(...detours)) + 1 };
}

/** What of some shapes lies within reach: a vertex by its number among all, or the nearest side by that of a new one on it. */
export function grabShape(
  shapes: readonly ToolShape[],
  pixelOf: PixelOf,
  at: ScreenPoint,
  reachPx: number,
): Grab | null {
  const all = shapes.flatMap(({ vertices }) => vertices);
  const vertex = grabAt(all, [], pixelOf, at, reachPx);
  if (vertex) return vertex;
  let [before, nearestPx, index] = [0, reachPx, -1];
  for (const { vertices, isClosed } of shapes) {
    const corners = vertices.map(pixelOf);
    corners.forEach((start, corner) => {
      const end = corners[corner + 1] ?? (isClosed ? corners[0] : undefined);
      const px = end && end !== start ? distanceToSide(at, start, end) : Number.POSITIVE_INFINITY;
      if (px <= nearestPx) [nearestPx, index] = [px, before + corner + 1];
    });
    before += corners.length;
  }
  return index < 0 ? null : { kind: "leg", index };
}

/** What the tool in hand may grab within `reachPx` of a place on the screen: of its own shapes, or of the measured line. */
export function grabOnPage(page: Page, pixelOf: PixelOf, at: ScreenPoint, reachPx: number): Grab | null {
  const tool = page.tool.peek();
  if (!tool?.dragVertex) return null;
  if (tool.shapes) return grabShape(tool.shapes(), pixelOf, at, reachPx);
  return grabAt(page.model.view.peek().measure, page.overlays.peek(), pixelOf, at, reachPx);
}

/** Takes off the vertex within `reachPx` of a place on the screen; false when there is none, or the tool keeps them all. */
export function removeAt(page: Page, pixelOf: PixelOf, at: ScreenPoint, reachPx: number): boolean {
  const tool = page.tool.peek();
  const grab = tool?.removeVertex ? grabOnPage(page, pixelOf, at, reachPx) : null;
  if (grab?.kind !== "vertex") return false;
  tool?.removeVertex?.(grab.index);
  return true;
}

/** Hands the tool what was dragged from one place on the screen to another; false when the press was no more than a click. */
export function dropGrab(
  tool: MapTool,
  grab: Grab,
  from: ScreenPoint,
  to: ScreenPoint,
  [lng, lat]: readonly [number, number],
): boolean {
  if (Math.hypot(to.x - from.x, to.y - from.y) < CLICK_PX) return false;
  if (grab.kind === "vertex") tool.dragVertex?.(grab.index, lng, lat);
  else tool.insertVertex?.(grab.index, lng, lat);
  return true;
}
