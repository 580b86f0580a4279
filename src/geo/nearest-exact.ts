import { greatestChord } from "./chord";
import { LEAST_RADIUS_METERS, writeEcef } from "./ellipsoid";
import { nearestOnSegment, type SegmentFoot } from "./geodesic";
import type { Line } from "./line";
import { arcToChord } from "./nearest-fast";
import type { Position } from "./position";

/** Feet whose distances differ by no more than this are told as a tie. */
export const TIE_METERS = 1;

/** A chord of at most 1 km lies up to 2 cm under the ellipsoid; with a margin. */
const CHORD_DEPTH_METERS = 0.05;

/** Four times what `arcOverChord` may be off at a distance; farther out it is not relied on. */
const ARC_ERRORS = [
  { toMeters: 300_000, errorMeters: 0.004 },
  { toMeters: 500_000, errorMeters: 0.02 },
  { toMeters: 1_000_000, errorMeters: 0.08 },
] as const;

/** This near to an end of a segment, a foot stands on the end. */
const END_METERS = 1e-6;

/** A foot of the exact search. */
export interface ExactFoot extends SegmentFoot {
  readonly chainageMeters: number;
}

/** A segment that may hold a foot: its nearest place by chord and arc. */
interface Candidate {
  readonly segment: number;
  arcMeters: number;
  alongMeters: number;
}

const ecef = new Float64Array(3);

/** The longest any geodesic over this chord can be. */
function greatestArc(chordMeters: number): number {
  const sine = chordMeters / (2 * LEAST_RADIUS_METERS);
  return sine < Math.SQRT1_2 ? 2 * LEAST_RADIUS_METERS * Math.asin(sine) : Number.POSITIVE_INFINITY;
}

/** Every segment that can be nearest by the extreme curvatures of the ellipsoid, along the line. */
function candidatesOf(line: Line, [lng, lat]: Position): Candidate[] {
  const x = ecef[0] as number;
  const y = ecef[1] as number;
  const z = ecef[2] as number;
  const chord = Math.sqrt(line.tree.nearest(x, y, z)) + CHORD_DEPTH_METERS;
  const limit = greatestChord(greatestArc(chord) + TIE_METERS) + CHORD_DEPTH_METERS;
  const found: Candidate[] = [];
  line.tree.eachWithin(x, y, z, limit * limit, (index, fraction) => {
    const segment = line.chordSegments[index] as number;
    const arcMeters = arcToChord(line, index, fraction, ecef, lng, lat);
    const start = line.chordStarts[index] as number;
    const chainage = start + fraction * ((line.chordEnds[index] as number) - start);
    const alongMeters = chainage - (line.segmentChainages[segment] as number);
    const last = found.at(-1);
    if (last?.segment !== segment) found.push({ segment, arcMeters, alongMeters });
    else if (arcMeters < last.arcMeters) {
      last.arcMeters = arcMeters;
      last.alongMeters = alongMeters;
    }
  });
  return found;
}

/** The segment that goes on where a foot stands at an end of its own, or null. */
function neighbourAt(line: Line, segment: number, alongMeters: number): number | null {
  const isAtEnd = alongMeters >= (line.segmentMeters[segment] as number) - END_METERS;
  if (alongMeters > END_METERS && !isAtEnd) return null;
  const [end, start] = isAtEnd ? [segment, segment + 1] : [segment - 1, segment];
  const [from, to] = [line.segmentEnds[end], line.segmentStarts[start]];
  // Where a new part of the line begins, nothing goes on.
  if (!from || !to || from[0] !== to[0] || from[1] !== to[1]) return null;
  return isAtEnd ? start : end;
}

/**
 * The candidates worth a geodesic: those that can be as near as the nearest one, and whose nearest place is not an end
 * from which the next segment leads nearer for certain.
 */
function contenders(line: Line, candidates: readonly Candidate[]): readonly Candidate[] {
  const least = candidates.reduce((arc, { arcMeters }) => Math.min(arc, arcMeters), Number.POSITIVE_INFINITY);
  const known = ARC_ERRORS.find(({ toMeters }) => least <= toMeters);
  if (!known) return candidates;
  const certain = 2 * known.errorMeters;
  return candidates.filter(({ segment, arcMeters, alongMeters }, index) => {
    if (arcMeters > least + TIE_METERS + certain) return false;
    const neighbour = neighbourAt(line, segment, alongMeters);
    if (neighbour === null) return true;
    const other = candidates[neighbour > segment ? index + 1 : index - 1];
    return other?.segment !== neighbour || other.arcMeters >= arcMeters - certain;
  });
}

/**
 * The nearest places of the line, exact to about a tenth of a micrometre, along the line: one, or several when their
 * distances differ by at most one metre. Every segment that could be nearest is refined with geodesics.
 */
export function nearestExact(line: Line, position: Position): readonly [ExactFoot, ...ExactFoot[]] {
  writeEcef(position[0], position[1], ecef, 0);
  const candidates = candidatesOf(line, position);
  const feet = new Map<number, ExactFoot>();
  for (const { segment, alongMeters } of contenders(line, candidates)) {
    const start = line.segmentStarts[segment] as Position;
    const bearing = line.segmentBearings[segment] as number;
    const length = line.segmentMeters[segment] as number;
    const foot = nearestOnSegment(start, bearing, length, Math.min(length, Math.max(0, alongMeters)), position);
    feet.set(segment, { ...foot, chainageMeters: (line.segmentChainages[segment] as number) + foot.alongMeters });
  }
  const least = [...feet.values()].reduce((meters, foot) => Math.min(meters, foot.meters), Number.POSITIVE_INFINITY);
  const kept: ExactFoot[] = [];
  for (const [segment, foot] of feet) {
    if (foot.meters > least + TIE_METERS) continue;
    const neighbour = neighbourAt(line, segment, foot.alongMeters);
    if (neighbour !== null) {
      const other = feet.get(neighbour);
      // A neighbour that was not worth a geodesic leads on to a nearer place.
      const leadsOn = other ? other.meters < foot.meters - 1e-6 : candidates.some((one) => one.segment === neighbour);
      if (leadsOn) continue;
    }
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
