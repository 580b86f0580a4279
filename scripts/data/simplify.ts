import type { Micro } from "./micro.ts";

/** Metres per degree near 27.5° N, the latitude of the border's middle; tolerances elsewhere scale with the latitude. */
const REFERENCE_LATITUDE = 27.5;
const METERS_PER_DEGREE_EAST = 111_319.49;
const METERS_PER_DEGREE_NORTH = 110_800;

const RADIANS = Math.PI / 180;

/**
 * Douglas–Peucker in metres: keeps both ends and every position that lies farther than its tolerance from the line kept
 * so far. Distances are taken on a plane touching the ellipsoid at `latitude` (the border's middle by default).
 * `toleranceMeters` is one number or a function of the position; zero keeps every position.
 */
export function simplify(
  line: readonly Micro[],
  toleranceMeters: number | ((position: Micro) => number),
  latitude = REFERENCE_LATITUDE,
): Micro[] {
  const toleranceAt = typeof toleranceMeters === "number" ? () => toleranceMeters : toleranceMeters;
  const scaleX = (METERS_PER_DEGREE_EAST * Math.cos(latitude * RADIANS)) / 1e6;
  const scaleY = METERS_PER_DEGREE_NORTH / 1e6;
  const plane = line.map(([x, y]): [number, number] => [x * scaleX, y * scaleY]);
  const squaredTolerance = line.map((position) => toleranceAt(position) ** 2);
  const isKept = Uint8Array.from(line, (_, index) => Number(squaredTolerance[index] === 0));
  isKept[0] = 1;
  isKept[line.length - 1] = 1;
  const fixed = line.flatMap((_, index) => (isKept[index] === 1 ? [index] : []));
  const open = fixed.slice(1).map((last, index): [number, number] => [fixed[index] ?? 0, last]);
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const farthest = farthestIn(plane, squaredTolerance, first, last);
    if (farthest === undefined) continue;
    isKept[farthest] = 1;
    open.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, index) => isKept[index] === 1);
}

/** Index of the position between `first` and `last` that breaks its tolerance most, or undefined when none does. */
function farthestIn(
  plane: readonly [number, number][],
  squaredTolerance: readonly number[],
  first: number,
  last: number,
): number | undefined {
  const [startX, startY] = plane[first] ?? [0, 0];
  const [endX, endY] = plane[last] ?? [0, 0];
  const [dx, dy] = [endX - startX, endY - startY];
  const squaredLength = dx * dx + dy * dy;
  let worst = 1;
  let index: number | undefined;
  for (let at = first + 1; at < last; at++) {
    const [x, y] = plane[at] ?? [0, 0];
    const along = squaredLength ? ((x - startX) * dx + (y - startY) * dy) / squaredLength : 0;
    const share = Math.max(0, Math.min(1, along));
    const [offX, offY] = [x - startX - share * dx, y - startY - share * dy];
    const ratio = (offX * offX + offY * offY) / (squaredTolerance[at] ?? 1);
    if (ratio > worst) {
      worst = ratio;
      index = at;
    }
  }
  return index;
}
