import { type CsvRow, RowReader } from "../csv/row-reader";
import { unguarded } from "../export/formula-guard";
import { isBlank, layoutOf } from "./csv-layout";
import { StrictDecoder } from "./decode";
import { angleIn } from "./figures";
import { ImportError } from "./import-error";
import { Intake } from "./intake";
import type { SkipReason } from "./issues";
import { LIMITS } from "./limits";
import { dateText, type Mapping, suggestMapping } from "./mapping";
import { placeColumnsOf } from "./own-csv";
import { type Place, placeOfText } from "./place-text";
import { isForbiddenKey, isTooLong } from "./safe-json";
import { type OnProgress, type ReadFile, SAMPLE_ROWS, type Source } from "./source";

const HEAD_BYTES = 64 * 1024;
const LONGEST_RECORD = 4 * 1024 * 1024;

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

/** `cells` but for those in these places. */
const without = (cells: readonly string[], places: readonly number[] | null): readonly string[] =>
  places ? cells.filter((_, at) => !places.includes(at)) : cells;

const trimmed = (cells: readonly string[], at: number | null) => (at === null ? "" : (cells[at] ?? "")).trim();

/** Reads one table row by row. */
class TableReader {
  readonly intake: Intake;
  readonly #mapping: Mapping;
  readonly #width: number;
  /** Columns that our own export has put beside the record's; null for any other table. */
  readonly #places: readonly number[] | null;
  /** Rows that are still to come before the first of the data. */
  #before: number;
  #number = 0;

  constructor(mapping: Mapping, width: number, before: number, places: readonly number[] | null) {
    this.#mapping = mapping;
    this.#width = width;
    this.#before = before;
    this.#places = places;
    this.intake = new Intake({ featureLimit: LIMITS.streamedFeatures, table: mapping.table, dates: mapping });
  }

  readonly row = (row: CsvRow): void => {
    if (isBlank(row.cells)) return;
    if (this.#before > 0) {
      this.#before--;
      return;
    }
    const number = ++this.#number;
    const fault = this.#faultOf(row);
    const cells = this.#places ? row.cells.map(unguarded) : row.cells;
    const place = fault ?? this.#placeOf(cells);
    if (typeof place === "string") this.intake.skip(number, place);
    else this.#take(number, cells.length > this.#width ? cells.slice(0, this.#width) : cells, place);
  };

  #faultOf({ cells, fault }: CsvRow): SkipReason | null {
    if (fault) return "broken-quote";
    if (cells.some((cell, at) => at >= this.#width && cell.trim() !== "")) return "too-many-cells";
    // A shape that we wrote ourselves is as long as it has vertices, and those are counted.
    const shape = this.#places ? this.#mapping.wkt : null;
    return cells.some((cell, at) => at !== shape && isTooLong(cell)) ? "text-too-long" : null;
  }

  /** Where a row is, in the file's own numbers, or why that cannot be told. */
  #placeOf(cells: readonly string[]): Place | SkipReason {
    const { wkt, lng, lat } = this.#mapping;
    const [text, xText, yText] = [trimmed(cells, wkt), trimmed(cells, lng), trimmed(cells, lat)];
    if (text !== "") return placeOfText(text);
    // We also write records whose place is not known.
    if (!xText && !yText && this.#places) return { point: null, shape: null, vertices: 0 };
    if (!xText || !yText) return "no-position";
    const [x, y] = [angleIn(xText, "lng"), angleIn(yText, "lat")];
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
      date: dateText(this.#mapping, cell),
      endDate: cell(this.#mapping.endDate),
      wherePrecision: cell(this.#mapping.wherePrecision),
      whenPrecision: cell(this.#mapping.whenPrecision),
      radius: cell(this.#mapping.radius),
      cells: JSON.stringify(without(cells, this.#places)),
    });
  }
}

/** Opens a table: CSV, TSV, or with “;” or “|” between its cells. A line at its start names the columns. */
export async function openCsv(blob: Blob): Promise<Source> {
  const bytes = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const decoder = new StrictDecoder();
  // The head may end within a character, which is why it is never finished.
  const head = decoder.push(bytes);
  const { delimiter, newline, before, above, header, rows: rawSample } = layoutOf(head);
  if (header.length > LIMITS.keys) throw new ImportError("too-many-keys", String(header.length));
  const ours = placeColumnsOf(header);
  const places = ours && [ours.lng, ours.lat, ours.wkt];
  const sample = places ? rawSample.map((row) => row.map(unguarded)) : rawSample;
  const fields = distinctNames(ours ? header.map(unguarded) : header);

  const read = async (mapping: Mapping, onProgress: OnProgress): Promise<ReadFile> => {
    const table = new TableReader(mapping, fields.length, before, places);
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
      above,
      sample: sample.slice(0, SAMPLE_ROWS),
      suggested: { ...suggestMapping(fields, sample), ...ours },
      needsPosition: true,
    },
    read,
  };
}
