import { checkHalfWidth, lineCorridor, pointCorridor, sketchCorridor } from "./corridor";
import { areaByCountry } from "./country-area";
import { inverse } from "./geodesic";
import type { Ground } from "./ground";
import { InputError } from "./input-error";
import { summarise } from "./line";
import { withinTest } from "./membership";
import { bestFoot, nearestExact } from "./nearest-exact";
import { intersectionOf, unionOf } from "./outline";
import type { PackedPolygons } from "./packed";
import { checkPlaces } from "./place";
import { checkPosition, type Position } from "./position";
import { rankedPlace } from "./rank";
import type {
  Answer,
  CombinedAnswer,
  CorridorAnswer,
  CorridorAxis,
  LineSummary,
  Place,
  Question,
  RankedPlace,
} from "./tasks";

/** What follows the axis of a corridor: the nearest way to it, whether a point lies within, and the outline. */
interface Axis {
  readonly line: LineSummary | null;
  readonly errorMeters: number;
  readonly wayTo: (from: Position) => { readonly meters: number; readonly initialBearingDegrees: number };
  readonly isWithin: (halfWidthMeters: number) => (lng: number, lat: number) => boolean;
  readonly outline: (halfWidthMeters: number) => PackedPolygons;
  readonly sketch: (halfWidthMeters: number) => PackedPolygons;
}

function pointAxis(point: Position): Axis {
  const centre = checkPosition(point, "point");
  return {
    line: null,
    errorMeters: 0,
    wayTo: (from) => inverse(from, centre),
    isWithin: (radius) => (lng, lat) => inverse([lng, lat], centre).meters <= radius,
    outline: (radius) => pointCorridor(centre, radius),
    sketch: (radius) => pointCorridor(centre, radius),
  };
}

function axisOf(ground: Ground, along: CorridorAxis): Axis {
  if (typeof along === "object" && "point" in along) return pointAxis(along.point);
  const line = ground.line(along);
  return {
    line: summarise(line),
    errorMeters: line.dataErrorMeters ?? 0,
    wayTo: (from) => inverse(from, bestFoot(nearestExact(line, from)).position),
    isWithin: (halfWidth) => withinTest(line, halfWidth),
    outline: (halfWidth) => lineCorridor(line, halfWidth),
    sketch: (halfWidth) => sketchCorridor(line, halfWidth),
  };
}

/** Those of `places` that lie inside a corridor, with their distance from its axis. */
function placesInside(ground: Ground, axis: Axis, halfWidthMeters: number, places: readonly Place[]): RankedPlace[] {
  const isWithin = axis.isWithin(halfWidthMeters);
  return places
    .filter(({ position }) => isWithin(position[0], position[1]))
    .map((place) => {
      const { meters, initialBearingDegrees } = axis.wayTo(place.position);
      return rankedPlace(ground, place, meters, initialBearingDegrees, axis.errorMeters);
    });
}

/** The outline, area and contents of a corridor. */
export function corridor(ground: Ground, { along, halfWidthMeters }: Question<"corridor">): CorridorAnswer {
  checkHalfWidth(halfWidthMeters);
  const axis = axisOf(ground, along);
  const polygons = axis.outline(halfWidthMeters);
  return {
    polygons,
    halfWidthMeters,
    line: axis.line,
    inside: placesInside(ground, axis, halfWidthMeters, ground.places).sort((a, b) => a.meters - b.meters),
    ...areaByCountry(polygons, ground.countries, ground.outside),
    method: "wgs84-geodesic-corridor",
  };
}

/** Those of some places that lie inside a corridor, in the order given; without its outline, so that it is quick. */
export function insideCorridor(
  ground: Ground,
  { along, halfWidthMeters, places }: Question<"inside">,
): readonly RankedPlace[] {
  checkHalfWidth(halfWidthMeters);
  checkPlaces(places);
  return placesInside(ground, axisOf(ground, along), halfWidthMeters, places);
}

function merged(operation: "union" | "intersection", outlines: readonly PackedPolygons[]): PackedPolygons {
  const [first, ...others] = outlines;
  if (!first)
    throw new InputError("too-few-vertices", "corridors", "0", "invalid corridors: 0 (one or more are needed)");
  const merge = operation === "union" ? unionOf : intersectionOf;
  return others.reduce(merge, first);
}

/** Quick sketches to follow a slider: one per corridor, or one of what they cover together or in common. */
export function sketchCorridors(ground: Ground, { operation, corridors }: Question<"sketch">): Answer<"sketch"> {
  const sketches = corridors.map(({ along, halfWidthMeters }) => {
    checkHalfWidth(halfWidthMeters);
    return axisOf(ground, along).sketch(halfWidthMeters);
  });
  return operation === "apart" ? sketches : [merged(operation, sketches)];
}

/** What corridors cover together or in common; a place is inside by its distances, not by the outline. */
export function combineCorridors(ground: Ground, { operation, corridors }: Question<"combine">): CombinedAnswer {
  const parts = corridors.map(({ along, halfWidthMeters }) => {
    const axis = axisOf(ground, along);
    return { outline: axis.outline(halfWidthMeters), isWithin: axis.isWithin(halfWidthMeters) };
  });
  const polygons = merged(
    operation,
    parts.map(({ outline }) => outline),
  );
  const inside = ground.places.filter(({ position: [lng, lat] }) =>
    operation === "union"
      ? parts.some(({ isWithin }) => isWithin(lng, lat))
      : parts.every(({ isWithin }) => isWithin(lng, lat)),
  );
  return {
    polygons,
    inside: inside.map(({ key }) => key),
    ...areaByCountry(polygons, ground.countries, ground.outside),
    method: "wgs84-geodesic-corridor",
  };
}

/** For each point (lng, lat, …) whether it lies within the corridor; 0 for a pair that is no position. */
export function membership(ground: Ground, question: Question<"membership">): Answer<"membership"> {
  checkHalfWidth(question.halfWidthMeters);
  const isWithin = axisOf(ground, question.along).isWithin(question.halfWidthMeters);
  const { points } = question;
  return Uint8Array.from({ length: points.length >> 1 }, (_, index) => {
    const [lng, lat] = [points[2 * index] as number, points[2 * index + 1] as number];
    return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && isWithin(lng, lat) ? 1 : 0;
  });
}
