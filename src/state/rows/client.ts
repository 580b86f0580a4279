import type { OwnColumns } from "../../data/own/columns";
import { serveRows } from "./serve";
import type { RowFigures, RowSieve } from "./sieve";
import type { AskedOfRows, RowAnswer, RowColumns, RowQuestion, RowsRequest, RowsResponse, RowTask } from "./tasks";

/** The part of a Worker that is used here, so that a test can stand in for it. */
export interface RowsWorker {
  postMessage(request: RowsRequest, transfer?: Transferable[]): void;
  onmessage: ((event: { readonly data: RowsResponse }) => void) | null;
}

/** Answers questions about the rows of tables without holding up the page. */
export interface Rows {
  /** Tells the worker a table's columns; resolves when all are on their way. */
  load(table: string, columns: OwnColumns): Promise<void>;
  drop(table: string): void;
  /** Tells what the engine found; the memory of `inside` is moved, that of the others copied. */
  setFigures(table: string, figures: RowFigures): void;
  /** The answer; null for a table that is not there. Rejects with the signal's reason when aborted. */
  ask<Name extends RowTask>(
    table: string,
    sieve: RowSieve,
    name: Name,
    question: RowQuestion<Name>,
    abort?: AbortSignal,
  ): Promise<RowAnswer<Name> | null>;
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** 1 for each row that is a line or an area; null when all are points. */
function shapesOf({ shapes }: OwnColumns): Uint8Array | null {
  if (!shapes) return null;
  const { ends } = shapes;
  return Uint8Array.from(ends, (end, row) => (end > (row === 0 ? 0 : (ends[row - 1] ?? 0)) ? 1 : 0));
}

/** Asks `worker`. */
export function createRows(worker: RowsWorker): Rows {
  const open = new Map<number, (answer: RowAnswer<RowTask> | null) => void>();
  let lastId = 0;
  worker.onmessage = ({ data }) => {
    open.get(data.id)?.(data.answer);
    open.delete(data.id);
  };
  return {
    async load(table, columns) {
      const { lng, lat, start, end, category, precision, radius, categories, titles } = columns;
      const whole: RowColumns = {
        ...{ lng, lat, start, end, category, precision, radius, categories, titles },
        isShape: shapesOf(columns),
      };
      for (const [name, part] of Object.entries(whole)) {
        worker.postMessage({ kind: "columns", table, part: { [name]: part } });
        // A column of a million rows takes some milliseconds to be copied.
        if (columns.count > 100_000) await turn();
      }
    },
    drop: (table) => worker.postMessage({ kind: "drop", table }),
    setFigures(table, figures) {
      const transfer = (figures.inside ?? []).map(({ buffer }) => buffer as ArrayBuffer);
      worker.postMessage({ kind: "figures", table, figures }, transfer);
    },
    ask: (table, sieve, name, question, abort) =>
      new Promise((resolve, reject) => {
        if (abort?.aborted) {
          reject(abort.reason);
          return;
        }
        const id = ++lastId;
        const asked = { name, question } as AskedOfRows;
        open.set(id, resolve as (answer: RowAnswer<RowTask> | null) => void);
        abort?.addEventListener(
          "abort",
          () => {
            if (!open.delete(id)) return;
            worker.postMessage({ kind: "abort", id });
            reject(abort.reason);
          },
          { once: true },
        );
        worker.postMessage({ kind: "ask", id, table, sieve, asked });
      }),
  };
}

/** The rows of a page, asked in a worker. */
export const startRows = (): Rows =>
  createRows(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }) as unknown as RowsWorker);

/** A stand-in that answers on the same thread: for tests. */
export function inProcessRowsWorker(): RowsWorker {
  const worker: RowsWorker = { postMessage: (request) => void serve(request), onmessage: null };
  const serve = serveRows((data) => worker.onmessage?.({ data }));
  return worker;
}
