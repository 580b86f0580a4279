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
