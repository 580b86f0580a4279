import { destination, distanceMeters, geodesicPath, inverse } from "../geo/geodesic";
import type { Position } from "../geo/position";

/** Lines, or rings of areas. */
export type Shape = readonly (readonly Position[])[];

/** Lengths of its lines together, in metres, along geodesics. */
export function lengthOf(shape: Shape): number {
  let meters = 0;
  for (const line of shape) {
    for (let index = 1; index < line.length; index++) {
      const [from, to] = [line[index - 1], line[index]];
      if (from && to) meters += distanceMeters(from, to);
    }
  }
  return meters;
}

/** A place in the middle of a shape: half-way between its extremes in longitude and latitude. */
export function middleOf(shape: Shape): Position {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of shape.flat()) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [(west + east) / 2, (south + north) / 2];
}

/**
 * `shape` carried over the ellipsoid so that its middle comes to lie on `to`, north staying north: every point keeps its
 * distance and direction from the middle, so that sizes stay true and only the map's stretch changes.
 */
export function carried(shape: Shape, to: Position): Shape {
  const middle = middleOf(shape);
  return shape.map((line) =>
    line.map((position) => {
      const { meters, initialBearingDegrees } = inverse(middle, position);
      return meters === 0 ? to : destination(to, initialBearingDegrees, meters);
    }),
  );
}

const STEP_METERS = 20_000;

/** A straight line of `meters` through `middle`, north and south of it alike. */
export function straightLine(middle: Position, meters: number): Shape {
  const north = destination(middle, 0, meters / 2);
  const south = destination(middle, 180, meters / 2);
  return [geodesicPath(north, south, STEP_METERS)];
}
