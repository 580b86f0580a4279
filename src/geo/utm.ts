/** A position in a zone of the Universal Transverse Mercator grid, in metres. */
export interface Utm {
  /** 1 to 60, eastward from 180° W. */
  readonly zone: number;
  readonly isNorth: boolean;
  readonly eastingMeters: number;
  readonly northingMeters: number;
}

const RADIUS = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
const SCALE = 0.9996;
const FALSE_EASTING = 500_000;
const FALSE_NORTHING_SOUTH = 10_000_000;
const DEGREES = 180 / Math.PI;

/** Third flattening, and Krüger's series in it to the fourth order; what is left out is under a micrometre. */
const N = FLATTENING / (2 - FLATTENING);
const RECTIFYING_RADIUS = (RADIUS / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const ALPHA = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
];
const BETA = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
];

/** Longitude in degrees of the middle of a zone. */
const middleOf = (zone: number) => zone * 6 - 183;

/** The zone that a position belongs to, with the exceptions of Norway and Svalbard. `lat` and `lng` in degrees. */
export function utmZone(lng: number, lat: number): number {
  const zone = Math.min(60, Math.floor((lng + 180) / 6) + 1);
  if (lat >= 56 && lat < 64 && lng >= 3 && lng < 12) return 32;
  if (lat >= 72 && lat <= 84 && lng >= 0 && lng < 42) {
    if (lng < 9) return 31;
    if (lng < 21) return 33;
    return lng < 33 ? 35 : 37;
  }
  return zone;
}

/** Tangent of the conformal latitude of a latitude with tangent `tau` (Karney 2011, eqs. 7 to 9). */
function conformal(tau: number): number {
  const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tau) / Math.hypot(1, tau)));
  return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
}

/** The inverse of `conformal`, by Newton's method (Karney 2011, eqs. 19 to 21). */
function geographic(tauConformal: number): number {
  let tau = tauConformal;
  for (let round = 0; round < 6; round++) {
    const guess = conformal(tau);
    const slope = (1 + (1 - ECCENTRICITY ** 2) * tau ** 2) / ((1 - ECCENTRICITY ** 2) * Math.hypot(1, tau));
    tau += ((tauConformal - guess) / Math.hypot(1, guess)) * slope;
  }
  return tau;
}

/**
 * The UTM coordinates of a position in degrees on WGS84, in `zone` or the zone it belongs to: Krüger's series as in
 * C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers (2011).
 */
export function toUtm(lng: number, lat: number, zone = utmZone(lng, lat)): Utm {
  const lambda = (lng - middleOf(zone)) / DEGREES;
  const tau = conformal(Math.tan(lat / DEGREES));
  const xiFlat = Math.atan2(tau, Math.cos(lambda));
  const etaFlat = Math.asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
  let [xi, eta] = [xiFlat, etaFlat];
  for (const [index, alpha] of ALPHA.entries()) {
    const order = 2 * (index + 1);
    xi += alpha * Math.sin(order * xiFlat) * Math.cosh(order * etaFlat);
    eta += alpha * Math.cos(order * xiFlat) * Math.sinh(order * etaFlat);
  }
  const isNorth = lat >= 0;
  return {
    zone,
    isNorth,
    eastingMeters: SCALE * RECTIFYING_RADIUS * eta + FALSE_EASTING,
    northingMeters: SCALE * RECTIFYING_RADIUS * xi + (isNorth ? 0 : FALSE_NORTHING_SOUTH),
  };
}

/** The position in degrees on WGS84 of UTM coordinates; the inverse of `toUtm`. */
export function fromUtm({ zone, isNorth, eastingMeters, northingMeters }: Utm): { lng: number; lat: number } {
  const xi = (northingMeters - (isNorth ? 0 : FALSE_NORTHING_SOUTH)) / (SCALE * RECTIFYING_RADIUS);
  const eta = (eastingMeters - FALSE_EASTING) / (SCALE * RECTIFYING_RADIUS);
  let [xiFlat, etaFlat] = [xi, eta];
  for (const [index, beta] of BETA.entries()) {
    const order = 2 * (index + 1);
    xiFlat -= beta * Math.sin(order * xi) * Math.cosh(order * eta);
    etaFlat -= beta * Math.cos(order * xi) * Math.sinh(order * eta);
  }
  const tau = Math.sin(xiFlat) / Math.hypot(Math.sinh(etaFlat), Math.cos(xiFlat));
  const lng = middleOf(zone) + Math.atan2(Math.sinh(etaFlat), Math.cos(xiFlat)) * DEGREES;
  return { lng: lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng, lat: Math.atan(geographic(tau)) * DEGREES };
}

const BANDS = "CDEFGHJKLMNPQRSTUVWX";

/** The letter of the band of 8° of latitude (the last has 12°), C to X; null beyond 80° S and 84° N. */
export function bandOf(lat: number): string | null {
  if (lat < -80 || lat > 84) return null;
  return BANDS[Math.min(19, Math.floor((lat + 80) / 8))] ?? null;
}

/** South and north edge in degrees of the band with this letter, or null when there is no such band. */
export function bandEdges(letter: string): readonly [south: number, north: number] | null {
  const index = letter === "" ? -1 : BANDS.indexOf(letter);
  if (index < 0) return null;
  return [index * 8 - 80, index === 19 ? 84 : index * 8 - 72];
}
