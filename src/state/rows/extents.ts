import type { Geometry } from "geojson";
import { textAt } from "../../data/own/columns";
import { boundsOfGeometry } from "../extent";
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

/** The extents of a table's lines and areas, found when they are first asked for, and kept. */
export function createExtents(columns: RowColumns): () => Float64Array {
  let extents: Float64Array | null = null;
  return () => {
    extents ??= extentsOf(columns);
    return extents;
  };
}
