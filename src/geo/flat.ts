import { drawnPath, unwrap } from "./drawn-path";
import { DEGREES, RADIANS } from "./ellipsoid";
import { distanceMeters } from "./geodesic";
import { buildLine } from "./line";
import { bestFoot, nearestExact } from "./nearest-exact";
import { packLines } from "./packed";
import { checkPosition, type Position } from "./position";
import type { Answer, Question } from "./tasks";

const PIECES = 500;

const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2));
const inverseMercator = (y: number): number => (2 * Math.atan(Math.exp(y)) - Math.PI / 2) * DEGREES;

/** Positions of the line that is straight on a Web Mercator map, the shorter way round. */
function straightOnMap(from: Position, to: Position): Position[] {
  const [[lng1, lat1], [lng2, lat2]] = unwrap([from, to]) as [Position, Position];
  const [y1, y2] = [mercator(lat1), mercator(lat2)];
  return Array.from({ length: PIECES + 1 }, (_, index) => {
    if (index === 0) return from;
    if (index === PIECES) return [lng2, lat2];
    const share = index / PIECES;
    return [lng1 + (lng2 - lng1) * share, inverseMercator(y1 + (y2 - y1) * share)];
  });
}

const wrap = ([lng, lat]: Position): Position => [((((lng + 180) % 360) + 360) % 360) - 180, lat];

/** A geodesic beside the line that a flat (Web Mercator) map draws between the same ends, and how far they part. */
export function compareFlat(question: Question<"flat">): Answer<"flat"> {
  const from = checkPosition(question.from, "from");
  const to = checkPosition(question.to, "to");
  const path = straightOnMap(from, to);
  let flatMeters = 0;
  for (let index = 1; index < path.length; index++) {
    flatMeters += distanceMeters(path[index - 1] as Position, path[index] as Position);
  }
  const geodesicMeters = distanceMeters(from, to);
  let apartMeters = 0;
  if (geodesicMeters > 0) {
    const geodesic = buildLine({ id: "geodesic", dataErrorMeters: null, ...packLines([[from, to]]) });
    for (const position of path) {
      apartMeters = Math.max(apartMeters, bestFoot(nearestExact(geodesic, wrap(position))).meters);
    }
  }
  return { geodesicMeters, flatMeters, apartMeters, geodesic: drawnPath([from, to]), flat: packLines([path]) };
}
