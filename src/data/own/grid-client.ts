import type { GridAnswer, GridColumns, GridQuestion } from "./grid";
import type { GridRequest, GridResponse } from "./grid-message";

/** What of tables is to be drawn, found out in a worker. */
export interface Grids {
  load(layer: string, columns: GridColumns): void;
  drop(layer: string): void;
  ask(layer: string, question: GridQuestion): Promise<GridAnswer>;
}

/** The worker that looks after the tables of a page. */
export function startGrids(): Grids {
  const worker = new Worker(new URL("./grid-worker.ts", import.meta.url), { type: "module" });
  const open = new Map<number, (answer: GridAnswer) => void>();
  let lastId = 0;
  const post = (request: GridRequest) => worker.postMessage(request);
  worker.addEventListener("message", ({ data }: MessageEvent<GridResponse>) => {
    open.get(data.id)?.(data.answer);
    open.delete(data.id);
  });
  return {
    load: (layer, { lng, lat, start, end }) => post({ kind: "load", layer, columns: { lng, lat, start, end } }),
    drop: (layer) => post({ kind: "drop", layer }),
    ask: (layer, question) =>
      new Promise((resolve) => {
        open.set(++lastId, resolve);
        post({ kind: "ask", id: lastId, layer, question });
      }),
  };
}
