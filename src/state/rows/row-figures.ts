import { SIDES } from "../../geo/tasks";
import { featureKey } from "../feature-key";
import { figuresIn, type KnownFigures, type PointFigures } from "../known-figures";
import type { Model } from "../model";
import type { TableRow } from "../table-row";
import { viewSieve } from "./view-sieve";

type Own = Pick<Model, "own" | "view">;
type RowOfTable = Extract<TableRow, { readonly row: number }>;

/** The rows of large imports among `rows`, by the id of their layer. */
function rowsByLayer(rows: readonly TableRow[]): ReadonlyMap<string, readonly RowOfTable[]> {
  const byLayer = new Map<string, RowOfTable[]>();
  for (const row of rows) {
    if (!("table" in row)) continue;
    const others = byLayer.get(row.layer.id);
    if (others) others.push(row);
    else byLayer.set(row.layer.id, [row]);
  }
  return byLayer;
}

/**
 * Calls `take` with the figures of every row of a large import among `rows` for which the engine has some, asked from the
 * worker that keeps them. Rejects with the reason of `abort`.
 */
export async function eachRowFigures(
  { own, view }: Own,
  rows: readonly TableRow[],
  take: (row: RowOfTable, figures: PointFigures) => void,
  abort: AbortSignal,
): Promise<void> {
  for (const [layer, asked] of rowsByLayer(rows)) {
    const [first] = asked;
    if (!first) continue;
    const sieve = viewSieve(view.peek(), first.table.columns);
    const question = { rows: Uint32Array.from(asked, ({ row }) => row) };
    const answer = await own.rows.peek()?.ask(layer, sieve, "figures", question, abort);
    asked.forEach((row, at) => {
      const side = SIDES[answer?.side[at] ?? -1];
      if (side) take(row, { side, borderMeters: answer?.borderMeters[at] ?? Number.NaN });
    });
  }
}

/** `known` with the figures of those of `rows` that belong to large imports. Rejects with the reason of `abort`. */
export async function withRowFigures(
  model: Own,
  rows: readonly TableRow[],
  known: KnownFigures,
  abort: AbortSignal,
): Promise<KnownFigures> {
  const { points, inside } = figuresIn(known);
  const all = new Map(points);
  await eachRowFigures(
    model,
    rows,
    ({ layer, table, row }, figures) => {
      all.set(featureKey({ layer: layer.id, id: String(table.columns.numbers[row]) }), [figures]);
    },
    abort,
  );
  return { points: all, inside };
}
