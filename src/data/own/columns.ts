/** Many texts in one piece of memory: UTF-8 one after the other, and where each ends. */
export interface TextColumn {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Marks a row without a date. */
export const NO_DAY = -2_147_483_648;
/** Marks a row without a category. */
export const NO_CATEGORY = 65_535;

/** How finely a date is known, in the order in which `timePrecision` counts. */
export const TIME_PRECISIONS = ["day", "days", "week", "month", "year"] as const;
/** Precision classes, in the order in which `precision` counts from 1; 0 stands for none. */
export const PRECISIONS = ["site", "vicinity", "settlement", "district", "province", "country"] as const;

/** An imported file as columns, one entry per accepted row; it crosses threads without a copy. */
export interface OwnColumns {
  readonly count: number;
  /** The number of the row or feature in its file, from 1, rising. */
  readonly numbers: Uint32Array;
  /** WGS84 degrees of a point, or of the middle of the extent of a line or area. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** Metres of points, as the file says them; NaN for none. Null when no point has one. */
  readonly height: Float64Array | null;
  /** First and last day, counted from 1970-01-01; `NO_DAY` for none. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly timePrecision: Uint8Array;
  readonly precision: Uint8Array;
  /** Metres; 0 for none. */
  readonly radius: Float32Array;
  readonly category: Uint16Array;
  readonly categories: readonly string[];
  readonly titles: TextColumn;
  /** GeoJSON geometries of lines, areas and the like as JSON; empty texts for points. Null when all are points. */
  readonly shapes: TextColumn | null;
  /** Names of the columns, when every row has the same; else each row's cells carry their own. */
  readonly fields: readonly string[] | null;
  /** The reader's own cells as JSON, and from where to where those of each row lie. */
  readonly cells: Blob;
  readonly cellStarts: Float64Array;
  readonly cellEnds: Float64Array;
}

const decoder = new TextDecoder();

/** The text of one row. */
export function textAt({ bytes, ends }: TextColumn, row: number): string {
  return decoder.decode(bytes.subarray(row === 0 ? 0 : ends[row - 1], ends[row]));
}
