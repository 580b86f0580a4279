import { NO_CATEGORY, NO_DAY, textAt } from "../../data/own/columns";
import { SIDES } from "../../geo/tasks";
import type { Bounds } from "../camera";
import { fold } from "../fold";
import { concerns, NO_POINT, type RowFigures, type RowSieve, radiusOf, sideOf } from "./sieve";
import type { RowColumns, RowQuestion } from "./tasks";

/** The place of each name in the order of their letters; names that are spelled alike share one. */
function ranksOf(names: readonly string[]): readonly number[] {
  const spelled = names.map((name) => fold(name));
  return spelled.map((name) => spelled.filter((other) => other < name).length);
}

/** A number for each row by which rows are put in order; NaN for what is not known. */
function orderOf(
  columns: RowColumns,
  figures: RowFigures,
  column: string,
  rows: readonly number[],
): (row: number) => number {
  const dayOr = (day: number | undefined) => (day === undefined || day === NO_DAY ? Number.NaN : day);
  const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
  switch (column) {
    case "date":
      return (row) => dayOr(columns.start[row]);
    case "end":
      return (row) => dayOr(columns.end[row]);
    case "radius":
      return (row) => finite(radiusOf(columns, row));
    case "border":
      return (row) => figures.borderMeters?.[row] ?? Number.NaN;
    case "side": {
      const ranks = ranksOf(SIDES);
      return (row) => ranks[sideOf(columns, figures, row) ?? NO_POINT] ?? Number.NaN;
    }
    case "kind": {
      const ranks = ranksOf(columns.categories);
      return (row) => {
        const category = columns.category[row] ?? NO_CATEGORY;
        return category === NO_CATEGORY ? Number.NaN : (ranks[category] ?? Number.NaN);
      };
    }
    case "name": {
      const titles = new Map(rows.map((row) => [row, fold(textAt(columns.titles, row))]));
      const sorted = [...titles].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
      const ranks = new Map(sorted.map(([row], rank) => [row, rank]));
      return (row) => ranks.get(row) ?? Number.NaN;
    }
    case "id":
      return (row) => row;
    default:
      return () => Number.NaN;
  }
}

/** Those of `rows` that reach into the bounds and, when wanted, concern the filters; in the order asked for. */
export function selectRows(
  columns: RowColumns,
  figures: RowFigures,
  sieve: RowSieve,
  rows: readonly number[],
  { bounds, isConcernedOnly, sort }: RowQuestion<"select">,
  reachesInto: (row: number, view: Bounds) => boolean,
): Uint32Array {
  const isConcerned = concerns(columns, sieve);
  const selected = rows.filter(
    (row) => (!bounds || reachesInto(row, bounds)) && (!isConcernedOnly || isConcerned(row)),
  );
  if (!sort) return Uint32Array.from(selected);
  const order = orderOf(columns, figures, sort.column, selected);
  const keys = new Map(selected.map((row) => [row, order(row)]));
  const sign = sort.isDescending ? -1 : 1;
  return Uint32Array.from(selected).sort((a, b) => {
    const [left, right] = [keys.get(a) ?? Number.NaN, keys.get(b) ?? Number.NaN];
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return sign * (left - right);
  });
}
