import { NO_CATEGORY, NO_DAY } from "../../data/own/columns";
import {
  borderMetersOf,
  failuresOf,
  isPlaced,
  NO_POINT,
  NO_PRECISION,
  OUT_OF_PERIOD,
  precisionOf,
  ROW_FACETS,
  type RowFigures,
  type RowSieve,
  radiusOf,
  type SievedColumns,
  sideOf,
} from "./sieve";

/** How many rows are let through, and how many each value of each filter would let through. */
export interface RowCounts {
  readonly letThrough: number;
  readonly total: number;
  readonly categories: readonly number[];
  readonly precisions: readonly number[];
  readonly sides: readonly number[];
  readonly inside: readonly number[];
  /** Rows within each of the limits asked about. */
  readonly withinRadius: readonly number[];
  readonly withinBorder: readonly number[];
}

/** Limits in metres, rising, for which rows are counted. */
export interface CountedLimits {
  readonly radius: readonly number[];
  readonly border: readonly number[];
}

const BIT = Object.fromEntries(ROW_FACETS.map((name, at) => [name, 1 << at])) as Record<
  (typeof ROW_FACETS)[number],
  number
>;

/** Counts rows by every value of every filter; a filter's own choice does not narrow its own counts. */
export function countRows(
  columns: SievedColumns,
  figures: RowFigures,
  sieve: RowSieve,
  limits: CountedLimits,
): RowCounts {
  const failures = failuresOf(columns, figures, sieve);
  const total = columns.lng.length;
  const categories = columns.categories.map(() => 0);
  const precisions = new Array<number>(NO_PRECISION + 1).fill(0);
  const sides = new Array<number>(NO_POINT + 1).fill(0);
  const inside = (figures.inside ?? []).map(() => 0);
  const withinRadius = limits.radius.map(() => 0);
  const withinBorder = limits.border.map(() => 0);
  const add = (counts: number[], at: number) => {
    if (at in counts) counts[at] = (counts[at] ?? 0) + 1;
  };
  const addWithin = (counts: number[], steps: readonly number[], meters: number) => {
    steps.forEach((step, at) => {
      if (meters <= step) add(counts, at);
    });
  };
  let letThrough = 0;
  for (let row = 0; row < total; row++) {
    const failed = failures(row);
    if (failed === 0) letThrough++;
    if (failed & OUT_OF_PERIOD) continue;
    /** Whether no other filter keeps the row back. */
    const counts = (name: (typeof ROW_FACETS)[number]) => (failed & ~BIT[name]) === 0;
    const kind = columns.category[row] ?? NO_CATEGORY;
    if (kind !== NO_CATEGORY && counts("category")) add(categories, kind);
    if (!isPlaced(columns, row)) continue;
    if (counts("precision")) add(precisions, precisionOf(columns, row));
    if (counts("radius")) addWithin(withinRadius, limits.radius, radiusOf(columns, row));
    if (counts("side")) add(sides, sideOf(columns, figures, row) ?? -1);
    if (figures.borderMeters && counts("to-border"))
      addWithin(withinBorder, limits.border, borderMetersOf(figures, row));
    if (counts("inside")) {
      figures.inside?.forEach((mask, at) => {
        if (mask[row] === 1) add(inside, at);
      });
    }
  }
  return { letThrough, total, categories, precisions, sides, inside, withinRadius, withinBorder };
}

/** How many rows have their middle day on each day that has any, days rising. */
export interface RowDays {
  readonly days: Int32Array;
  readonly counts: Uint32Array;
  /** Dated rows that period and filters let through, and those that the filters let through. */
  readonly inPeriod: number;
  readonly total: number;
}

/** The days of the rows that the filters let through, whatever the period. */
export function countDays(columns: SievedColumns, figures: RowFigures, sieve: RowSieve): RowDays {
  const failures = failuresOf(columns, figures, sieve);
  const counted = new Map<number, number>();
  let [inPeriod, total] = [0, 0];
  for (let row = 0; row < columns.lng.length; row++) {
    const first = columns.start[row] ?? NO_DAY;
    const failed = failures(row);
    if (first === NO_DAY || (failed & ~OUT_OF_PERIOD) !== 0) continue;
    total++;
    if (failed === 0) inPeriod++;
    const middle = Math.floor((first + (columns.end[row] ?? first)) / 2);
    counted.set(middle, (counted.get(middle) ?? 0) + 1);
  }
  const sorted = [...counted].sort(([a], [b]) => a - b);
  return {
    days: Int32Array.from(sorted, ([day]) => day),
    counts: Uint32Array.from(sorted, ([, count]) => count),
    inPeriod,
    total,
  };
}
