import type { OwnColumns } from "../../data/own/columns";
import { serveRows } from "./serve";
import { NO_FIGURES, type RowFigures, type RowSieve } from "./sieve";
import type { AskedOfRows, RowAnswer, RowColumns, RowQuestion, RowsRequest, RowsResponse, RowTask } from "./tasks";

/** The part of a Worker that is used here, so that a test can stand in for it. */
export interface RowsWorker {
  postMessage(request: RowsRequest): void;
  terminate(): void;
  onmessage: ((event: { readonly data: RowsResponse }) => void) | null;
  onerror: (() => void) | null;
}

/** How long questions may be open without any answer before the worker is taken for dead. */
const SILENT_MILLISECONDS = 15_000;

/** Answers questions about the rows of tables without holding up the page. */
export interface Rows {
  /** Tells the worker a table's columns; resolves when all are on their way. */
  load(table: string, columns: OwnColumns): Promise<void>;
  drop(table: string): void;
  /** Tells what the engine found. */
  setFigures(table: string, figures: RowFigures): void;
  /** Tells that the engine will find nothing, unless it already has: what it would tell then narrows nothing. */
  failFigures(table: string): void;
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

interface Open {
  readonly request: RowsRequest;
  readonly resolve: (answer: RowAnswer<RowTask> | null) => void;
}

/**
 * Asks a worker. When it cannot be started, breaks off or falls silent, what it was told and asked goes to the stand-in that
 * `startInPage` makes, which answers in short turns on the page itself: slower, and nothing is lost.
 */
export function createRows(startWorker: () => RowsWorker, startInPage: () => RowsWorker = inProcessRowsWorker): Rows {
  const open = new Map<number, Open>();
  const tables = new Map<string, RowColumns>();
  const figuresOf = new Map<string, RowFigures>();
  /** Tables whose columns are on their way: a question that came sooner would find none. */
  const loading = new Map<string, Promise<void>>();
  let lastId = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const listen = (to: RowsWorker): RowsWorker => {
    to.onmessage = ({ data }) => {
      open.get(data.id)?.resolve(data.answer);
      open.delete(data.id);
      expectAnswer();
    };
    return to;
  };
  const fallBack = () => {
    clearTimeout(silence);
    worker.onerror = null;
    worker.onmessage = null;
    worker.terminate();
    isInPage = true;
    worker = listen(startInPage());
    for (const [table, part] of tables) worker.postMessage({ kind: "columns", table, part });
    for (const [table, figures] of figuresOf) worker.postMessage({ kind: "figures", table, figures });
    for (const { request } of open.values()) worker.postMessage(request);
  };
  const expectAnswer = () => {
    clearTimeout(silence);
    if (open.size > 0 && !isInPage) silence = setTimeout(fallBack, SILENT_MILLISECONDS);
  };
  let isInPage = false;
  let worker: RowsWorker;
  try {
    worker = listen(startWorker());
    worker.onerror = fallBack;
  } catch {
    isInPage = true;
    worker = listen(startInPage());
  }

  const post = async (table: string, columns: OwnColumns) => {
    const { lng, lat, start, end, category, precision, radius, categories, titles, shapes } = columns;
    const whole: RowColumns = {
      ...{ lng, lat, start, end, category, precision, radius, categories, titles, shapes },
      isShape: shapesOf(columns),
    };
    tables.set(table, whole);
    for (const [name, part] of Object.entries(whole)) {
      worker.postMessage({ kind: "columns", table, part: { [name]: part } });
      // A column of a million rows takes some milliseconds to be copied.
      if (columns.count > 100_000) await turn();
    }
  };
  const setFigures = (table: string, figures: RowFigures) => {
    figuresOf.set(table, figures);
    worker.postMessage({ kind: "figures", table, figures });
  };

  return {
    load(table, columns) {
      const coming = post(table, columns).finally(() => {
        if (loading.get(table) === coming) loading.delete(table);
      });
      loading.set(table, coming);
      return coming;
    },
    drop(table) {
      tables.delete(table);
      figuresOf.delete(table);
      worker.postMessage({ kind: "drop", table });
    },
    setFigures,
    failFigures(table) {
      const known = figuresOf.get(table);
      if (!known || known.hasFailed) setFigures(table, { ...NO_FIGURES, hasFailed: true });
    },
    ask: async (table, sieve, name, question, abort) => {
      if (loading.has(table)) await loading.get(table);
      return new Promise((resolve, reject) => {
        if (abort?.aborted) {
          reject(abort.reason);
          return;
        }
        const id = ++lastId;
        const asked = { name, question } as AskedOfRows;
        const request: RowsRequest = { kind: "ask", id, table, sieve, asked };
        open.set(id, { request, resolve: resolve as Open["resolve"] });
        abort?.addEventListener(
          "abort",
          () => {
            if (!open.delete(id)) return;
            worker.postMessage({ kind: "abort", id });
            if (open.size === 0) clearTimeout(silence);
            reject(abort.reason);
          },
          { once: true },
        );
        if (open.size === 1) expectAnswer();
        worker.postMessage(request);
      });
    },
  };
}

/** The rows of a page, asked in a worker. */
export const startRows = (): Rows =>
  createRows(() => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }) as unknown as RowsWorker);

/** A stand-in that answers on the same thread, in short turns. */
export function inProcessRowsWorker(): RowsWorker {
  const worker: RowsWorker = {
    postMessage: (request) => void serve(request),
    terminate: () => {
      worker.onmessage = null;
    },
    onmessage: null,
    onerror: null,
  };
  const serve = serveRows((data) => worker.onmessage?.({ data }));
  return worker;
}
