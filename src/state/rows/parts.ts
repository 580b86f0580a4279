import type { OwnTable } from "../own-layers";

/** Rows of one question to the engine: it answers others in between. */
const ROWS_AT_ONCE = 20_000;

/** The points of some rows as lng, lat, …; NaN for rows that are no points. */
function packRows({ columns }: OwnTable, from: number, to: number): Float64Array {
  const { lng, lat, shapes } = columns;
  const points = new Float64Array((to - from) * 2).fill(Number.NaN);
  for (let row = from; row < to; row++) {
    if (shapes && (shapes.ends[row] ?? 0) > (row === 0 ? 0 : (shapes.ends[row - 1] ?? 0))) continue;
    points[2 * (row - from)] = lng[row] ?? Number.NaN;
    points[2 * (row - from) + 1] = lat[row] ?? Number.NaN;
  }
  return points;
}

/** Calls `take` with the points of all rows, some thousand at a time, and with the row of the first of them. */
export async function eachPart(
  table: OwnTable,
  take: (points: Float64Array, from: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < table.count; from += ROWS_AT_ONCE) {
    await take(packRows(table, from, Math.min(table.count, from + ROWS_AT_ONCE)), from);
  }
}
