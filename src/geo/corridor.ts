import { circle } from "./circle";
import { exactOutline } from "./corridor-exact";
import { guessOutline } from "./corridor-guess";
import { InputError } from "./input-error";
import type { Line } from "./line";
import { outlineOfRings } from "./outline";
import type { PackedPolygons } from "./packed";
import { packPolygons } from "./packed";
import type { Position } from "./position";

export const GREATEST_HALF_WIDTH_METERS = 1_000_000;

/** Sides of a circle: its area is then short by 2.5 in 100,000. */
const CIRCLE_SIDES = 512;

/** How far a side of the outline may be from the true distance, as a share of the half-width. */
const TOLERANCE_SHARE = 7e-5;
const LEAST_TOLERANCE_METERS = 0.5;

/** The half-width, when it is a number from 0 to 1,000,000 metres; throws an InputError otherwise. */
export function checkHalfWidth(meters: number): number {
  const refuse = (fault: "not-a-number" | "negative" | "too-wide", why: string) =>
    new InputError(fault, "half-width", String(meters), `invalid half-width: ${meters} m (${why})`);
  if (!Number.isFinite(meters)) throw refuse("not-a-number", "not a number");
  if (meters < 0) throw refuse("negative", "must not be negative");
  if (meters > GREATEST_HALF_WIDTH_METERS) throw refuse("too-wide", "must not be over 1,000 km");
  return meters;
}

/** Outlines are drawn on a flat map: one that would cross the 180th meridian or hold a pole is refused. */
function checkOneSheet(rings: readonly (readonly Position[])[], halfWidthMeters: number): void {
  const crosses = rings.some((ring) =>
    ring.some(([lng], index) => Math.abs(lng - (ring[(index + 1) % ring.length]?.[0] ?? lng)) > 180),
  );
  if (!crosses) return;
  const why = "the corridor would cross the 180th meridian or a pole";
  throw new InputError(
    "too-wide",
    "half-width",
    String(halfWidthMeters),
    `invalid half-width: ${halfWidthMeters} m (${why})`,
  );
}

/**
 * Outline of everything within a half-width (0 to 1,000,000 m) of a line, with round ends, on the WGS84 ellipsoid:
 * valid polygons in longitude and latitude whose sides are within about 7·10⁻⁵ of the half-width (at least 50 cm) of the
 * true distance. Without width the answer has no polygon.
 */
export function lineCorridor(line: Line, halfWidthMeters: number): PackedPolygons {
  if (checkHalfWidth(halfWidthMeters) === 0) return packPolygons([]);
  const tolerance = Math.max(LEAST_TOLERANCE_METERS, TOLERANCE_SHARE * halfWidthMeters);
  const guess = guessOutline(line, halfWidthMeters);
  checkOneSheet(guess, halfWidthMeters);
  return outlineOfRings(exactOutline(line, halfWidthMeters, tolerance, guess));
}

/** A quick sketch follows the line to this, or to a few per cent of the half-width. */
const SKETCH_METERS = 200;

/**
 * A quick sketch of `lineCorridor`, right to about 200 m or a few per cent of the half-width: to be seen, never to be
 * measured.
 */
export function sketchCorridor(line: Line, halfWidthMeters: number): PackedPolygons {
  if (checkHalfWidth(halfWidthMeters) === 0) return packPolygons([]);
  const guess = guessOutline(line, halfWidthMeters, SKETCH_METERS);
  checkOneSheet(guess, halfWidthMeters);
  return outlineOfRings(guess);
}

/** Outline of everything within a distance (0 to 1,000,000 m) of a point. */
export function pointCorridor(centre: Position, radiusMeters: number): PackedPolygons {
  if (checkHalfWidth(radiusMeters) === 0) return packPolygons([]);
  const ring = circle(centre, radiusMeters, CIRCLE_SIDES);
  checkOneSheet([ring], radiusMeters);
  return packPolygons([[ring]]);
}
