import type { OwnColumns } from "../../data/own/columns";
import type { GridAnswer, GridQuestion } from "../../data/own/grid";
import type { FoundRows } from "./found-rows";
import type { NearestRows } from "./nearest";
import type { RowFigures, RowSieve } from "./sieve";
import type { CountedLimits, RowCounts, RowDays } from "./tally";
import type { SoughtDays } from "./within";

/** What the engine found of some rows, in the order in which they were asked for. */
export interface FoundFigures {
  /** Entries of `SIDES`; anything above for a row that is no point or is not known yet. */
  readonly side: Uint8Array;
  /** Metres to the border; NaN likewise. */
  readonly borderMeters: Float64Array;
}

/** What may be asked about the rows of a table; the sieve of the view comes with every question. */
export interface RowTasks {
  /** What is to be drawn. */
  grid: {
    question: GridQuestion;
    answer: GridAnswer & {
      /** Lines and areas that are drawn as such, and their geometries as a JSON list, as fine as they can be seen. */
      readonly shapeRows: Uint32Array;
      readonly shapes: string;
      /** Lines and areas in view that are gathered like points, though they could be seen as such. */
      readonly undrawnShapes: number;
    };
  };
  /** How many rows each value of each filter would let through. */
  counts: { question: CountedLimits; answer: RowCounts };
  /** How many rows there are on each day, whatever the period. */
  days: { question: Readonly<Record<string, never>>; answer: RowDays };
  /** Rows that the filters let through, whatever the period, and that lie within some days; none when over `most`. */
  within: { question: SoughtDays; answer: FoundRows };
  /** Rows let through whose title holds every word of a text, the first `most` of them. */
  find: {
    question: {
      readonly text: string;
      readonly most: number;
      /** True to look among all rows, whatever period and filters let through. */
      readonly isEveryRow?: boolean;
    };
    answer: FoundRows;
  };
  /** All rows let through whose title holds every word of a text, in order: unknown last, else as in the file. */
  select: {
    question: {
      readonly text: string;
      /** Only rows that reach into these bounds; null for all. */
      readonly bounds: readonly [west: number, south: number, east: number, north: number] | null;
      /** Only rows that the period or a filter compares. */
      readonly isConcernedOnly: boolean;
      readonly sort: { readonly column: string; readonly isDescending: boolean } | null;
    };
    answer: {
      readonly rows: Uint32Array;
      /** True while the engine still owes what the sieve compares: such rows are held back. */
      readonly isWaiting: boolean;
    };
  };
  /** Side and distance to the border of some rows, whatever period and filters let through. */
  figures: { question: { readonly rows: Uint32Array }; answer: FoundFigures };
  /** The nearest rows to a position, whatever period and filters let through; `except` is a row that is left out. */
  nearest: {
    question: {
      readonly from: readonly [lng: number, lat: number];
      readonly limit: number;
      readonly except: number | null;
    };
    answer: NearestRows;
  };
}

export type RowTask = keyof RowTasks;
export type RowQuestion<Name extends RowTask> = RowTasks[Name]["question"];
export type RowAnswer<Name extends RowTask> = RowTasks[Name]["answer"];

/** The columns that the worker knows of a table. */
export type RowColumns = Pick<
  OwnColumns,
  "lng" | "lat" | "start" | "end" | "category" | "precision" | "radius" | "categories" | "titles" | "shapes"
> & { readonly isShape: Uint8Array | null };

/** One question with its name, as it crosses the thread boundary. */
export type AskedOfRows = { [Name in RowTask]: { readonly name: Name; readonly question: RowQuestion<Name> } }[RowTask];

/** What the page tells the worker. The columns of a table come one by one, so that no message holds up the page. */
export type RowsRequest =
  | { readonly kind: "columns"; readonly table: string; readonly part: Partial<RowColumns> }
  | { readonly kind: "figures"; readonly table: string; readonly figures: RowFigures }
  | { readonly kind: "drop"; readonly table: string }
  | {
      readonly kind: "ask";
      readonly id: number;
      readonly table: string;
      readonly sieve: RowSieve;
      readonly asked: AskedOfRows;
    }
  | { readonly kind: "abort"; readonly id: number };

/** An answer with the number of its question; null for a table that is not there any more. */
export interface RowsResponse {
  readonly id: number;
  readonly answer: RowAnswer<RowTask> | null;
}
