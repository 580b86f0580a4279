import geodesic from "geographiclib-geodesic";
import { type Micro, toDegrees } from "./micro.ts";

const { WGS84 } = geodesic.Geodesic;

/** Length of a line of WGS84 geodesics between its positions, in metres (Karney 2013). */
export function lineMeters(line: readonly Micro[]): number {
  let meters = 0;
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]];
    if (!from || !to) continue;
    const [a, b] = [toDegrees(from), toDegrees(to)];
    meters += WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? 0;
  }
  return meters;
}

/**
 * Rough area of a ring in square kilometres, never negative: a sphere's equal-area cylinder, which is enough to tell
 * large from small. No figure a reader sees comes from here.
 */
export function roughKm2(ring: readonly Micro[]): number {
  const radians = Math.PI / 180e6;
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (from && to) sum += (to[0] - from[0]) * radians * (Math.sin(from[1] * radians) + Math.sin(to[1] * radians));
  }
  return (Math.abs(sum) / 2) * 6371.0072 ** 2;
}
