import { estimate } from "./estimate";
import { inverse } from "./geodesic";
import type { Ground } from "./ground";
import { checkPlaces, checkRadius } from "./place";
import { checkPosition } from "./position";
import type { Place, Question, RankedPlace } from "./tasks";

/** A place with its distance from what was asked about, and its standing against the border. */
export function rankedPlace(
  ground: Ground,
  place: Place,
  meters: number,
  initialBearingDegrees: number,
  errorMeters: number,
): RankedPlace {
  const { key, group, radiusMeters } = place;
  return {
    key,
    group,
    meters,
    initialBearingDegrees,
    estimate: estimate(meters, radiusMeters + errorMeters),
    ...ground.standingOf(place),
  };
}

/** The loaded places and further ones by distance from a point, nearest first. */
export function placesNear(ground: Ground, question: Question<"near">): RankedPlace[] {
  const { groups, except, also = [], limit = Number.POSITIVE_INFINITY, radiusMeters = 0 } = question;
  const from = checkPosition(question.from, "from");
  checkRadius(radiusMeters, "from");
  checkPlaces(also);
  return [...ground.places, ...also]
    .filter(({ key, group }) => key !== except && (!groups || groups.includes(group)))
    .map((place) => ({ place, ...inverse(from, place.position) }))
    .sort((a, b) => a.meters - b.meters)
    .slice(0, limit)
    .map(({ place, meters, initialBearingDegrees }) =>
      rankedPlace(ground, place, meters, initialBearingDegrees, radiusMeters),
    );
}
