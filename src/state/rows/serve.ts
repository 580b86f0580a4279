import type { RowFigures } from "./sieve";
import { QueriedTable } from "./table";
import type { RowColumns, RowsRequest, RowsResponse } from "./tasks";

/** So long a question is worked on before others get their turn. */
const TURN_MILLISECONDS = 20;

type Post = (response: RowsResponse, transfer: ArrayBuffer[]) => void;

/** The memory of typed arrays in an answer, so that it is moved and not copied. */
const buffersOf = (answer: object): ArrayBuffer[] =>
  Object.values(answer).flatMap((part) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );

const isWhole = (part: Partial<RowColumns>): part is RowColumns =>
  ["lng", "lat", "start", "end", "category", "precision", "radius", "categories", "titles", "isShape"].every(
    (name) => name in part,
  );

/** A function that takes what the page tells and answers through `post`; what the worker does. */
export function serveRows(post: Post): (request: RowsRequest) => Promise<void> {
  const coming = new Map<string, Partial<RowColumns>>();
  const tables = new Map<string, QueriedTable>();
  /** Figures that were there before the last column of their table. */
  const early = new Map<string, RowFigures>();
  const working = new Set<number>();
  const aborted = new Set<number>();

  const turns = (id: number) => {
    let until = performance.now() + TURN_MILLISECONDS;
    return async () => {
      if (performance.now() < until) return;
      await new Promise((resolve) => setTimeout(resolve));
      if (aborted.has(id)) throw new DOMException("of no more use", "AbortError");
      until = performance.now() + TURN_MILLISECONDS;
    };
  };
  return async (request) => {
    if (request.kind === "columns") {
      const known = { ...coming.get(request.table), ...request.part };
      if (!isWhole(known)) coming.set(request.table, known);
      else {
        coming.delete(request.table);
        const table = new QueriedTable(known);
        const figures = early.get(request.table);
        if (figures) table.figures = figures;
        early.delete(request.table);
        tables.set(request.table, table);
      }
    } else if (request.kind === "drop") {
      tables.delete(request.table);
      coming.delete(request.table);
      early.delete(request.table);
    } else if (request.kind === "figures") {
      const table = tables.get(request.table);
      if (table) table.figures = request.figures;
      else early.set(request.table, request.figures);
    } else if (request.kind === "abort") {
      if (working.has(request.id)) aborted.add(request.id);
    } else {
      const { id, asked, sieve } = request;
      working.add(id);
      try {
        const answer = (await tables.get(request.table)?.answer(asked, sieve, turns(id))) ?? null;
        post({ id, answer }, answer ? buffersOf(answer) : []);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      } finally {
        working.delete(id);
        aborted.delete(id);
      }
    }
  };
}
