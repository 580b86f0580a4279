import type { Geometry } from "geojson";
import { dateOfDay } from "../day";
import type { AtlasFeature } from "../feature";
import type { OwnCell, OwnRecord } from "../own-record";
import { NO_CATEGORY, NO_DAY, type OwnColumns, PRECISIONS, TIME_PRECISIONS, textAt } from "./columns";

function whenOf({ start, end, timePrecision }: OwnColumns, row: number) {
  const [first = NO_DAY, last = NO_DAY] = [start[row], end[row]];
  if (first === NO_DAY) return {};
  const precision = TIME_PRECISIONS[timePrecision[row] ?? 0] ?? "day";
  return { when: { start: dateOfDay(first), end: dateOfDay(last), precision } };
}

function geometryOf({ lng, lat, height, shapes }: OwnColumns, row: number): Geometry | null {
  const shape = shapes ? textAt(shapes, row) : "";
  if (shape !== "") return JSON.parse(shape) as Geometry;
  const [x = Number.NaN, y = Number.NaN] = [lng[row], lat[row]];
  if (Number.isNaN(x)) return null;
  const z = height?.[row] ?? Number.NaN;
  return { type: "Point", coordinates: Number.isNaN(z) ? [x, y] : [x, y, z] };
}

/** The feature of one row, with the cells given, and with the geometry given in the place of its own. */
export function featureOfRow(
  columns: OwnColumns,
  row: number,
  cells: OwnRecord["cells"] = {},
  geometry: Geometry | null = geometryOf(columns, row),
): AtlasFeature {
  const id = String(columns.numbers[row]);
  const precision = PRECISIONS[(columns.precision[row] ?? 0) - 1];
  const category = columns.category[row] ?? NO_CATEGORY;
  return {
    type: "Feature",
    id,
    geometry,
    properties: {
      kind: "own",
      id,
      status: "current",
      title: { en: textAt(columns.titles, row) },
      category: category === NO_CATEGORY ? null : (columns.categories[category] ?? null),
      where: precision ? { precision, uncertaintyRadiusM: columns.radius[row] ?? 0 } : null,
      cells,
      ...whenOf(columns, row),
    },
  };
}

/** The row that holds the feature or line of this number, by halving; null when it was skipped. */
export function rowOfNumber({ numbers }: OwnColumns, number: number): number | null {
  let [low, high] = [0, numbers.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

function cellsIn(text: string, fields: readonly string[] | null): OwnRecord["cells"] {
  // Any JSON may be a cell; only the shape of the row can be wrong.
  const value = JSON.parse(text) as OwnCell;
  if (Array.isArray(value) !== (fields !== null) || typeof value !== "object" || value === null) {
    throw new TypeError("cells that are no row");
  }
  if (!Array.isArray(value)) return value;
  return Object.fromEntries((fields ?? []).map((name, at) => [name, value[at] ?? ""]));
}

/** The reader's own cells of one row. Rejects when they cannot be read any more. */
export async function cellsOfRow(columns: OwnColumns, row: number): Promise<OwnRecord["cells"]> {
  const [from, to] = [columns.cellStarts[row], columns.cellEnds[row]];
  return cellsIn(await columns.cells.slice(from, to).text(), columns.fields);
}

/** Every row as a feature with its cells: for small imports. */
export async function featuresOfColumns(columns: OwnColumns): Promise<readonly AtlasFeature[]> {
  const bytes = new Uint8Array(await columns.cells.arrayBuffer());
  const decoder = new TextDecoder();
  return Array.from({ length: columns.count }, (_, row) => {
    const text = decoder.decode(bytes.subarray(columns.cellStarts[row], columns.cellEnds[row]));
    return featureOfRow(columns, row, cellsIn(text, columns.fields));
  });
}
