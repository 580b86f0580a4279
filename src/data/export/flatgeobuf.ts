import { magicbytes } from "flatgeobuf/lib/mjs/constants.js";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { buildFeature } from "flatgeobuf/lib/mjs/generic/feature.js";
import { parseGC, parseGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { Geometry } from "geojson";
import { exportFeatures } from "./export-feature";
import type { Cell, ExportFormat, ExportSet } from "./export-set";
import { columnMeta, headerBytes, headerMeta } from "./flatgeobuf-header";
import { EXPORT_TITLE, originLines, originOf } from "./origin";
import { boxOf } from "./positions";

function typeOf(value: Exclude<Cell, null>): ColumnType {
  if (typeof value === "number") return ColumnType.Double;
  return typeof value === "boolean" ? ColumnType.Bool : ColumnType.String;
}

/** The type of each column: that of its values, or text where they differ. */
function columnTypes(set: ExportSet): ReadonlyMap<string, ColumnType> {
  const types = new Map<string, ColumnType>();
  for (const { columns } of exportFeatures(set)) {
    for (const [name, value] of columns) {
      if (value === null) continue;
      const type = typeOf(value);
      const known = types.get(name);
      types.set(name, known === undefined || known === type ? type : ColumnType.String);
    }
  }
  return types;
}

function* located(set: ExportSet): Generator<Geometry> {
  for (const { geometry } of exportFeatures(set)) if (geometry) yield geometry;
}

function* write(set: ExportSet): Generator<Uint8Array> {
  const origin = originOf(set);
  const types = columnTypes(set);
  const about = {
    title: EXPORT_TITLE,
    description: originLines(origin).join("\n"),
    metadata: JSON.stringify(origin),
  };
  let count = 0;
  for (const _ of located(set)) count += 1;
  // The library refuses a column without a name.
  const columns = [...types].map(([name, type]) => columnMeta(name === "" ? "_" : name, type));
  const meta = headerMeta(columns, count, about, boxOf(located(set)));
  yield magicbytes;
  yield headerBytes(meta);
  for (const feature of exportFeatures(set)) {
    if (!feature.geometry) continue;
    // Without a prototype: a reader may call a column “__proto__”.
    const cells: Record<string, Cell> = Object.create(null);
    for (const [name, type] of types) {
      const value = feature.columns.get(name) ?? null;
      cells[name === "" ? "_" : name] = type === ColumnType.String && value !== null ? String(value) : value;
    }
    const { geometry } = feature;
    yield buildFeature(
      geometry.type === "GeometryCollection" ? parseGC(geometry) : parseGeometry(geometry),
      cells,
      meta,
    );
  }
}

/** FlatGeobuf 3: binary, the columns typed, the origin in the header. Records without a position have no place in it. */
export const flatgeobuf: ExportFormat = {
  id: "fgb",
  name: "FlatGeobuf",
  holds: (geometry) => geometry !== null,
  keepsSort: () => true,
  write: (set) => [{ part: null, extension: "fgb", mediaType: "application/octet-stream", chunks: write(set) }],
};
