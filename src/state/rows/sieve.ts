import { NO_CATEGORY, NO_DAY, type OwnColumns, PRECISIONS } from "../../data/own/columns";
import { SIDES } from "../../geo/tasks";

/** What decides which rows of a table are let through and how they are counted. */
export type SievedColumns = Pick<
  OwnColumns,
  "lng" | "start" | "end" | "category" | "precision" | "radius" | "categories"
> & {
  /** 1 for a line or area; null when all rows are points. */
  readonly isShape: Uint8Array | null;
};

/** What the engine found of each row; null for what it was not asked or has not answered yet. */
export interface RowFigures {
  /** An entry of `SIDES`; anything above for a row that is no point. */
  readonly side: Uint8Array | null;
  /** Metres to the border; NaN for a row that is no point. */
  readonly borderMeters: Float64Array | null;
  /** For each corridor of the link, in its order: 1 for the rows inside. */
  readonly inside: readonly Uint8Array[] | null;
  /** True when the engine cannot answer: what it would tell then narrows nothing. */
  readonly hasFailed: boolean;
}

export const NO_FIGURES: RowFigures = { side: null, borderMeters: null, inside: null, hasFailed: false };

/** The period and filters of a view as far as they concern rows of tables; null for a filter that is not set. */
export interface RowSieve {
  /** Days counted from 1970-01-01, both included. */
  readonly period: { readonly from: number; readonly to: number } | null;
  /** Numbers of categories, of `PRECISIONS` (6 for none) and of `SIDES` (5 for no known point) that are let through. */
  readonly categories: readonly number[] | null;
  readonly precisions: readonly number[] | null;
  readonly sides: readonly number[] | null;
  readonly radiusMeters: number | null;
  readonly borderMeters: number | null;
  /** Numbers of corridors from 0. */
  readonly inside: readonly number[] | null;
}

/** The filters that concern rows, in the order of their bits in an answer of `failuresOf`. */
export const ROW_FACETS = ["category", "precision", "radius", "side", "to-border", "inside"] as const;
export const NO_PRECISION = PRECISIONS.length;
export const NO_POINT = SIDES.length;
/** The bit of a row that the period does not let through. */
export const OUT_OF_PERIOD = 1 << ROW_FACETS.length;

const isIn = (values: readonly number[], value: number) => values.includes(value);

/** True for rows that stand for one place, were it unknown: points, and whatever has a date. */
export const isPlaced = ({ isShape, start }: SievedColumns, row: number): boolean =>
  isShape?.[row] !== 1 || start[row] !== NO_DAY;

/** The number of a row's precision class as it is filtered. */
export const precisionOf = ({ precision }: SievedColumns, row: number): number =>
  precision[row] === 0 ? NO_PRECISION : (precision[row] ?? 0) - 1;

/** Metres of doubt about a row's place; infinite where none is stated. */
export const radiusOf = (columns: SievedColumns, row: number): number =>
  columns.precision[row] === 0 ? Number.POSITIVE_INFINITY : (columns.radius[row] ?? 0);

/** The number of a row's side as it is filtered; null for lines and areas, which are on none, and what is not known yet. */
export function sideOf({ isShape, lng }: SievedColumns, { side }: RowFigures, row: number): number | null {
  if (isShape?.[row] === 1) return null;
  if (Number.isNaN(lng[row] ?? Number.NaN)) return NO_POINT;
  return side?.[row] ?? null;
}

/** Metres from a row to the border; infinite where it has no point. */
export function borderMetersOf({ borderMeters }: RowFigures, row: number): number {
  const meters = borderMeters?.[row] ?? Number.NaN;
  return Number.isNaN(meters) ? Number.POSITIVE_INFINITY : meters;
}

/**
 * For each row which filters keep it back, as bits: the same rules as for records that are held. A period keeps back only
 * dated rows, a filter only rows that have what it compares, and what is not known yet is kept back.
 */
export function failuresOf(columns: SievedColumns, figures: RowFigures, sieve: RowSieve): (row: number) => number {
  const { start, end, category } = columns;
  const { period, categories, precisions, sides, radiusMeters, borderMeters, inside } = sieve;
  const { hasFailed } = figures;
  return (row) => {
    let failures = 0;
    const first = start[row] ?? NO_DAY;
    if (period && first !== NO_DAY && (first > period.to || (end[row] ?? NO_DAY) < period.from))
      failures |= OUT_OF_PERIOD;
    const kind = category[row] ?? NO_CATEGORY;
    if (categories && kind !== NO_CATEGORY && !isIn(categories, kind)) failures |= 1;
    if (!isPlaced(columns, row)) return failures;
    if (precisions && !isIn(precisions, precisionOf(columns, row))) failures |= 2;
    if (radiusMeters !== null && radiusOf(columns, row) > radiusMeters) failures |= 4;
    const side = sides && sideOf(columns, figures, row);
    // That a row has no point is known without the engine.
    if (sides && (!hasFailed || side === NO_POINT) && !isIn(sides, side ?? -1)) failures |= 8;
    if (borderMeters !== null && !hasFailed && borderMetersOf(figures, row) > borderMeters) failures |= 16;
    if (inside && !hasFailed && !inside.some((at) => figures.inside?.[at]?.[row] === 1)) failures |= 32;
    return failures;
  };
}

/** Whether a sieve compares what the engine has not told yet. */
export const isWaiting = (figures: RowFigures, { sides, borderMeters, inside }: RowSieve): boolean =>
  !figures.hasFailed &&
  ((sides !== null && !figures.side) ||
    (borderMeters !== null && !figures.borderMeters) ||
    (inside !== null && !figures.inside));

/** Whether the period or a filter compares something of a row. */
export function concerns(columns: SievedColumns, sieve: RowSieve): (row: number) => boolean {
  const { period, categories, precisions, sides, radiusMeters, borderMeters, inside } = sieve;
  const isPlaceAsked = [precisions, sides, radiusMeters, borderMeters, inside].some((asked) => asked !== null);
  return (row) =>
    (period !== null && columns.start[row] !== NO_DAY) ||
    (categories !== null && columns.category[row] !== NO_CATEGORY) ||
    (isPlaceAsked && isPlaced(columns, row));
}
