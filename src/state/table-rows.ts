import type { AtlasFeature } from "../data/feature";
import { fold } from "./fold";
import { type LetThroughScope, recordsLetThrough } from "./let-through";
import type { Model } from "./model";
import { isNarrowed } from "./narrowing";
import { type Cell, type ColumnId, cellOf, compareCells } from "./record-columns";
import { eachRowFigures } from "./rows/row-figures";
import { viewSieve } from "./rows/view-sieve";
import { boundsInView } from "./summary";
import { entryOf, type TableRow } from "./table-row";

export interface TableOptions {
  readonly scope: LetThroughScope;
  /** Text that the name must contain. */
  readonly text: string;
  readonly sort: { readonly column: ColumnId; readonly isDescending: boolean } | null;
  readonly nameOf: (feature: AtlasFeature) => string;
  readonly compareTexts: (a: string, b: string) => number;
}

/** So long the page is kept busy at a stretch. */
const STRETCH_MILLISECONDS = 12;
const ID_DIGITS = 10;

/** Gives the page room to draw whenever a stretch of work is over; throws the reason when aborted. */
function createBreather(abort: AbortSignal): () => Promise<void> | null {
  let began = performance.now();
  return () => {
    if (performance.now() - began < STRETCH_MILLISECONDS) return null;
    return new Promise((resolve, reject) =>
      setTimeout(() => {
        began = performance.now();
        if (abort.aborted) reject(abort.reason);
        else resolve();
      }),
    );
  };
}

interface Order {
  readonly cellIn: (row: TableRow) => Cell;
  readonly compare: (a: Cell, b: Cell) => number;
}

/** Two lists in order as one: each row of the shorter one finds its place in the other by halving. */
async function mergeRows(
  first: readonly TableRow[],
  second: readonly TableRow[],
  order: Order | null,
  breathe: () => Promise<void> | null,
): Promise<TableRow[]> {
  const [few, many] = first.length <= second.length ? [first, second] : [second, first];
  const merged: TableRow[] = [];
  let taken = 0;
  const takeTo = async (end: number) => {
    while (taken < end) {
      merged.push(many[taken++] as TableRow);
      const pause = (taken & 1023) === 0 ? breathe() : null;
      if (pause) await pause;
    }
  };
  // Without an order the first list comes first.
  if (!order && few === second) await takeTo(many.length);
  for (const row of few) {
    if (order) {
      const cell = order.cellIn(row);
      let [low, high] = [taken, many.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (order.compare(order.cellIn(many[middle] as TableRow), cell) < 0) low = middle + 1;
        else high = middle;
      }
      await takeTo(low);
    }
    merged.push(row);
    const pause = breathe();
    if (pause) await pause;
  }
  await takeTo(many.length);
  return merged;
}

/**
 * The rows of a table of records: those let through, searched and in order. The rows of large imports come from their
 * worker in order; with them, letters are in the order of their codes, for that of the language takes too long. Rejects
 * with the signal's reason when aborted.
 */
export async function tableRows(model: Model, options: TableOptions, abort: AbortSignal): Promise<readonly TableRow[]> {
  const { scope, text, sort, nameOf, compareTexts } = options;
  const breathe = createBreather(abort);
  const words = fold(text).split(" ");
  const isSought = (feature: AtlasFeature) => {
    if (text === "") return true;
    const name = fold(`${nameOf(feature)} ${feature.properties.title.en} ${feature.id}`);
    return words.every((word) => name.includes(word));
  };
  const known = model.placeFigures.peek();
  /** What the worker tells of rows by which they are put in order. */
  const toldCells = new Map<TableRow, Cell>();
  const cellIn = (row: TableRow): Cell => {
    const told = toldCells.get(row);
    if (told !== undefined) return isCoded && typeof told === "string" ? fold(told) : told;
    const entry = entryOf(row);
    const cell = entry && sort && cellOf(sort.column, entry, known, nameOf(entry.feature));
    if (!isCoded || typeof cell !== "string") return cell;
    // Ids of imports are numbers: 9 comes before 10.
    return sort?.column === "id" ? cell.padStart(ID_DIGITS, "0") : fold(cell);
  };
  const view = model.view.peek();
  const bounds = scope.inViewOnly ? boundsInView(view.camera, model.viewport.peek()) : null;
  const isConcernedOnly = (scope.concernedOnly ?? false) && isNarrowed(view);
  const question = { text, bounds, isConcernedOnly, sort };
  const tables: TableRow[][] = [];
  for (const { layer, table } of model.own.list.peek()) {
    if (!table || (scope.shownLayersOnly && model.own.hidden.peek().has(layer.id))) continue;
    const sieve = viewSieve(view, table.columns);
    const answer = await model.own.rows.peek()?.ask(layer.id, sieve, "select", question, abort);
    const found: TableRow[] = [];
    for (const row of answer?.rows ?? []) {
      found.push({ layer, table, row });
      const pause = (found.length & 255) === 0 ? breathe() : null;
      if (pause) await pause;
    }
    if (sort?.column === "side" || sort?.column === "border") {
      const isSide = sort.column === "side";
      await eachRowFigures(
        model,
        found,
        (one, { side, borderMeters }) => toldCells.set(one, isSide ? side : Math.round(borderMeters)),
        abort,
      );
    }
    tables.push(found);
  }
  const held: TableRow[] = recordsLetThrough(model, scope).filter(({ feature }) => isSought(feature));
  const isCoded = tables.some((rows) => rows.length > 0);
  const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const compare = (a: Cell, b: Cell) =>
    compareCells(a, b, sort?.isDescending ?? false, isCoded ? byCode : compareTexts);
  let merged = held;
  if (sort) {
    const keyed = held.map((row) => ({ row, cell: cellIn(row) }));
    merged = keyed.sort((a, b) => compare(a.cell, b.cell)).map(({ row }) => row);
  }
  for (const rows of tables) merged = await mergeRows(merged, rows, sort ? { cellIn, compare } : null, breathe);
  return merged;
}
