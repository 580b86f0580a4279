import { NO_CATEGORY, NO_DAY, type OwnColumns } from "../../../src/data/own/columns";

/** A row as a test writes it. */
export interface WrittenRow {
  readonly title?: string;
  readonly lng?: number;
  readonly lat?: number;
  readonly start?: number;
  readonly end?: number;
  readonly category?: number | undefined;
  readonly precision?: number;
  readonly radius?: number;
  readonly isLine?: boolean;
}

const encoder = new TextEncoder();

export function textColumn(texts: readonly string[]) {
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => {
    end += encoder.encode(text).length;
    return end;
  });
  return { bytes: encoder.encode(texts.join("")), ends };
}

const LINE = JSON.stringify({
  type: "LineString",
  coordinates: [
    [60, 25],
    [61, 26],
  ],
});

/** Columns with the rows given. */
export function columnsOf(rows: readonly WrittenRow[], categories: readonly string[] = []): OwnColumns {
  return {
    count: rows.length,
    numbers: Uint32Array.from(rows, (_, row) => row + 1),
    lng: Float64Array.from(rows, ({ lng }) => lng ?? Number.NaN),
    height: null,
    lat: Float64Array.from(rows, ({ lat }) => lat ?? Number.NaN),
    start: Int32Array.from(rows, ({ start }) => start ?? NO_DAY),
    end: Int32Array.from(rows, ({ start, end }) => end ?? start ?? NO_DAY),
    timePrecision: new Uint8Array(rows.length),
    precision: Uint8Array.from(rows, ({ precision }) => precision ?? 0),
    radius: Float32Array.from(rows, ({ radius }) => radius ?? 0),
    category: Uint16Array.from(rows, ({ category }) => category ?? NO_CATEGORY),
    categories,
    titles: textColumn(rows.map(({ title }, row) => title ?? `row ${row}`)),
    shapes: rows.some(({ isLine }) => isLine) ? textColumn(rows.map(({ isLine }) => (isLine ? LINE : ""))) : null,
    fields: [],
    cells: new Blob(["[]"]),
    cellStarts: new Float64Array(rows.length),
    cellEnds: new Float64Array(rows.length).fill(2),
  };
}
