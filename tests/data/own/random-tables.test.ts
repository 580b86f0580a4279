import fc from "fast-check";
import { expect, it } from "vitest";
import { PLAIN_DECISIONS } from "../../../src/data/own/decisions";
import { startImport } from "../../../src/data/own/import-job";
import { featuresOfColumns } from "../../../src/data/own/table";
import { inProcessImportWorker } from "./in-process-worker";

const PIECES = [
  "a",
  "0",
  " ",
  '"',
  '""',
  "'",
  "=",
  "é",
  "چابهار",
  "😀",
  "\u200c",
  "\ufeff",
  "\u0000",
  "\u2028",
  "x".repeat(90),
];
const DELIMITERS = [",", "\t", ";", "|"];
const BREAKS = ["\n", "\r\n", "\r"];

const cell = fc
  .array(fc.constantFrom(...PIECES, ...DELIMITERS, ...BREAKS), { maxLength: 4 })
  .map((all) => all.join(""));
/** Millionths of a degree, written with Latin, Persian or Arabic figures. */
const angle = (most: number) =>
  fc
    .tuple(fc.integer({ min: -most * 1e6, max: most * 1e6 }), fc.constantFrom(0, 0x06f0, 0x0660))
    .map(([size, zero]) => {
      const degrees = size / 1e6;
      const text = degrees.toFixed(6);
      const inScript = (digit: string) => String.fromCharCode(zero + Number(digit));
      return { degrees, text: zero === 0 ? text : text.replace(/\d/g, inScript).replace(".", "٫") };
    });

const table = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  newline: fc.constantFrom(...BREAKS),
  isMarked: fc.boolean(),
  endsInBreak: fc.boolean(),
  /** The file comes in pieces of so many bytes: within a character, within a quote, between “\r” and “\n”. */
  pieceBytes: fc.constantFrom(1, 2, 3, 7, 64, 100_000),
  rows: fc.integer({ min: 1, max: 3 }).chain((width) =>
    fc.array(
      fc.record({
        lat: angle(90),
        lng: angle(180),
        cells: fc.array(cell, { minLength: width, maxLength: width }),
        isQuoted: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  ),
});

/** RFC 4180, with any delimiter and line end. */
const written = (text: string, isQuoted: boolean) =>
  isQuoted || /[",;\t|\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** `bytes` as a file that a browser hands out in pieces of this size. */
function inPieces(bytes: Uint8Array<ArrayBuffer>, pieceBytes: number): Blob {
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += pieceBytes) controller.enqueue(bytes.slice(at, at + pieceBytes));
        controller.close();
      },
    });
  return Object.defineProperty(new Blob([bytes]), "stream", { value: stream });
}

it("every cell and position of any table is what was written, however its lines end and wherever it is cut", () =>
  fc.assert(
    fc.asyncProperty(table, async ({ delimiter, newline, isMarked, endsInBreak, pieceBytes, rows }) => {
      const names = rows[0]?.cells.map((_, at) => `column ${at}`) ?? [];
      const lines = [
        ["lat", "lon", ...names].join(delimiter),
        ...rows.map(({ lat, lng, cells, isQuoted }) =>
          [lat.text, lng.text, ...cells].map((text) => written(text, isQuoted)).join(delimiter),
        ),
      ];
      const text = (isMarked ? "\ufeff" : "") + lines.join(newline) + (endsInBreak ? newline : "");
      const job = startImport(inProcessImportWorker());
      const { suggested } = await job.open(inPieces(new TextEncoder().encode(text), pieceBytes), "x.csv");
      await job.read(suggested);
      const { columns, report } = await job.settle(PLAIN_DECISIONS);
      expect([report.total, report.accepted]).toEqual([rows.length, rows.length]);
      const features = await featuresOfColumns(columns);
      expect(features.map(({ geometry }) => geometry)).toEqual(
        rows.map(({ lat, lng }) => ({
          type: "Point",
          coordinates: [Number(lng.degrees.toFixed(6)), Number(lat.degrees.toFixed(6))],
        })),
      );
      const read = features.map(({ properties }) =>
        Object.values((properties as { cells: Record<string, unknown> }).cells),
      );
      expect(read).toEqual(rows.map(({ lat, lng, cells }) => [lat.text, lng.text, ...cells]));
    }),
    { numRuns: 400 },
  ));
