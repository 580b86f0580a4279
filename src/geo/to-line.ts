import { drawnPath } from "./drawn-path";
import { estimate } from "./estimate";
import { inverse } from "./geodesic";
import type { Ground } from "./ground";
import { summarise } from "./line";
import { bestFoot, nearestExact } from "./nearest-exact";
import { checkRadius } from "./place";
import { checkPosition } from "./position";
import type { LineDistanceAnswer, Question } from "./tasks";

/**
 * From a point to the nearest place of a line, with its chainage, and on which side of the border the point lies. The
 * side is in doubt when the border, or the line asked about if it is a border, is nearer than its data error and the
 * point's own doubt together.
 */
export function distanceToLine(ground: Ground, question: Question<"toLine">): LineDistanceAnswer {
  const from = checkPosition(question.from, "from");
  const radiusMeters = checkRadius(question.radiusMeters ?? 0, "from");
  const line = ground.line(question.line);
  const feet = nearestExact(line, from);
  const foot = bestFoot(feet);
  const errorMeters = (line.dataErrorMeters ?? 0) + radiusMeters;
  const { initialBearingDegrees, finalBearingDegrees } = inverse(from, foot.position);
  const { side, ambiguous } = ground.standing(from, radiusMeters);
  return {
    meters: foot.meters,
    nearest: foot.position,
    chainageMeters: foot.chainageMeters,
    initialBearingDegrees,
    finalBearingDegrees,
    feet: feet.map(({ position, meters, chainageMeters, bearingDegrees }) => ({
      position,
      meters,
      chainageMeters,
      bearingDegrees,
    })),
    estimate: estimate(foot.meters, errorMeters),
    side,
    ambiguous: ambiguous || (line.isBorder && foot.meters < errorMeters),
    path: drawnPath([from, foot.position]),
    line: summarise(line),
    method: "wgs84-geodesic-nearest",
  };
}
