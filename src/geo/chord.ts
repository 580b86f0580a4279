import { ECCENTRICITY_SQUARED, GREATEST_RADIUS_METERS, LEAST_RADIUS_METERS, SEMI_MAJOR_METERS } from "./ellipsoid";

/**
 * Length in metres of the geodesic over a chord between two points of the ellipsoid: the arc of the circle whose radius
 * is Euler's radius of curvature at the mid latitude in the direction (`east`, `north`, any scale). Within 1 mm to
 * 300 km, 5 mm to 500 km and 2 cm to 1,000 km of the geodesic.
 */
export function arcOverChord(chordMeters: number, midLatRadians: number, east: number, north: number): number {
  const sine = Math.sin(midLatRadians);
  const w2 = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const normal = SEMI_MAJOR_METERS / Math.sqrt(w2);
  const meridian = (normal * (1 - ECCENTRICITY_SQUARED)) / w2;
  const east2 = east * east;
  const north2 = north * north;
  const sum = east2 + north2;
  const curvature = sum > 0 ? (north2 / meridian + east2 / normal) / sum : 1 / Math.sqrt(meridian * normal);
  return (2 / curvature) * Math.asin(Math.min(1, (chordMeters * curvature) / 2));
}

/** The least chord any geodesic of this length can have, in metres; 0 for lengths past a quarter of the Earth. */
export function leastChord(arcMeters: number): number {
  const angle = arcMeters / (2 * LEAST_RADIUS_METERS);
  return angle < Math.PI / 4 ? 2 * LEAST_RADIUS_METERS * Math.sin(angle) : 0;
}

/** The greatest chord any geodesic of this length can have, in metres; without limit past a quarter of the Earth. */
export function greatestChord(arcMeters: number): number {
  const angle = arcMeters / (2 * GREATEST_RADIUS_METERS);
  return angle < Math.PI / 4 ? 2 * GREATEST_RADIUS_METERS * Math.sin(angle) : Number.POSITIVE_INFINITY;
}
