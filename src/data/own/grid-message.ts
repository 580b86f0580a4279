import type { GridAnswer, GridColumns, GridQuestion } from "./grid";

/** What the page tells the worker that looks after tables. */
export type GridRequest =
  | { readonly kind: "load"; readonly layer: string; readonly columns: GridColumns }
  | { readonly kind: "drop"; readonly layer: string }
  | { readonly kind: "ask"; readonly id: number; readonly layer: string; readonly question: GridQuestion };

/** An answer with the number of its question. */
export interface GridResponse {
  readonly id: number;
  readonly answer: GridAnswer;
}
