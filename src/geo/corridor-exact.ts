import { curvatureRadii, DEGREES, RADIANS } from "./ellipsoid";
import type { Line } from "./line";
import { type FastFoot, nearestFast } from "./nearest-fast";
import type { Position } from "./position";

/** Most vertices settle in two or three moves; in a narrow notch, where two arms take turns, it takes many more. */
const MOST_MOVES = 64;
const MOST_CUTS = 14;
const EXACT_METERS = 0.005;
const SHORTEST_SIDE_DEGREES = 2e-7;

/** Where a side is tested, and where it is cut: in the middle, or beside it when the middle finds no firm place. */
const TESTED_SHARES = [0.25, 0.5, 0.75];
const CUT_SHARES = [0.5, 0.35, 0.65];

const between = ([lng1, lat1]: Position, [lng2, lat2]: Position, share: number): Position => [
  lng1 + (lng2 - lng1) * share,
  lat1 + (lat2 - lat1) * share,
];

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
 * line is the half-width, then every side that is off by more than the tolerance, at its middle or quarters, is cut, again and again.
 * Sides are what is drawn, so sides are what is tested; where two arms of the outline meet in a notch, the cuts close in
 * on the corner.
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

  const isOnOutline = ([lng, lat]: Position): boolean =>
    Math.abs(nearestFast(line, lng, lat) - halfWidthMeters) <= toleranceMeters;

  const firstSettled = (start: Position, end: Position): Position | null => {
    for (const share of CUT_SHARES) {
      const cut = settle(between(start, end, share));
      if (cut) return cut;
    }
    return null;
  };

  const addCuts = (start: Position, end: Position, cutsLeft: number, ring: Position[]): void => {
    if (cutsLeft === 0) return;
    if (Math.abs(start[0] - end[0]) + Math.abs(start[1] - end[1]) < SHORTEST_SIDE_DEGREES) return;
    if (TESTED_SHARES.every((share) => isOnOutline(between(start, end, share)))) return;
    const cut = firstSettled(start, end);
    if (!cut) return;
    addCuts(start, cut, cutsLeft - 1, ring);
    ring.push(cut);
    addCuts(cut, end, cutsLeft - 1, ring);
  };

  return rings.map((guesses) => {
    const settled = guesses.map(settle).filter((position) => position !== null);
    const ring: Position[] = [];
    settled.forEach((start, index) => {
      ring.push(start);
      addCuts(start, settled[(index + 1) % settled.length] ?? start, MOST_CUTS, ring);
    });
    return ring;
  });
}
