import { curvatureRadii, DEGREES, RADIANS } from "./ellipsoid";
import type { Line } from "./line";
import { type FastFoot, nearestFast } from "./nearest-fast";
import type { Position } from "./position";

/** Most vertices settle in two or three moves; in a narrow notch, where two arms take turns, it takes many more. */
const MOST_MOVES = 64;
const MOST_CUTS = 32;
const EXACT_METERS = 0.005;
const SHORTEST_SIDE_DEGREES = 2e-7;

/** Where a side is tested, and where it is cut: in the middle, or beside it when the middle finds no firm place. */
const TESTED_SHARES = [0.25, 0.5, 0.75];
const CUT_SHARES = [0.5, 0.35, 0.65];

const between = ([lng1, lat1]: Position, [lng2, lat2]: Position, share: number): Position => [
  lng1 + (lng2 - lng1) * share,
  lat1 + (lat2 - lat1) * share,
];

/** Length of a short side in degrees of latitude; only shares are taken of it. */
const planeLength = ([lng1, lat1]: Position, [lng2, lat2]: Position): number =>
  Math.hypot((lng2 - lng1) * Math.cos(((lat1 + lat2) / 2) * RADIANS), lat2 - lat1);

/** A position moved by some metres in the direction away from another one; right to second order for short moves. */
function moveAway([lng, lat]: Position, from: FastFoot, meters: number): Position {
  const { meridian, normal } = curvatureRadii(lat * RADIANS);
  const cosine = Math.cos(lat * RADIANS);
  const east = (lng - from.lng) * Math.cos(((lat + from.lat) / 2) * RADIANS);
  const north = lat - from.lat;
  const length = Math.hypot(east, north) || 1;
  return [
    lng + ((meters * east) / length / (normal * cosine)) * DEGREES,
    lat + ((meters * north) / length / meridian) * DEGREES,
  ];
}

/**
 * Turns the guessed rings of an outline into exact ones: every vertex is moved until its geodesic distance to the full
 * line is the half-width, then every side that is off by more than the tolerance, at its middle or quarters, is cut,
 * again and again. Sides are what is drawn, so sides are what is tested; where two arms of the outline meet in a notch,
 * the cuts close in on the corner. At last the vertices are moved out so that coarse sides cost no area.
 */
export function exactOutline(
  line: Line,
  halfWidthMeters: number,
  toleranceMeters: number,
  rings: readonly (readonly Position[])[],
): Position[][] {
  const foot: FastFoot = { lng: 0, lat: 0, chainageMeters: 0 };

  const settle = (guess: Position): Position | null => {
    let position = guess;
    for (let move = 0; move < MOST_MOVES; move++) {
      const miss = halfWidthMeters - nearestFast(line, position[0], position[1], foot);
      if (Math.abs(miss) < EXACT_METERS) return position;
      position = moveAway(position, foot, miss);
    }
    const miss = halfWidthMeters - nearestFast(line, position[0], position[1]);
    return Math.abs(miss) < toleranceMeters ? position : null;
  };

  /** How far a place lies within the outline, in metres; negative outside. */
  const depthAt = ([lng, lat]: Position): number => halfWidthMeters - nearestFast(line, lng, lat);

  const firstSettled = (start: Position, end: Position): Position | null => {
    for (const share of CUT_SHARES) {
      const cut = settle(between(start, end, share));
      if (cut) return cut;
    }
    return null;
  };

  /** Adds the cuts that a side needs to the ring, and what each of its pieces is short of on average, in metres. */
  const addCuts = (start: Position, end: Position, cutsLeft: number, ring: Position[], shortfalls: number[]): void => {
    const [first, middle, last] = TESTED_SHARES.map((share) => depthAt(between(start, end, share))) as [
      number,
      number,
      number,
    ];
    const isRight = Math.max(Math.abs(first), Math.abs(middle), Math.abs(last)) <= toleranceMeters;
    const isShort = Math.abs(start[0] - end[0]) + Math.abs(start[1] - end[1]) < SHORTEST_SIDE_DEGREES;
    const cut = isRight || isShort || cutsLeft === 0 ? null : firstSettled(start, end);
    if (!cut) {
      // Simpson's rule over quarters, both ends being on the outline.
      shortfalls.push(isRight ? (2 * first + middle + 2 * last) / 6 : 0);
      return;
    }
    addCuts(start, cut, cutsLeft - 1, ring, shortfalls);
    ring.push(cut);
    addCuts(cut, end, cutsLeft - 1, ring, shortfalls);
  };

  /** The ring with each vertex moved out by what its two sides are short of on average, so that no area is lost. */
  const balanced = (ring: readonly Position[], shortfalls: readonly number[]): Position[] => {
    const lengths = ring.map((start, index) => planeLength(start, ring[(index + 1) % ring.length] ?? start));
    return ring.map((vertex, index) => {
      const before = (index || ring.length) - 1;
      const [one, other] = [lengths[before] as number, lengths[index] as number];
      if (one + other === 0) return vertex;
      const short = ((shortfalls[before] as number) * one + (shortfalls[index] as number) * other) / (one + other);
      if (Math.abs(short) < EXACT_METERS) return vertex;
      nearestFast(line, vertex[0], vertex[1], foot);
      return moveAway(vertex, foot, short);
    });
  };

  return rings.map((guesses) => {
    const settled = guesses.map(settle).filter((position) => position !== null);
    const ring: Position[] = [];
    const shortfalls: number[] = [];
    settled.forEach((start, index) => {
      ring.push(start);
      addCuts(start, settled[(index + 1) % settled.length] ?? start, MOST_CUTS, ring, shortfalls);
    });
    return balanced(ring, shortfalls);
  });
}
