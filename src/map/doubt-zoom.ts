import { metersPerPx } from "../state/scale";

const LEAST_RADIUS_PX = 4;

/** The zoom from which a radius at a latitude is at least four pixels on the screen, rounded down to a whole zoom. */
export function doubtZoom(radiusMeters: number, lat: number): number {
  return Math.max(0, Math.floor(Math.log2((LEAST_RADIUS_PX * metersPerPx(lat, 0)) / radiusMeters)));
}
