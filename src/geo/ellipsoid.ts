/** WGS84 (NIMA TR8350.2): semi-major axis in metres and flattening. The one Earth model of this project. */
export const SEMI_MAJOR_METERS = 6_378_137;
export const FLATTENING = 1 / 298.257223563;

export const SEMI_MINOR_METERS = SEMI_MAJOR_METERS * (1 - FLATTENING);
export const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

/** The extreme radii of curvature of the ellipsoid: b²/a (meridian at the equator) and a²/b (at the poles). */
export const LEAST_RADIUS_METERS = SEMI_MINOR_METERS ** 2 / SEMI_MAJOR_METERS;
export const GREATEST_RADIUS_METERS = SEMI_MAJOR_METERS ** 2 / SEMI_MINOR_METERS;

export const RADIANS = Math.PI / 180;
export const DEGREES = 180 / Math.PI;

/** Radii of curvature in metres at a latitude in radians: along the meridian, and across it. */
export function curvatureRadii(latRadians: number): { readonly meridian: number; readonly normal: number } {
  const sine = Math.sin(latRadians);
  const w2 = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const normal = SEMI_MAJOR_METERS / Math.sqrt(w2);
  return { meridian: (normal * (1 - ECCENTRICITY_SQUARED)) / w2, normal };
}

/** Writes the Earth-centred, Earth-fixed x, y, z in metres of a point on the ellipsoid (degrees) at `offset`. */
export function writeEcef(lng: number, lat: number, out: Float64Array, offset: number): void {
  const phi = lat * RADIANS;
  const lambda = lng * RADIANS;
  const sine = Math.sin(phi);
  const cosine = Math.cos(phi);
  const normal = SEMI_MAJOR_METERS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
  out[offset] = normal * cosine * Math.cos(lambda);
  out[offset + 1] = normal * cosine * Math.sin(lambda);
  out[offset + 2] = normal * (1 - ECCENTRICITY_SQUARED) * sine;
}

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
