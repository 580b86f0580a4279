import { describe, expect, it } from "vitest";
import { readLines } from "../../../scripts/data/shapefile.ts";

/** A file as the ESRI description of 1998 lays it out: one record with two lines, and one of no shape. */
function shapes(): Uint8Array {
  const points = [
    [60.5, 25.25],
    [61.5, 26.75],
    [62, 27],
    [-3.125, -4.5],
    [1e-3, 8],
  ] as const;
  const content = 44 + 2 * 4 + points.length * 16;
  const view = new DataView(new ArrayBuffer(100 + 8 + content + 8 + 4));
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 3, true);
  view.setInt32(100, 1);
  view.setInt32(104, content / 2);
  view.setInt32(108, 3, true);
  view.setInt32(144, 2, true);
  view.setInt32(148, points.length, true);
  view.setInt32(152, 0, true);
  view.setInt32(156, 3, true);
  points.forEach(([x, y], index) => {
    view.setFloat64(160 + 16 * index, x, true);
    view.setFloat64(168 + 16 * index, y, true);
  });
  const next = 108 + content;
  view.setInt32(next, 2);
  view.setInt32(next + 4, 2);
  return new Uint8Array(view.buffer);
}

/** A dBase III table with the fields NAME (12 characters) and RANK (4 digits). */
function table(): Uint8Array {
  const rows = ["Helmand        6", "Arghandab      8"];
  const bytes = new Uint8Array(32 + 2 * 32 + 1 + rows.length * 17);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, 97, true);
  view.setUint16(10, 17, true);
  write(32, "NAME\0\0\0\0\0\0\0C");
  bytes[48] = 12;
  write(64, "RANK\0\0\0\0\0\0\0N");
  bytes[80] = 4;
  bytes[96] = 0x0d;
  rows.forEach((row, index) => {
    write(97 + 17 * index, ` ${row}`);
  });
  return bytes;
}

describe("readLines", () => {
  it("gives each record its lines and its attributes", () => {
    const [helmand, arghandab, ...others] = readLines(shapes(), table());
    expect(others).toEqual([]);
    expect(helmand).toEqual({
      parts: [
        [
          [60.5, 25.25],
          [61.5, 26.75],
          [62, 27],
        ],
        [
          [-3.125, -4.5],
          [1e-3, 8],
        ],
      ],
      attributes: { name: "Helmand", rank: "6" },
    });
    expect(arghandab).toEqual({ parts: [], attributes: { name: "Arghandab", rank: "8" } });
  });

  it("reads bytes that begin inside of a larger buffer", () => {
    const [shp, padded] = [shapes(), new Uint8Array(1000)];
    padded.set(shp, 20);
    expect(readLines(padded.subarray(20, 20 + shp.length), table())).toEqual(readLines(shp, table()));
  });
});
