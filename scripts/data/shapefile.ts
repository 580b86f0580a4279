/** A record of a shapefile of lines: its parts as positions in degrees, and its attributes as trimmed text. */
export interface LineRecord {
  readonly parts: readonly (readonly [number, number][])[];
  readonly attributes: Readonly<Record<string, string>>;
}

const HEADER_BYTES = 100;
const POLYLINE = 3;

function readParts(shapes: DataView, at: number): [number, number][][] {
  if (shapes.getInt32(at, true) !== POLYLINE) return [];
  const [partCount, pointCount] = [shapes.getInt32(at + 36, true), shapes.getInt32(at + 40, true)];
  const points = at + 44 + partCount * 4;
  const starts = Array.from({ length: partCount }, (_, part) => shapes.getInt32(at + 44 + part * 4, true));
  return starts.map((start, part) =>
    Array.from({ length: (starts[part + 1] ?? pointCount) - start }, (_, index) => [
      shapes.getFloat64(points + (start + index) * 16, true),
      shapes.getFloat64(points + (start + index) * 16 + 8, true),
    ]),
  );
}

function readAttributes(table: Uint8Array): Record<string, string>[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const text = (from: number, length: number) => new TextDecoder().decode(table.subarray(from, from + length));
  const [count, headerBytes, recordBytes] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  const fields: { name: string; length: number }[] = [];
  for (let at = 32; table[at] !== 0x0d; at += 32) {
    fields.push({ name: text(at, 11).split("\0")[0] ?? "", length: table[at + 16] ?? 0 });
  }
  return Array.from({ length: count }, (_, row) => {
    let at = headerBytes + row * recordBytes + 1;
    const record: Record<string, string> = {};
    for (const { name, length } of fields) {
      record[name.toLowerCase()] = text(at, length).trim();
      at += length;
    }
    return record;
  });
}

/** Reads a shapefile of lines (ESRI 1998) from the bytes of its `.shp` and `.dbf` file. */
export function readLines(shp: Uint8Array, dbf: Uint8Array): LineRecord[] {
  const shapes = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  const attributes = readAttributes(dbf);
  const records: LineRecord[] = [];
  for (let at = HEADER_BYTES; at < shapes.byteLength; ) {
    const bytes = shapes.getInt32(at + 4, false) * 2;
    records.push({ parts: readParts(shapes, at + 8), attributes: attributes[records.length] ?? {} });
    at += 8 + bytes;
  }
  return records;
}
