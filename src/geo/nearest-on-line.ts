import {
  arcOverChord,
  DEGREES,
  ECCENTRICITY_SQUARED,
  greatestChord,
  LEAST_RADIUS_METERS,
  RADIANS,
  SEMI_MAJOR_METERS,
  SEMI_MINOR_METERS,
  writeEcef,
} from "./ellipsoid";
import { nearestOnSegment, type SegmentFoot } from "./geodesic";
import type { Line } from "./line";
import type { Position } from "./position";

/** To this distance `nearestFast` is within 1 mm (and within 5 mm to 600 km). */
export const FAST_LIMIT_METERS = 300_000;

/** Feet whose distances differ by no more than this are told as a tie. */
export const TIE_METERS = 1;

/** A chord of at most 1 km lies up to 2 cm under the ellipsoid; with a margin. */
const CHORD_DEPTH_METERS = 0.05;

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
  return arcToChord(line, lng, lat, foot);
}

/** The arc from the position in `ecef` to the nearest point of the chord that the last search found. */
function arcToChord(line: Line, lng: number, lat: number, foot: FastFoot | undefined): number {
  const { tree } = line;
  const { chord, fraction, ends } = tree;
  const at = chord * 6;
  let x = (ends[at] as number) + fraction * ((ends[at + 3] as number) - (ends[at] as number));
  let y = (ends[at + 1] as number) + fraction * ((ends[at + 4] as number) - (ends[at + 1] as number));
  let z = (ends[at + 2] as number) + fraction * ((ends[at + 5] as number) - (ends[at + 2] as number));
  const acrossAxis = Math.sqrt(x * x + y * y);
  const footLat = Math.atan2(z, (1 - ECCENTRICITY_SQUARED) * acrossAxis);
  const footLng = Math.atan2(y, x);
  // Push the foot from the chord up onto the ellipsoid.
  const scale = 1 / Math.sqrt((acrossAxis / SEMI_MAJOR_METERS) ** 2 + (z / SEMI_MINOR_METERS) ** 2);
  x = x * scale - (ecef[0] as number);
  y = y * scale - (ecef[1] as number);
  z = z * scale - (ecef[2] as number);
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

/** A foot of the exact search. */
export interface ExactFoot extends SegmentFoot {
  readonly chainageMeters: number;
}

/** The longest any geodesic over this chord can be. */
function greatestArc(chordMeters: number): number {
  const sine = chordMeters / (2 * LEAST_RADIUS_METERS);
  return sine < Math.SQRT1_2 ? 2 * LEAST_RADIUS_METERS * Math.asin(sine) : Number.POSITIVE_INFINITY;
}

/** Each segment that may hold a foot, with a first guess in metres from its start. */
function candidates(line: Line, x: number, y: number, z: number): Map<number, number> {
  const chord = Math.sqrt(line.tree.nearest(x, y, z)) + CHORD_DEPTH_METERS;
  const limit = greatestChord(greatestArc(chord) + TIE_METERS) + CHORD_DEPTH_METERS;
  const best = new Map<number, { squared: number; alongMeters: number }>();
  line.tree.eachWithin(x, y, z, limit * limit, (index, fraction, squared) => {
    const segment = line.chordSegments[index] as number;
    const known = best.get(segment);
    if (known && known.squared <= squared) return;
    const start = line.chordStarts[index] as number;
    const chainage = start + fraction * ((line.chordEnds[index] as number) - start);
    best.set(segment, { squared, alongMeters: chainage - (line.segmentChainages[segment] as number) });
  });
  return new Map([...best].map(([segment, { alongMeters }]) => [segment, alongMeters]));
}

/** True when the foot at an end of its segment is beaten by the neighbour that shares this vertex. */
function slidesOn(line: Line, segment: number, foot: ExactFoot, feet: ReadonlyMap<number, ExactFoot>): boolean {
  const length = line.segmentMeters[segment] as number;
  const neighbour = foot.alongMeters <= 0 ? segment - 1 : foot.alongMeters >= length ? segment + 1 : null;
  if (neighbour === null) return false;
  const other = feet.get(neighbour);
  return other !== undefined && other.meters < foot.meters - 1e-6;
}

/**
 * The nearest places of the line, exact to about a tenth of a micrometre, along the line: one, or several when their
 * distances differ by at most one metre. Every segment that could be nearest by the extreme curvatures of the ellipsoid
 * is refined with geodesics.
 */
export function nearestExact(line: Line, position: Position): readonly [ExactFoot, ...ExactFoot[]] {
  writeEcef(position[0], position[1], ecef, 0);
  const feet = new Map<number, ExactFoot>();
  for (const [segment, guess] of candidates(line, ecef[0] as number, ecef[1] as number, ecef[2] as number)) {
    const start = line.segmentStarts[segment] as Position;
    const bearing = line.segmentBearings[segment] as number;
    const length = line.segmentMeters[segment] as number;
    const foot = nearestOnSegment(start, bearing, length, Math.min(length, Math.max(0, guess)), position);
    feet.set(segment, { ...foot, chainageMeters: (line.segmentChainages[segment] as number) + foot.alongMeters });
  }
  const least = Math.min(...[...feet.values()].map((foot) => foot.meters));
  const kept: ExactFoot[] = [];
  for (const [segment, foot] of [...feet].sort(([a], [b]) => a - b)) {
    if (foot.meters > least + TIE_METERS || slidesOn(line, segment, foot, feet)) continue;
    const previous = kept.at(-1);
    // Two segments that meet in the foot are one place.
    if (previous && foot.chainageMeters - previous.chainageMeters < 1e-3) continue;
    kept.push(foot);
  }
  const [first, ...rest] = kept;
  if (!first) throw new Error(`no nearest place found on ${line.id}`);
  return [first, ...rest];
}

/** The foot with the least distance. */
export function bestFoot(feet: readonly [ExactFoot, ...ExactFoot[]]): ExactFoot {
  return feet.reduce((best, foot) => (foot.meters < best.meters ? foot : best), feet[0]);
}
