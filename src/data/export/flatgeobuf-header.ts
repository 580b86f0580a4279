import { Builder } from "flatbuffers";
import type { ColumnMeta } from "flatgeobuf/lib/mjs/column-meta.js";
import { Column } from "flatgeobuf/lib/mjs/flat-geobuf/column.js";
import type { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { Crs } from "flatgeobuf/lib/mjs/flat-geobuf/crs.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";

const WGS84 = 4326;

/** A column of the table, in the form in which the library keeps it. */
export const columnMeta = (name: string, type: ColumnType): ColumnMeta => ({
  name,
  type,
  title: null,
  description: null,
  width: -1,
  precision: -1,
  scale: -1,
  nullable: true,
  unique: false,
  primary_key: false,
});

/** What the head of a file says of the whole: `metadata` is text, `envelope` west, south, east, north in degrees. */
export function headerMeta(
  columns: ColumnMeta[],
  featuresCount: number,
  about: { readonly title: string; readonly description: string; readonly metadata: string },
  envelope: readonly number[] | null,
): HeaderMeta {
  return {
    // Every feature says its own sort: the records of a layer need not be of one.
    geometryType: GeometryType.Unknown,
    columns,
    envelope: envelope && Float64Array.from(envelope),
    featuresCount,
    indexNodeSize: 0,
    crs: { org: "EPSG", code: WGS84, name: "WGS 84", description: null, wkt: null, code_string: null },
    ...about,
  };
}

/** The header as bytes; the library's own writer leaves out title, description, metadata and envelope. */
export function headerBytes(meta: HeaderMeta): Uint8Array {
  const builder = new Builder();
  const columns = (meta.columns ?? []).map(({ name, type }) => {
    const at = builder.createString(name);
    Column.startColumn(builder);
    Column.addName(builder, at);
    Column.addType(builder, type);
    return Column.endColumn(builder);
  });
  const columnsAt = Header.createColumnsVector(builder, columns);
  const envelopeAt = meta.envelope && Header.createEnvelopeVector(builder, meta.envelope);
  const [nameAt, titleAt, descriptionAt, metadataAt] = [
    builder.createString("sarhad"),
    builder.createString(meta.title ?? ""),
    builder.createString(meta.description ?? ""),
    builder.createString(meta.metadata ?? ""),
  ];
  Crs.startCrs(builder);
  Crs.addCode(builder, WGS84);
  const crsAt = Crs.endCrs(builder);
  Header.startHeader(builder);
  Header.addName(builder, nameAt);
  if (envelopeAt) Header.addEnvelope(builder, envelopeAt);
  Header.addGeometryType(builder, meta.geometryType);
  Header.addColumns(builder, columnsAt);
  Header.addFeaturesCount(builder, BigInt(meta.featuresCount));
  Header.addIndexNodeSize(builder, meta.indexNodeSize);
  Header.addCrs(builder, crsAt);
  Header.addTitle(builder, titleAt);
  Header.addDescription(builder, descriptionAt);
  Header.addMetadata(builder, metadataAt);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}
