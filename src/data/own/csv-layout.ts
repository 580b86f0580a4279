import Papa from "papaparse";
import { type Newline, newlineOf } from "../csv/newline";
import { ImportError } from "./import-error";
import { SAMPLE_ROWS } from "./source";

/** How a table is written, as its start shows. */
export interface Layout {
  readonly delimiter: string;
  readonly newline: Newline;
  /** Rows that are not blank before the first of the data: what stands above the heading, the heading, and its tags. */
  readonly before: number;
  /** How many of those stand above the heading. */
  readonly above: number;
  /** Names of the columns; empty ones for a table without a heading. */
  readonly header: readonly string[];
  /** The first rows of the data. */
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [",", "\t", ";", "|"];
/** Lines above a heading that are looked past. */
const LONGEST_PREAMBLE = 10;
/** The first line by which spreadsheets are told the delimiter. */
const TOLD_DELIMITER = /^\ufeff?sep=(.)\r?[\n\r]/i;

/** True for a line with nothing on it. */
export const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]?.trim() === "";

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length;

/** How many rows stand above the heading: titles in one cell, and remarks after “#”, over a table of more columns. */
function preambleOf(rows: readonly (readonly string[])[]): number {
  const widest = Math.max(...rows.map(filled));
  const isAbove = (cells: readonly string[]) =>
    widest > 2 && (filled(cells) <= 1 || (cells[0]?.startsWith("#") && filled(cells) !== widest));
  const heading = rows.slice(0, LONGEST_PREAMBLE).findIndex((cells) => !isAbove(cells));
  return Math.max(0, heading);
}

const isFraction = (cell: string) => /^\s*-?\d+\.\d+\s*$/.test(cell);
/** Two numbers with decimals are no names of columns. */
const isData = (cells: readonly string[]) => cells.filter(isFraction).length >= 2;
/** The row in which humanitarian tables tag their columns (HXL). */
const isTags = (cells: readonly string[]) => filled(cells) > 0 && cells.every((cell) => /^\s*(?:#.*)?$/.test(cell));

function readingOf(head: string, delimiter: string, newline: Newline): readonly (readonly string[])[] {
  const { data } = Papa.parse<string[]>(head, { delimiter, newline, preview: SAMPLE_ROWS + LONGEST_PREAMBLE });
  return data
    .map((row) => row.map((cell, at) => (at === row.length - 1 ? cell.replace(/\r$/, "") : cell)))
    .filter((row) => !isBlank(row));
}

interface Reading {
  readonly above: number;
  readonly header: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
}

/** How well a reading fits: the more cells of its heading the better, the more so where most rows have as many. */
function fitOf({ above, header, rows }: Reading): number {
  const cells = header?.length ?? 0;
  const data = rows.slice(above + 1);
  const alike = data.filter((row) => row.length === cells).length;
  const isEven = data.length === 0 ? above === 0 : alike > data.length / 2;
  return cells > 1 && isEven ? 1000 + cells : cells / (1 + above);
}

/**
 * How the text at the start of a file divides: by the delimiter that it tells, or that gives its heading the most cells.
 * Throws an ImportError for one without any row.
 */
export function layoutOf(head: string): Layout {
  const newline = newlineOf(head);
  const told = TOLD_DELIMITER.exec(head)?.[1];
  const readings = (told === undefined ? DELIMITERS : [told]).map((delimiter) => {
    const rows = readingOf(head, delimiter, newline);
    const above = told === undefined ? preambleOf(rows) : 1;
    return { delimiter, newline, above, header: rows[above], rows } as const;
  });
  const best = readings.reduce((most, reading) => (fitOf(reading) > fitOf(most) ? reading : most));
  const { delimiter, above, header, rows } = best;
  if (!header) throw new ImportError("empty");
  const isHeadless = isData(header);
  const tags = !isHeadless && isTags(rows[above + 1] ?? []) ? 1 : 0;
  const before = above + (isHeadless ? 0 : 1) + tags;
  return {
    delimiter,
    newline,
    before,
    above,
    header: isHeadless ? header.map(() => "") : header,
    rows: rows.slice(before, before + SAMPLE_ROWS),
  };
}
