import { type GridColumns, gridOf } from "./grid";
import type { GridRequest, GridResponse } from "./grid-message";

const tables = new Map<string, GridColumns>();

self.addEventListener("message", ({ data }: MessageEvent<GridRequest>) => {
  if (data.kind === "load") tables.set(data.layer, data.columns);
  else if (data.kind === "drop") tables.delete(data.layer);
  else {
    const columns = tables.get(data.layer);
    if (!columns) return;
    const answer = gridOf(columns, data.question);
    const transfer = [answer.rows, answer.groupLng, answer.groupLat, answer.groupCount].map(({ buffer }) => buffer);
    const response: GridResponse = { id: data.id, answer };
    self.postMessage(response, { transfer: transfer as ArrayBuffer[] });
  }
});
