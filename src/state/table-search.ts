import { dayOf, NO_DAY, textAt } from "../data/own/columns";
import { fold } from "./fold";
import type { OwnTable } from "./own-layers";
import type { Period } from "./view";

/** Scanning gives way to the page after this long. */
const SLICE_MILLISECONDS = 8;
const ROWS_PER_LOOK = 500;

/** The first rows that were found, and how many there are in all. */
export interface FoundRows {
  readonly rows: readonly number[];
  readonly count: number;
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Rows of a table whose title holds every word of `text` and whose days touch the period: the first `most`, and the count
 * of all. Works in slices of 8 ms, so that the page stays fluid; rejects with the signal's reason when aborted.
 */
export async function findRows(
  { columns, count }: Pick<OwnTable, "columns" | "count">,
  { text, period, most }: { readonly text: string; readonly period: Period | null; readonly most: number },
  abort: AbortSignal,
): Promise<FoundRows> {
  const words = fold(text)
    .split(" ")
    .filter((word) => word !== "");
  const days = period && { from: dayOf(period.from), to: dayOf(period.to) };
  const rows: number[] = [];
  let found = 0;
  let sliceStart = performance.now();
  for (let row = 0; row < count; row++) {
    if (row % ROWS_PER_LOOK === 0 && performance.now() - sliceStart > SLICE_MILLISECONDS) {
      await pause();
      abort.throwIfAborted();
      sliceStart = performance.now();
    }
    const first = columns.start[row] ?? NO_DAY;
    if (days && first !== NO_DAY && (first > days.to || (columns.end[row] ?? NO_DAY) < days.from)) continue;
    if (words.length > 0) {
      const title = fold(textAt(columns.titles, row));
      if (!words.every((word) => title.includes(word))) continue;
    }
    found++;
    if (rows.length < most) rows.push(row);
  }
  return { rows, count: found };
}
