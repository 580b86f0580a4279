import { type GridQuestion, gridOf } from "../../data/own/grid";
import { drawnShapes } from "./drawn-shapes";
import { createExtents } from "./extents";
import type { FoundRows } from "./found-rows";
import { nearestRows } from "./nearest";
import { createReach } from "./reach";
import { selectRows } from "./select";
import { failuresOf, isWaiting, NO_FIGURES, NO_POINT, type RowFigures, type RowSieve } from "./sieve";
import { countDays, countRows } from "./tally";
import type { AskedOfRows, FoundFigures, RowAnswer, RowColumns, RowQuestion, RowTask } from "./tasks";
import { SearchedTitles, wordsOf } from "./titles";
import { rowsWithin } from "./within";

/** A table that answers questions about its rows. */
export class QueriedTable {
  readonly #columns: RowColumns;
  readonly #titles: SearchedTitles;
  readonly #extents: () => Float64Array;
  readonly #reachesInto: ReturnType<typeof createReach>;
  #figures: RowFigures = NO_FIGURES;
  #sifted: { readonly sieve: string; readonly isLetThrough: Uint8Array } | null = null;

  constructor(columns: RowColumns) {
    this.#columns = columns;
    this.#extents = createExtents(columns);
    this.#reachesInto = createReach(columns, this.#extents);
    this.#titles = new SearchedTitles(columns.titles);
  }

  set figures(figures: RowFigures) {
    this.#figures = figures;
    this.#sifted = null;
  }

  /** 1 for the rows that a sieve lets through; kept, for many questions are asked through the same one. */
  #sift(sieve: RowSieve): Uint8Array {
    const key = JSON.stringify(sieve);
    if (this.#sifted?.sieve === key) return this.#sifted.isLetThrough;
    const failures = failuresOf(this.#columns, this.#figures, sieve);
    const isLetThrough = this.#columns.precision.map((_, row) => (failures(row) === 0 ? 1 : 0));
    this.#sifted = { sieve: key, isLetThrough };
    return isLetThrough;
  }

  /** Lines and areas are drawn as such as far as that goes; all others are gathered in a grid. */
  #draw(question: GridQuestion, isLetThrough: Uint8Array): RowAnswer<"grid"> {
    const shapes = drawnShapes(this.#columns, this.#extents, question, isLetThrough);
    const others = shapes.rows.length === 0 ? isLetThrough : isLetThrough.slice();
    for (const row of shapes.rows) others[row] = 0;
    const grid = gridOf(this.#columns, question, others);
    return {
      ...grid,
      letThrough: grid.letThrough + shapes.rows.length,
      shapeRows: shapes.rows,
      shapes: shapes.geometries,
      undrawnShapes: shapes.undrawn,
    };
  }

  async #find(
    sieve: RowSieve,
    { text, most, isEveryRow = false }: RowQuestion<"find">,
    breathe: () => Promise<void>,
  ): Promise<FoundRows> {
    const rows: number[] = [];
    let count = 0;
    const isLetThrough = isEveryRow ? null : this.#sift(sieve);
    const words = wordsOf(text);
    for (let piece = 0; piece < this.#titles.pieces; piece++) {
      for (const row of this.#titles.rowsWith(piece, words)) {
        if (isLetThrough?.[row] === 0) continue;
        count++;
        if (rows.length < most) rows.push(row);
      }
      await breathe();
    }
    return { rows: Uint32Array.from(rows), count };
  }

  #figuresOf(rows: Uint32Array): FoundFigures {
    const { side, borderMeters } = this.#figures;
    return {
      side: Uint8Array.from(rows, (row) => side?.[row] ?? NO_POINT),
      borderMeters: Float64Array.from(rows, (row) => borderMeters?.[row] ?? Number.NaN),
    };
  }

  /** The answer; `breathe` lets other questions through in between, and rejects when this one is of no more use. */
  answer({ name, question }: AskedOfRows, sieve: RowSieve, breathe: () => Promise<void>): Promise<RowAnswer<RowTask>> {
    const [columns, figures] = [this.#columns, this.#figures];
    switch (name) {
      case "grid":
        return Promise.resolve(this.#draw(question, this.#sift(sieve)));
      case "counts":
        return Promise.resolve(countRows(columns, figures, sieve, question));
      case "days":
        return Promise.resolve(countDays(columns, figures, sieve));
      case "within":
        return Promise.resolve(rowsWithin(columns, figures, sieve, question));
      case "find":
        return this.#find(sieve, question, breathe);
      case "select":
        return this.#find(sieve, { text: question.text, most: Number.POSITIVE_INFINITY }, breathe).then(({ rows }) => ({
          rows: selectRows(columns, figures, sieve, Array.from(rows), question, this.#reachesInto),
          isWaiting: isWaiting(figures, sieve),
        }));
      case "figures":
        return Promise.resolve(this.#figuresOf(question.rows));
      case "nearest":
        return Promise.resolve(nearestRows(columns, question.from, question.limit, question.except));
    }
  }
}
