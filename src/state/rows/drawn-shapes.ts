import type { Geometry } from "geojson";
import { textAt } from "../../data/own/columns";
import { eachPosition } from "../../data/own/geometry";
import type { GridQuestion } from "../../data/own/grid";
import { worldPx } from "../camera";
import { overlaps } from "../summary";
import { coarse } from "./coarse";
import type { RowColumns } from "./tasks";

/** Lines and areas that are drawn as such, the largest first. */
export interface DrawnShapes {
  readonly rows: Uint32Array;
  /** Their geometries as a JSON list, no finer than they can be seen. */
  readonly geometries: string;
  /** How many lines and areas in the view are as large, but are gathered like points: more were not drawn as such. */
  readonly undrawn: number;
}

/** What is smaller is a dot, whatever its shape. */
const LEAST_PX = 4;
const FAR_PX = 64;
/** So many are drawn at a time, with so many corners; the others are gathered like points. */
const MOST_ROWS = 2_000;
const MOST_CORNERS = 40_000;

function cornersOf(geometry: Geometry): number {
  let count = 0;
  eachPosition(geometry, () => count++);
  return count;
}

/** The lines and areas of a table that are drawn as such in some view: those that reach into it, the largest first. */
export function drawnShapes(
  { shapes, isShape }: RowColumns,
  extents: () => Float64Array,
  { bounds, zoom }: GridQuestion,
  isLetThrough: Uint8Array,
): DrawnShapes {
  if (!shapes || !isShape) return { rows: new Uint32Array(), geometries: "[]", undrawn: 0 };
  const degreesPerPx = 360 / worldPx(zoom);
  const sizes = new Map<number, number>();
  const all = extents();
  for (let row = 0; row < isShape.length; row++) {
    if (isShape[row] === 0 || isLetThrough[row] === 0) continue;
    const [west = 0, south = 0, east = 0, north = 0] = all.subarray(4 * row, 4 * row + 4);
    const up = (north - south) / Math.cos((((south + north) / 2) * Math.PI) / 180);
    const size = Math.max(east - west, up) / degreesPerPx;
    if (size >= LEAST_PX && overlaps([west, south, east, north], bounds)) sizes.set(row, size);
  }
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, MOST_ROWS);
  const rows: number[] = [];
  const geometries: Geometry[] = [];
  let corners = 0;
  for (const [row] of largest) {
    const whole = JSON.parse(textAt(shapes, row)) as Geometry;
    const geometry = coarse(whole, { bounds, near: degreesPerPx, far: FAR_PX * degreesPerPx });
    corners += cornersOf(geometry);
    // One shape alone is drawn whatever it takes.
    if (corners > MOST_CORNERS && rows.length > 0) break;
    rows.push(row);
    geometries.push(geometry);
  }
  return { rows: Uint32Array.from(rows), geometries: JSON.stringify(geometries), undrawn: sizes.size - rows.length };
}
