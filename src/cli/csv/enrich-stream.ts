import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import Papa from "papaparse";
import { type CsvRow, RowReader } from "../../data/csv/row-reader";
import type { Enriched, Enricher } from "../enricher";
import { UsageError } from "../usage-error";
import { BYTE_ORDER_MARK, type CsvHeader, freshName, readHeader } from "./header";

const PIECE_LENGTH = 1 << 16;

/** A header longer than this is no header. */
const LONGEST_HEADER = 1 << 20;

/** Cells as one character per byte, so that every byte of the input comes out as it went in. */
const BYTES = "latin1";

/** A text of our own in the same form. */
const asBytes = (text: string): string => Buffer.from(text, "utf8").toString(BYTES);

function quoteCell(cell: string, delimiter: string): string {
  if (!cell.includes(delimiter) && !/["\r\n]/.test(cell)) return cell;
  return `"${cell.replaceAll('"', '""')}"`;
}

/** Turns rows of one file into the text of the enriched rows. */
class RowWriter {
  #text = "";
  readonly #header: CsvHeader;
  readonly #enricher: Enricher;
  #isHeader = true;
  #rows = 0;
  #unread = 0;
  #firstError = "";

  constructor(header: CsvHeader, enricher: Enricher) {
    this.#header = header;
    this.#enricher = enricher;
  }

  /** What has been written since the last call. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }

  /** How many rows got no figures and why the first of them did not, or null when all got theirs; row 1 follows the header. */
  report(): string | null {
    if (this.#unread === 0) return null;
    return `${this.#unread} of ${this.#rows} rows could not be read and have no figures; the first is ${this.#firstError}`;
  }

  add(row: CsvRow): void {
    const { delimiter } = this.#header;
    if (this.#isHeader) {
      this.#isHeader = false;
      const taken = new Set(row.cells.map((name) => name.trim()));
      const names = [...this.#enricher.columns, "error"].map((name) => freshName(name, taken));
      this.#text += `${row.raw}${delimiter}${names.join(delimiter)}${row.end}`;
      return;
    }
    // A blank line is no row, but it is kept.
    if (row.raw.trim() === "" && row.cells.length < 2) {
      this.#text += row.raw + row.end;
      return;
    }
    this.#rows++;
    const { figures, error } = this.#figures(row);
    if (figures.every((figure) => figure === "")) {
      this.#unread++;
      this.#firstError ||= `row ${this.#rows}: ${error}`;
    }
    const cells = row.fault ? Papa.unparse([[...row.cells]], { delimiter }) : row.raw;
    // Short rows are filled up, so that the figures stand under their names.
    const padding = delimiter.repeat(Math.max(0, this.#header.names.length - row.cells.length));
    const errorCell = error === "" ? "" : quoteCell(asBytes(error), delimiter);
    this.#text += `${cells}${padding}${delimiter}${figures.join(delimiter)}${delimiter}${errorCell}${row.end}`;
  }

  #figures({ cells, fault }: CsvRow): Enriched {
    const { names, lngColumn, latColumn } = this.#header;
    if (fault) return this.#enricher.unreadable(fault);
    if (cells.length > names.length) {
      return this.#enricher.unreadable(`has ${cells.length} cells where the header has ${names.length}`);
    }
    return this.#enricher.enrich(cells[lngColumn] ?? "", cells[latColumn] ?? "");
  }
}

/** The header at the start of the text, null when more text is needed; throws a UsageError when there is none. */
function findHeader(text: string, isLast: boolean, source: string): CsvHeader | null {
  if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
    throw new UsageError(`${source}: is UTF-16; save it as UTF-8`);
  }
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
  if (isLast && body.trim() === "") throw new UsageError(`${source}: is empty`);
  if (!isLast && text.length < PIECE_LENGTH) return null;
  const header = readHeader(body);
  if ("delimiter" in header) return header;
  if (!isLast && text.length < LONGEST_HEADER) return null;
  const found = header.found.slice(0, 20).map((name) => Buffer.from(name, BYTES).toString("utf8").slice(0, 40));
  throw new UsageError(`${source}: has no columns lon,lat or longitude,latitude (found: ${found.join(", ")})`);
}

/**
 * Streams CSV from `input` to `output` with the columns of `enricher` and `error` appended; memory stays flat. `source`
 * names the input in messages. Answers what to tell of rows that could not be read, or null. Throws a UsageError when the
 * input has no coordinates.
 */
export async function enrichStream(
  input: Readable,
  output: Writable,
  enricher: Enricher,
  source: string,
): Promise<string | null> {
  let start = "";
  let reader: RowReader | null = null;
  let writer: RowWriter | null = null;

  const write = async (text: string) => {
    if (text !== "" && !output.write(Buffer.from(text, BYTES))) await once(output, "drain");
  };
  const begin = async (isLast: boolean) => {
    const header = findHeader(start, isLast, source);
    if (!header) return;
    const rows = new RowWriter(header, enricher);
    writer = rows;
    reader = new RowReader(header.delimiter, header.newline, (row) => rows.add(row));
    const hasMark = start.startsWith(BYTE_ORDER_MARK);
    if (hasMark) await write(BYTE_ORDER_MARK);
    reader.push(hasMark ? start.slice(BYTE_ORDER_MARK.length) : start);
    start = "";
    await write(rows.take());
  };

  for await (const piece of input as AsyncIterable<Buffer>) {
    const text = piece.toString(BYTES);
    if (reader && writer) {
      (reader as RowReader).push(text);
      await write((writer as RowWriter).take());
    } else {
      start += text;
      await begin(false);
    }
  }
  if (!reader) await begin(true);
  (reader as RowReader | null)?.finish();
  await write((writer as RowWriter | null)?.take() ?? "");
  return (writer as RowWriter | null)?.report() ?? null;
}
