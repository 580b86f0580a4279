import { drawnPath } from "./drawn-path";
import { inverse, ringArea } from "./geodesic";
import { InputError } from "./input-error";
import { checkPosition, type Position } from "./position";
import type { MeasureAnswer, Question } from "./tasks";

/** Which side of the line a→b the point c is on, as a sign; degrees taken as plane coordinates. */
const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

const cross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** True when no two sides of a closed ring cross. */
export function isSimple(corners: readonly Position[]): boolean {
  const side = (index: number): [Position, Position] => [
    corners[index] as Position,
    corners[(index + 1) % corners.length] as Position,
  ];
  for (let first = 0; first < corners.length; first++) {
    for (let second = first + 2; second < corners.length; second++) {
      if (cross(...side(first), ...side(second))) return false;
    }
  }
  return true;
}

/** The legs of a line or the sides of an area, each a geodesic, and their sum; of an area its square metres too. */
export function measure({ positions, closed }: Question<"measure">): MeasureAnswer {
  const corners = positions.map((position, index) => checkPosition(position, `position ${index + 1}`));
  if (corners.length === 0) {
    throw new InputError("too-few-vertices", "positions", "0", "invalid positions: 0 (one or more are needed)");
  }
  const isArea = closed && corners.length > 2;
  const way = isArea ? [...corners, corners[0] as Position] : corners;
  const legs = way.slice(1).map((to, index) => inverse(way[index] as Position, to));
  return {
    legs,
    meters: legs.reduce((sum, leg) => sum + leg.meters, 0),
    squareMeters: isArea ? ringArea(corners).squareMeters : null,
    simple: !isArea || isSimple(corners),
    path: drawnPath(way),
    method: isArea ? "wgs84-geodesic-area" : "wgs84-geodesic",
  };
}
