import type { Ground } from "./ground";
import type { Line } from "./line";
import { bestFoot, type FastFoot, nearestExact, nearestFast } from "./nearest-on-line";
import { type EnrichedPoints, SIDES } from "./tasks";

/** To this distance the fast search finds the foot within a centimetre; farther out the exact one is asked. */
const FAST_FOOT_METERS = 100_000;

const NO_SIDE = 255;

/** Distance, in metres, to the line, the nearest place filled into `foot`: to a centimetre, at any distance. */
export function locate(line: Line, lng: number, lat: number, foot: FastFoot): number {
  const meters = nearestFast(line, lng, lat, foot);
  if (meters <= FAST_FOOT_METERS) return meters;
  const exact = bestFoot(nearestExact(line, [lng, lat]));
  [foot.lng, foot.lat] = exact.position;
  foot.chainageMeters = exact.chainageMeters;
  return exact.meters;
}

/** Figures of many points (lng, lat, …) in one pass; a pair that is no position gets NaN. */
export function enrichPoints(ground: Ground, line: Line, points: Float64Array): EnrichedPoints {
  const count = points.length >> 1;
  const meters = new Float64Array(count).fill(Number.NaN);
  const chainageMeters = new Float64Array(count).fill(Number.NaN);
  const nearest = new Float64Array(count * 2).fill(Number.NaN);
  const side = new Uint8Array(count).fill(NO_SIDE);
  const foot: FastFoot = { lng: 0, lat: 0, chainageMeters: 0 };
  for (let index = 0; index < count; index++) {
    const lng = points[2 * index] as number;
    const lat = points[2 * index + 1] as number;
    // Written so that NaN fails too.
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) continue;
    meters[index] = locate(line, lng, lat, foot);
    chainageMeters[index] = foot.chainageMeters;
    nearest[2 * index] = foot.lng;
    nearest[2 * index + 1] = foot.lat;
    side[index] = SIDES.indexOf(ground.sideOf(lng, lat));
  }
  return { meters, chainageMeters, nearest, side };
}
