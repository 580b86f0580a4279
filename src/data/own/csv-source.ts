import { wktToGeoJSON } from "betterknown";
import Papa from "papaparse";
import { type CsvRow, RowReader } from "../csv/row-reader";
import { unguarded } from "../export/formula-guard";
import { StrictDecoder } from "./decode";
import { checkGeometry } from "./geometry";
import { ImportError } from "./import-error";
import { Intake, type IntakeRow } from "./intake";
import type { SkipReason } from "./issues";
import { LIMITS } from "./limits";
import { type Mapping, suggestMapping } from "./mapping";
import { placeColumnsOf } from "./own-csv";
import { isForbiddenKey, isTooLong } from "./safe-json";
import { type OnProgress, type ReadFile, SAMPLE_ROWS, type Source } from "./source";

const HEAD_BYTES = 64 * 1024;
const LONGEST_RECORD = 4 * 1024 * 1024;
const DELIMITERS = [",", "\t", ";", "|"];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** Names that differ, so that no cell hides another: a second “name” is “name (2)”, a nameless one has its place. */
function distinctNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const name = cell.trim() === "" ? `(${index + 1})` : cell.trim();
    if (isForbiddenKey(name)) throw new ImportError("forbidden-key", name);
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
    taken.add(free);
    return free;
  });
}

const isBlank = (cells: readonly string[]) => cells.length === 1 && cells[0]?.trim() === "";

/** How the text at the start of a file divides: the delimiter that gives the first line the most cells. */
function layoutOf(head: string): { delimiter: string; newline: "\n" | "\r"; rows: string[][] } {
  const newline = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  const readings = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline, preview: SAMPLE_ROWS + 2 });
    const rows = data
      .map((row) => row.map((cell, at) => (at === row.length - 1 ? cell.replace(/\r$/, "") : cell)))
      .filter((row) => !isBlank(row));
    return { delimiter, newline, rows } as const;
  });
  const cellsOf = ({ rows }: (typeof readings)[number]) => rows[0]?.length ?? 0;
  const best = readings.reduce((most, reading) => (cellsOf(reading) > cellsOf(most) ? reading : most));
  return { ...best };
}

/** A number as tables write it, with Latin, Persian or Arabic digits; null for anything else. */
function numberIn(text: string): number | null {
  const trimmed = text
    .trim()
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace("٫", ".");
  return NUMBER.test(trimmed) ? Number(trimmed) : null;
}

/** `cells` but for those in these places. */
const without = (cells: readonly string[], places: readonly number[] | null): readonly string[] =>
  places ? cells.filter((_, at) => !places.includes(at)) : cells;

type Place = Pick<IntakeRow, "point" | "shape" | "vertices">;

/** Reads one table row by row. */
class TableReader {
  readonly intake: Intake;
  readonly #mapping: Mapping;
  readonly #width: number;
  /** Columns that our own export has put beside the record's; null for any other table. */
  readonly #places: readonly number[] | null;
  #number = 0;
  #isHeaderRead = false;

  constructor(mapping: Mapping, width: number, places: readonly number[] | null) {
    this.#mapping = mapping;
    this.#width = width;
    this.#places = places;
    const { table, dayOrder } = mapping;
    this.intake = new Intake({ featureLimit: LIMITS.streamedFeatures, table, dayOrder });
  }

  readonly row = (row: CsvRow): void => {
    if (isBlank(row.cells)) return;
    if (!this.#isHeaderRead) {
      this.#isHeaderRead = true;
      return;
    }
    const number = ++this.#number;
    const fault = this.#faultOf(row);
    const cells = this.#places ? row.cells.map(unguarded) : row.cells;
    const place = fault ?? this.#placeOf(cells);
    if (typeof place === "string") this.intake.skip(number, place);
    else this.#take(number, cells.slice(0, this.#width), place);
  };

  #faultOf({ cells, fault }: CsvRow): SkipReason | null {
    if (fault) return "broken-quote";
    const surplus = cells.slice(this.#width);
    if (surplus.some((cell) => cell.trim() !== "")) return "too-many-cells";
    // A shape that we wrote ourselves is as long as it has vertices, and those are counted.
    const shape = this.#places ? this.#mapping.wkt : null;
    return cells.some((cell, at) => at !== shape && isTooLong(cell)) ? "text-too-long" : null;
  }

  /** Where a row is, in the file's own numbers, or why that cannot be told. */
  #placeOf(cells: readonly string[]): Place | SkipReason {
    const { wkt, lng, lat } = this.#mapping;
    const [text = "", xText, yText] = [wkt, lng, lat].map((at) => (at === null ? "" : (cells[at] ?? "")).trim());
    if (text !== "") return placeOfWkt(text);
    // We also write records whose place is not known.
    if (!xText && !yText && this.#places) return { point: null, shape: null, vertices: 0 };
    if (!xText || !yText) return "no-position";
    const [x, y] = [numberIn(xText), numberIn(yText)];
    if (x === null || y === null) return "not-a-number";
    return Number.isFinite(x) && Number.isFinite(y) ? { point: [x, y], shape: null, vertices: 1 } : "not-finite";
  }

  #take(number: number, cells: readonly string[], place: Place): void {
    const cell = (at: number | null) => (at === null ? "" : (cells[at] ?? ""));
    this.intake.take({
      number,
      ...place,
      title: cell(this.#mapping.title),
      category: cell(this.#mapping.category),
      date: cell(this.#mapping.date),
      endDate: cell(this.#mapping.endDate),
      wherePrecision: cell(this.#mapping.wherePrecision),
      whenPrecision: cell(this.#mapping.whenPrecision),
      radius: cell(this.#mapping.radius),
      cells: JSON.stringify(without(cells, this.#places)),
    });
  }
}

function placeOfWkt(text: string): Place | SkipReason {
  let geometry: ReturnType<typeof wktToGeoJSON>;
  try {
    geometry = wktToGeoJSON(text);
  } catch {
    return "bad-geometry";
  }
  if (!geometry) return "no-position";
  const checked = checkGeometry(geometry);
  if ("reason" in checked) return checked.reason;
  const { geometry: shape, vertices } = checked;
  if (shape.type !== "Point") return { point: null, shape, vertices };
  const [x = Number.NaN, y = Number.NaN] = shape.coordinates;
  return { point: [x, y], shape: null, vertices };
}

/** Opens a table: CSV, TSV, or with “;” or “|” between its cells. The first line names the columns. */
export async function openCsv(blob: Blob): Promise<Source> {
  const bytes = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const decoder = new StrictDecoder();
  // The head may end within a character, which is why it is never finished.
  const head = decoder.push(bytes);
  const { delimiter, newline, rows } = layoutOf(head);
  const [header, ...rawSample] = rows;
  if (!header) throw new ImportError("empty");
  if (header.length > LIMITS.keys) throw new ImportError("too-many-keys", String(header.length));
  const ours = placeColumnsOf(header);
  const places = ours && [ours.lng, ours.lat, ours.wkt];
  const sample = places ? rawSample.map((row) => row.map(unguarded)) : rawSample;
  const fields = distinctNames(ours ? header.map(unguarded) : header);

  const read = async (mapping: Mapping, onProgress: OnProgress): Promise<ReadFile> => {
    const table = new TableReader(mapping, fields.length, places);
    const rowReader = new RowReader(delimiter, newline, table.row, LONGEST_RECORD);
    const strict = new StrictDecoder();
    let done = 0;
    const stream = blob.stream().getReader();
    for (;;) {
      const { done: isOver, value } = await stream.read();
      if (isOver) break;
      rowReader.push(strict.push(value));
      done += value.length;
      onProgress(done, blob.size);
    }
    rowReader.push(strict.finish());
    rowReader.finish();
    return { intake: table.intake, fields: without(fields, places), crs: null };
  };
  return {
    preview: {
      format: "csv",
      fields,
      sample: sample.slice(0, SAMPLE_ROWS),
      suggested: { ...suggestMapping(fields), ...ours },
      needsPosition: true,
    },
    read,
  };
}
