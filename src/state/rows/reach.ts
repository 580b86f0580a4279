import type { Bounds } from "../camera";
import { around } from "../extent";
import { overlaps } from "../summary";
import type { RowColumns } from "./tasks";

/**
 * Whether a row reaches into some bounds, by the same rule as for records that are held: a point with its doubt, a line or
 * area with its extent, and what has no place not at all.
 */
export function createReach(
  { lng, lat, precision, radius, isShape }: RowColumns,
  extents: () => Float64Array,
): (row: number, view: Bounds) => boolean {
  return (row, view) => {
    if (isShape?.[row] === 1) {
      const [west = 0, south = 0, east = 0, north = 0] = extents().subarray(4 * row, 4 * row + 4);
      return overlaps([west, south, east, north], view);
    }
    const place = [lng[row] ?? Number.NaN, lat[row] ?? Number.NaN] as const;
    // NaN fails every comparison, so a row without a position is in no view.
    return overlaps(around(place, precision[row] === 0 ? 0 : (radius[row] ?? 0)), view);
  };
}
