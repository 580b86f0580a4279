import type { OwnColumns } from "../data/own/columns";
import type { Bounds } from "./camera";

/** Room round what is fitted, in degrees, so that a single point has an extent too. */
const AIR_DEGREES = 0.02;

/** The extent of the positions of an import; null when it has none. */
export function extentOf({ lng, lat }: Pick<OwnColumns, "lng" | "lat">): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < lng.length; row++) {
    const [x = Number.NaN, y = Number.NaN] = [lng[row], lat[row]];
    if (Number.isNaN(x)) continue;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  if (west > east) return null;
  return [west - AIR_DEGREES, south - AIR_DEGREES, east + AIR_DEGREES, north + AIR_DEGREES];
}
