import { distanceMeters, geodesicPath } from "../geo/geodesic";
import type { Position } from "../geo/position";

/** A point of a profile: how far along the line, and how high the land is there. */
export interface ProfilePoint {
  readonly meters: number;
  readonly position: Position;
  readonly elevationMeters: number;
}

/** `count` positions evenly along `line`, both ends included, with how far along each lies; empty for less than a line. */
export function positionsAlong(
  line: readonly Position[],
  count: number,
): readonly { readonly meters: number; readonly position: Position }[] {
  const stations = [0];
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]];
    if (from && to) stations.push((stations.at(-1) ?? 0) + distanceMeters(from, to));
  }
  const total = stations.at(-1) ?? 0;
  if (total === 0 || count < 2) return [];
  const found: { meters: number; position: Position }[] = [];
  let leg = 1;
  for (let index = 0; index < count; index++) {
    const meters = (total * index) / (count - 1);
    while (leg < stations.length - 1 && (stations[leg] ?? 0) < meters) leg++;
    const [from, to] = [line[leg - 1], line[leg]];
    const [start = 0, end = 0] = [stations[leg - 1], stations[leg]];
    if (!from || !to) continue;
    const share = end === start ? 0 : Math.min(1, (meters - start) / (end - start));
    found.push({ meters, position: between(from, to, share) });
  }
  return found;
}

/** The position at a share of a short leg; along the geodesic where the leg is long. */
function between(from: Position, to: Position, share: number): Position {
  if (share === 0) return from;
  if (share === 1) return to;
  const path = geodesicPath(from, to, Math.max(1, distanceMeters(from, to) / 64));
  const at = share * (path.length - 1);
  const [a, b] = [path[Math.floor(at)] ?? from, path[Math.ceil(at)] ?? to];
  const rest = at - Math.floor(at);
  return [a[0] + (b[0] - a[0]) * rest, a[1] + (b[1] - a[1]) * rest];
}

/** What a profile comes to: its highest and lowest points, and how much it climbs and falls. */
export function summary(points: readonly ProfilePoint[]) {
  let [climb, fall] = [0, 0];
  let [highest, lowest] = [points[0], points[0]];
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before) {
      const step = point.elevationMeters - before.elevationMeters;
      if (step > 0) climb += step;
      else fall -= step;
    }
    if (highest && point.elevationMeters > highest.elevationMeters) highest = point;
    if (lowest && point.elevationMeters < lowest.elevationMeters) lowest = point;
  });
  return { highest: highest ?? null, lowest: lowest ?? null, climb, fall };
}
