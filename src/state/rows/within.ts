import { NO_DAY } from "../../data/own/columns";
import type { FoundRows } from "./found-rows";
import { failuresOf, OUT_OF_PERIOD, type RowFigures, type RowSieve, type SievedColumns } from "./sieve";

/** Days counted from 1970-01-01, both included, and how many rows are wanted at most. */
export interface SoughtDays {
  readonly first: number;
  readonly last: number;
  readonly most: number;
}

/** The rows of some days that the filters let through, whatever the period: how many, and which when they are few. */
export function rowsWithin(
  columns: SievedColumns,
  figures: RowFigures,
  sieve: RowSieve,
  { first, last, most }: SoughtDays,
): FoundRows {
  const failures = failuresOf(columns, figures, sieve);
  const rows: number[] = [];
  let count = 0;
  for (let row = 0; row < columns.lng.length; row++) {
    const start = columns.start[row] ?? NO_DAY;
    if (start === NO_DAY || start > last || (columns.end[row] ?? start) < first) continue;
    if ((failures(row) & ~OUT_OF_PERIOD) !== 0) continue;
    count++;
    if (count <= most) rows.push(row);
  }
  return { rows: Uint32Array.from(count > most ? [] : rows), count };
}
