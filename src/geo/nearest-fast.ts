import { arcOverChord } from "./chord";
import { DEGREES, ECCENTRICITY_SQUARED, RADIANS, SEMI_MAJOR_METERS, SEMI_MINOR_METERS, writeEcef } from "./ellipsoid";
import type { Line } from "./line";

/** To this distance `nearestFast` is within 1 mm. */
export const FAST_LIMIT_METERS = 300_000;

/** To this distance `nearestFast` is within 5 mm. */
export const ARC_LIMIT_METERS = 500_000;

/** What `nearestFast` writes into, so that a million calls make no garbage. */
export interface FastFoot {
  lng: number;
  lat: number;
  chainageMeters: number;
}

const ecef = new Float64Array(3);

/**
 * Distance in metres from a position (degrees, checked by the caller) to the line: the nearest chord in space, then the
 * arc over the straight way to it. Within 1 mm to 300 km; use `nearestExact` farther out. Fills `foot` when given.
 */
export function nearestFast(line: Line, lng: number, lat: number, foot?: FastFoot): number {
  writeEcef(lng, lat, ecef, 0);
  line.tree.nearest(ecef[0] as number, ecef[1] as number, ecef[2] as number);
  return arcToChord(line, line.tree.chord, line.tree.fraction, ecef, lng, lat, foot);
}

/**
 * The arc in metres from a position, in degrees and as Earth-centred `point`, to the place on the ellipsoid above a
 * chord of the line at a `fraction` of its length. As exact as `arcOverChord`. Fills `foot` when given.
 */
export function arcToChord(
  line: Line,
  chord: number,
  fraction: number,
  point: Float64Array,
  lng: number,
  lat: number,
  foot?: FastFoot,
): number {
  const { ends } = line.tree;
  const at = chord * 6;
  let x = (ends[at] as number) + fraction * ((ends[at + 3] as number) - (ends[at] as number));
  let y = (ends[at + 1] as number) + fraction * ((ends[at + 4] as number) - (ends[at + 1] as number));
  let z = (ends[at + 2] as number) + fraction * ((ends[at + 5] as number) - (ends[at + 2] as number));
  const acrossAxis = Math.sqrt(x * x + y * y);
  const footLat = Math.atan2(z, (1 - ECCENTRICITY_SQUARED) * acrossAxis);
  const footLng = Math.atan2(y, x);
  // Push the foot from the chord up onto the ellipsoid.
  const scale = 1 / Math.sqrt((acrossAxis / SEMI_MAJOR_METERS) ** 2 + (z / SEMI_MINOR_METERS) ** 2);
  x = x * scale - (point[0] as number);
  y = y * scale - (point[1] as number);
  z = z * scale - (point[2] as number);
  const pointLat = lat * RADIANS;
  const midLat = (footLat + pointLat) / 2;
  const halfTurn = (footLng - lng * RADIANS) / 2;
  const east = 2 * Math.sin(halfTurn) * Math.cos(midLat);
  const north = 2 * Math.sin((footLat - pointLat) / 2) * Math.abs(Math.cos(halfTurn));
  if (foot) {
    const start = line.chordStarts[chord] as number;
    foot.lng = footLng * DEGREES;
    foot.lat = footLat * DEGREES;
    foot.chainageMeters = start + fraction * ((line.chordEnds[chord] as number) - start);
  }
  return arcOverChord(Math.sqrt(x * x + y * y + z * z), midLat, east, north);
}
