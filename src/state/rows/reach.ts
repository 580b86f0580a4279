import type { Geometry } from "geojson";
import { textAt } from "../../data/own/columns";
import type { Bounds } from "../camera";
import { around, boundsOfGeometry } from "../extent";
import { overlaps } from "../summary";
import type { RowColumns } from "./tasks";

/** The extents of the lines and areas of a table as west, south, east, north, …; NaN for its points. */
function extentsOf({ shapes, isShape }: RowColumns): Float64Array {
  const extents = new Float64Array(4 * (isShape?.length ?? 0)).fill(Number.NaN);
  if (!shapes) return extents;
  isShape?.forEach((is, row) => {
    const bounds = is === 1 ? boundsOfGeometry(JSON.parse(textAt(shapes, row)) as Geometry, 0) : null;
    if (bounds) extents.set(bounds, 4 * row);
  });
  return extents;
}

/**
 * Whether a row reaches into some bounds, by the same rule as for records that are held: a point with its doubt, a line or
 * area with its extent, and what has no place not at all. Extents are found when they are first needed, and kept.
 */
export function createReach(columns: RowColumns): (row: number, view: Bounds) => boolean {
  const { lng, lat, precision, radius, isShape } = columns;
  let extents: Float64Array | null = null;
  return (row, view) => {
    if (isShape?.[row] === 1) {
      extents ??= extentsOf(columns);
      const [west = 0, south = 0, east = 0, north = 0] = extents.subarray(4 * row, 4 * row + 4);
      return overlaps([west, south, east, north], view);
    }
    const place = [lng[row] ?? Number.NaN, lat[row] ?? Number.NaN] as const;
    // NaN fails every comparison, so a row without a position is in no view.
    return overlaps(around(place, precision[row] === 0 ? 0 : (radius[row] ?? 0)), view);
  };
}
