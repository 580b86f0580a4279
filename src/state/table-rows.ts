import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { createStrictSieve, isNarrowed } from "./filter";
import { fold } from "./fold";
import type { KnownFeature } from "./known-features";
import { type LetThroughScope, recordsLetThrough } from "./let-through";
import type { Model } from "./model";
import type { OwnTable } from "./own-layers";
import { type Cell, type ColumnId, cellOf, compareCells } from "./record-columns";
import { boundsInView, reachesInto } from "./summary";

/** A row of the table: a record that is held, or the row of a large import, which becomes a record when it is seen. */
export type TableRow =
  | { readonly layer: Layer; readonly feature: AtlasFeature }
  | { readonly layer: Layer; readonly table: OwnTable; readonly row: number };

/** The record of a row; null for a row that its import no longer has. */
export function entryOf(row: TableRow): KnownFeature | null {
  if ("feature" in row) return row;
  const feature = row.table.featureAt(row.row);
  return feature && { layer: row.layer, feature };
}

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
/** Beyond this many rows the order of letters is that of their codes: that of the language takes too long. */
const MOST_COLLATED = 5000;

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

/**
 * The rows of a table of records: those let through, searched and in order. Large imports are gone through in stretches
 * short enough that nothing stutters. Rejects with the signal's reason when aborted.
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
  const rows: TableRow[] = recordsLetThrough(model, scope).filter(({ feature }) => isSought(feature));
  const view = model.view.peek();
  const sieve =
    scope.concernedOnly && isNarrowed(view)
      ? createStrictSieve(view, model.placeFigures.peek())
      : model.letsThrough.peek();
  const isPlain = text === "" && !isNarrowed(view) && !scope.inViewOnly;
  const bounds = scope.inViewOnly ? boundsInView(view.camera, model.viewport.peek()) : null;
  for (const { layer, table } of model.own.list.peek()) {
    if (!table || (scope.shownLayersOnly && model.own.hidden.peek().has(layer.id))) continue;
    for (let row = 0; row < table.count; row++) {
      const pause = (row & 255) === 0 ? breathe() : null;
      if (pause) await pause;
      if (!isPlain) {
        const feature = table.featureAt(row);
        const isLetThrough =
          feature && sieve({ layer, feature }) && isSought(feature) && (!bounds || reachesInto(feature, bounds));
        if (!isLetThrough) continue;
      }
      rows.push({ layer, table, row });
    }
  }
  if (!sort) return rows;
  const known = model.placeFigures.peek();
  const keyed: { readonly row: TableRow; readonly cell: Cell }[] = [];
  for (const row of rows) {
    const entry = entryOf(row);
    const cell = entry && cellOf(sort.column, entry, known, nameOf(entry.feature));
    keyed.push({ row, cell: typeof cell === "string" && rows.length > MOST_COLLATED ? fold(cell) : cell });
    const pause = (keyed.length & 255) === 0 ? breathe() : null;
    if (pause) await pause;
  }
  const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const compare = rows.length > MOST_COLLATED ? byCode : compareTexts;
  return keyed.sort((a, b) => compareCells(a.cell, b.cell, sort.isDescending, compare)).map(({ row }) => row);
}
