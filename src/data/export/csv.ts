import { geoJSONToWkt } from "betterknown";
import Papa from "papaparse";
import type { Source } from "../source";
import { exportFeatures } from "./export-feature";
import type { Cell, ExportFeature, ExportFormat, ExportSet } from "./export-set";
import { guarded } from "./formula-guard";
import { originOf } from "./origin";
import { survey } from "./survey";

const BYTE_ORDER_MARK = "\ufeff";
const MEDIA_TYPE = "text/csv;charset=utf-8";
/** Columns that say where a record is, after those that say what it is. */
const PLACE_COLUMNS = ["lon", "lat", "wkt"] as const;
const SOURCE_COLUMNS = [
  "id",
  "title",
  "publisher",
  "url",
  "archivedUrl",
  "locator",
  "lang",
  "type",
  "affiliation",
  "published",
  "accessed",
  "licence",
  "note",
] as const satisfies readonly (keyof Source)[];

const cell = (value: Cell | undefined) => (typeof value === "string" ? guarded(value) : (value ?? null));

const line = (cells: readonly (Cell | undefined)[]) =>
  `${Papa.unparse([cells.map(cell)], { header: false, newline: "\r\n" })}\r\n`;

/** Points have a column for each coordinate; what is not a point is well-known text. */
function place({ geometry }: ExportFeature): Readonly<Record<(typeof PLACE_COLUMNS)[number], Cell>> {
  if (geometry?.type !== "Point") return { lon: null, lat: null, wkt: geometry && geoJSONToWkt(geometry) };
  const [lon = null, lat = null, height] = geometry.coordinates;
  // Text alone has room for a height.
  return { lon, lat, wkt: height === undefined ? null : geoJSONToWkt(geometry) };
}

/** Names for further columns; one that a reader's own column has already gets a number behind it. */
function unused(wanted: readonly string[], names: readonly string[]): readonly string[] {
  return wanted.map((name) => {
    for (let number = 2, free = name; ; number++) {
      if (!names.includes(free)) return free;
      free = `${name}_${number}`;
    }
  });
}

function* records(set: ExportSet, mark: string): Generator<string> {
  const names = [...(yield* survey(set)).columns.keys()];
  const { licence, dataVersion, retrieved, link } = originOf(set);
  // Repeated in every row, so that no row that is copied elsewhere loses where it comes from.
  const origin = licence === null ? {} : { licence, data_version: dataVersion, retrieved, link };
  yield mark + line([...names, ...unused(PLACE_COLUMNS, names), ...Object.keys(origin)]);
  for (const feature of exportFeatures(set)) {
    const where = place(feature);
    const cells = [...names.map((name) => feature.columns.get(name)), ...PLACE_COLUMNS.map((name) => where[name])];
    yield line([...cells, ...Object.values(origin)]);
  }
}

function* sources(set: ExportSet, mark: string): Generator<string> {
  const named = new Map<string, Source>();
  for (const feature of exportFeatures(set)) {
    for (const source of feature.sources) named.set(source.id, source);
    yield "";
  }
  yield mark + line(SOURCE_COLUMNS);
  for (const source of named.values()) yield line(SOURCE_COLUMNS.map((name) => source[name]));
}

/** RFC 4180 in UTF-8: one table of records, and where they name sources a second one of those. */
export const csv: ExportFormat = {
  id: "csv",
  name: "CSV",
  holds: () => true,
  keepsSort: () => true,
  write(set, { hasByteOrderMark }) {
    const mark = hasByteOrderMark ? BYTE_ORDER_MARK : "";
    const table = { part: null, extension: "csv", mediaType: MEDIA_TYPE, chunks: records(set, mark) };
    if (set.licence === null) return [table];
    return [table, { part: "sources", extension: "csv", mediaType: MEDIA_TYPE, chunks: sources(set, mark) }];
  },
};
