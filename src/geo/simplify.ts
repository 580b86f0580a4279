import type { PlanePoint } from "./azimuthal";

/** Squared distance from a point to the segment between two others. */
function offsetSquared(point: PlanePoint, start: PlanePoint, end: PlanePoint): number {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const wx = point.x - start.x;
  const wy = point.y - start.y;
  const length2 = dx * dx + dy * dy;
  const along = length2 > 0 ? Math.min(1, Math.max(0, (wx * dx + wy * dy) / length2)) : 0;
  return (wx - along * dx) ** 2 + (wy - along * dy) ** 2;
}

/**
 * Which points of a path to keep so that no left-out point is farther than `tolerance` from the kept path (Douglas and
 * Peucker 1973). The first and last are always kept. Answers indexes in order.
 */
export function simplifiedIndexes(path: readonly PlanePoint[], tolerance: number): number[] {
  if (path.length < 3) return path.map((_, index) => index);
  const keep = new Set<number>([0, path.length - 1]);
  const runs: [number, number][] = [[0, path.length - 1]];
  for (let run = runs.pop(); run; run = runs.pop()) {
    const [first, last] = run;
    const start = path[first] as PlanePoint;
    const end = path[last] as PlanePoint;
    let greatest = tolerance * tolerance;
    let farthest = -1;
    for (let index = first + 1; index < last; index++) {
      const squared = offsetSquared(path[index] as PlanePoint, start, end);
      if (squared <= greatest) continue;
      greatest = squared;
      farthest = index;
    }
    if (farthest < 0) continue;
    keep.add(farthest);
    runs.push([first, farthest], [farthest, last]);
  }
  return [...keep].sort((a, b) => a - b);
}
