import { GREATEST_RADIUS_METERS, LEAST_RADIUS_METERS, writeEcef } from "./ellipsoid";
import type { Line } from "./line";
import { bestFoot, nearestExact } from "./nearest-exact";
import { ARC_LIMIT_METERS, arcToChord, type FastFoot, nearestFast } from "./nearest-fast";

/** To this distance the nearest place by chord is the nearest one within 5 cm. */
const CHORD_LIMIT_METERS = 100_000;

/** Places of the line this near to each other, as a share of their distance, see the same curvature within millimetres. */
const SAME_DIRECTION_SHARE = 0.003;

/** Half the stretch of line over which the slope of the distance is taken. */
const SLOPE_METERS = 50;
const STILL_METERS = 1e-3;
const MOST_SLIDES = 16;

const ecef = new Float64Array(3);

/** How much the same distance by chord can differ by arc, at most: by the extreme curvatures of the ellipsoid. */
function greatestDifference(meters: number): number {
  return (meters ** 3 / 24) * (1 / LEAST_RADIUS_METERS ** 2 - 1 / GREATEST_RADIUS_METERS ** 2);
}

/** Whether some place of the line in another direction is so near that only arcs can tell which is nearest. */
function hasRival({ tree }: Line, meters: number): boolean {
  const x = ecef[0] as number;
  const y = ecef[1] as number;
  const z = ecef[2] as number;
  const { ends } = tree;
  const nearest = 6 * tree.chord;
  const limit = Math.sqrt(tree.distanceSquared(tree.chord, x, y, z)) + greatestDifference(meters);
  const apart = SAME_DIRECTION_SHARE * meters;
  let found = false;
  tree.eachWithin(x, y, z, limit * limit, (chord) => {
    const at = 6 * chord;
    const dx = (ends[at] as number) - (ends[nearest] as number);
    const dy = (ends[at + 1] as number) - (ends[nearest + 1] as number);
    const dz = (ends[at + 2] as number) - (ends[nearest + 2] as number);
    if (dx * dx + dy * dy + dz * dz > apart * apart) found = true;
  });
  return found;
}

/** The chord that goes on from an end of this one, or −1. */
function nextChord({ tree: { ends, size } }: Line, chord: number, step: 1 | -1): number {
  const next = chord + step;
  if (next < 0 || next >= size) return -1;
  const joint = 6 * Math.max(chord, next);
  for (let axis = 0; axis < 3; axis++) if (ends[joint + axis] !== ends[joint - 3 + axis]) return -1;
  return next;
}

/** Slides from the nearest place by chord, of the last search, to the nearest one by arc. */
function slide(line: Line, lng: number, lat: number, foot: FastFoot): number {
  let { chord, fraction } = line.tree;
  let previous = -1;
  for (let count = 0; count < MOST_SLIDES; count++) {
    const length = (line.chordEnds[chord] as number) - (line.chordStarts[chord] as number);
    const reach = SLOPE_METERS / length;
    const behind = arcToChord(line, chord, fraction - reach, ecef, lng, lat);
    const here = arcToChord(line, chord, fraction, ecef, lng, lat);
    const ahead = arcToChord(line, chord, fraction + reach, ecef, lng, lat);
    const bend = (ahead + behind - 2 * here) / SLOPE_METERS;
    const move = bend > 0 ? -(ahead - behind) / 2 / bend : 0;
    const wanted = fraction + move / length;
    fraction = Math.min(1, Math.max(0, wanted));
    if (wanted === fraction && Math.abs(move) < STILL_METERS) break;
    if (wanted === fraction) continue;
    // Past its end, the next chord may lead on; a corner that both lead to is the nearest place.
    const next = nextChord(line, chord, wanted > 1 ? 1 : -1);
    if (next < 0 || next === previous) break;
    previous = chord;
    chord = next;
    fraction = wanted > 1 ? 0 : 1;
  }
  return arcToChord(line, chord, fraction, ecef, lng, lat, foot);
}

/**
 * Distance in metres from a position (degrees, checked by the caller) to the line, within 5 mm at any distance, and the
 * nearest place within 5 cm, filled into `foot`. Several times as quick as `nearestExact`, but silent about ties.
 */
export function locate(line: Line, lng: number, lat: number, foot: FastFoot): number {
  const meters = nearestFast(line, lng, lat, foot);
  if (meters <= CHORD_LIMIT_METERS) return meters;
  if (meters <= ARC_LIMIT_METERS) {
    writeEcef(lng, lat, ecef, 0);
    if (!hasRival(line, meters)) return slide(line, lng, lat, foot);
  }
  const exact = bestFoot(nearestExact(line, [lng, lat]));
  [foot.lng, foot.lat] = exact.position;
  foot.chainageMeters = exact.chainageMeters;
  return exact.meters;
}
