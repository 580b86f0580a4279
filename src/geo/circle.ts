import { destination } from "./geodesic";
import type { Position } from "./position";

/**
 * The closed ring of positions at a geodesic distance around a centre, counter-clockwise from the north. Between
 * vertices a ring of `count` sides lies inside the true circle by at most 5 ÷ count² of the radius.
 */
export function circle(centre: Position, radiusMeters: number, count: number): Position[] {
  const ring = Array.from({ length: count }, (_, index) => destination(centre, (-360 * index) / count, radiusMeters));
  ring.push(ring[0] ?? centre);
  return ring;
}
