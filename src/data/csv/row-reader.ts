import Papa from "papaparse";
import type { Newline } from "./newline";

/** One record of a CSV file. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** The record as it was written, without its line end. */
  readonly raw: string;
  /** The line end as it was written; empty on a last line without one. */
  readonly end: string;
  /** Why the record cannot be trusted, or null. */
  readonly fault: string | null;
}

/** A quoted cell that has not ended after this many characters is taken for a forgotten quote. */
const LONGEST_RECORD = 64 * 1024 * 1024;

/**
 * Cuts CSV into records, chunk by chunk, with Papa Parse. A record with a broken quote would swallow the lines after it:
 * its first line is handed on alone, as faulty, and reading goes on with the next line.
 */
export class RowReader {
  readonly #delimiter: string;
  readonly #newline: Newline;
  readonly #onRow: (row: CsvRow) => void;
  readonly #longestRecord: number;
  #rest = "";
  /** Parse again once this much has come, so that a cell of megabytes is not read over and over. */
  #enough = 0;

  constructor(
    delimiter: string,
    newline: Newline,
    onRow: (row: CsvRow) => void,
    longestRecord: number = LONGEST_RECORD,
  ) {
    this.#longestRecord = longestRecord;
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#onRow = onRow;
  }

  /** Takes the next piece of the file and hands on every record that is complete. */
  push(text: string): void {
    this.#rest += text;
    if (this.#rest.length < this.#enough) return;
    this.#read(false);
    if (this.#rest.length > this.#longestRecord) this.#readFaultyLine("has a quoted cell without an end");
    this.#enough = this.#rest.length * 2;
  }

  /** Hands on what is left at the end of the file. */
  finish(): void {
    this.#read(true);
  }

  #read(isLast: boolean): void {
    while (this.#rest !== "" && this.#readUntilFault(isLast)) this.#readFaultyLine("has a broken quote");
  }

  /** Hands on complete records; answers true when it stopped at a broken one, which is then at the front of the rest. */
  #readUntilFault(isLast: boolean): boolean {
    const text = this.#rest;
    let read = 0;
    let isBroken = false;
    const parser = new Papa.Parser({
      delimiter: this.#delimiter,
      newline: this.#newline,
      step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
        isBroken = errors.length > 0;
        if (isBroken) parser.abort();
        else {
          const from = read;
          read = meta.cursor;
          const [cells] = data;
          if (cells && read > from) this.#handOn(cells, text.substring(from, read), null);
        }
      },
    });
    parser.parse(text, 0, !isLast);
    this.#rest = isLast && !isBroken ? "" : text.substring(read);
    return isBroken;
  }

  #readFaultyLine(fault: string): void {
    const at = this.#rest.indexOf(this.#newline);
    const line = at < 0 ? this.#rest : this.#rest.substring(0, at + 1);
    this.#rest = this.#rest.substring(line.length);
    const [cells = [line]] = Papa.parse<string[]>(line.trimEnd(), { delimiter: this.#delimiter }).data;
    this.#handOn(cells, line, fault);
  }

  #handOn(cells: string[], line: string, fault: string | null): void {
    const end = /\r?\n$|\r$/.exec(line)?.[0] ?? "";
    const raw = end === "" ? line : line.slice(0, -end.length);
    const last = cells.length - 1;
    const bare = (cells[last] ?? "").replace(/\r$/, "");
    // With “\n” as the line end, the “\r” of “\r\n” is still on the last cell, unless that stands in quotes.
    if (end.startsWith("\r") && (raw === bare || raw.endsWith(this.#delimiter + bare))) cells[last] = bare;
    this.#onRow({ cells, raw, end, fault });
  }
}
