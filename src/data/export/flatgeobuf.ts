import { magicbytes } from "flatgeobuf/lib/mjs/constants.js";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { buildFeature } from "flatgeobuf/lib/mjs/generic/feature.js";
import { parseGC, parseGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import { exportFeatures } from "./export-feature";
import type { Cell, ExportFormat, ExportSet } from "./export-set";
import { columnMeta, headerBytes, headerMeta } from "./flatgeobuf-header";
import { EXPORT_TITLE, originLines, originOf } from "./origin";
import { survey } from "./survey";

const TYPES: Readonly<Record<string, ColumnType>> = { number: ColumnType.Double, boolean: ColumnType.Bool };

/** The type of a column: that of its values, or text where they differ. */
function typeOf(sorts: ReadonlySet<string>): ColumnType {
  const [sort, other] = sorts;
  return (other === undefined && TYPES[sort ?? ""]) || ColumnType.String;
}

/** The library refuses a column without a name. */
const columnName = (name: string) => (name === "" ? "_" : name);

function* write(set: ExportSet): Generator<Uint8Array | ""> {
  const origin = originOf(set);
  const { box, located, columns } = yield* survey(set);
  const about = {
    title: EXPORT_TITLE,
    description: originLines(origin).join("\n"),
    metadata: JSON.stringify(origin),
  };
  const types = new Map([...columns].map(([name, sorts]) => [name, typeOf(sorts)]));
  const metas = [...types].map(([name, type]) => columnMeta(columnName(name), type));
  const meta = headerMeta(metas, located, about, box);
  yield magicbytes;
  yield headerBytes(meta);
  for (const feature of exportFeatures(set)) {
    if (!feature.geometry) continue;
    // Without a prototype: a reader may call a column “__proto__”.
    const cells: Record<string, Cell> = Object.create(null);
    for (const [name, type] of types) {
      const value = feature.columns.get(name) ?? null;
      cells[columnName(name)] = type === ColumnType.String && value !== null ? String(value) : value;
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
