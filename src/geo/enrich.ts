import type { Ground } from "./ground";
import type { Line } from "./line";
import { locate } from "./locate";
import type { FastFoot } from "./nearest-fast";
import { type EnrichedPoints, SIDES } from "./tasks";

const NO_SIDE = 255;

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
