import Papa from "papaparse";
import { type Newline, newlineOf } from "../../data/csv/newline";

/** What the first line of a CSV file says. */
export interface CsvHeader {
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly newline: Newline;
  readonly lngColumn: number;
  readonly latColumn: number;
}

/** A byte order mark, one character per byte. */
export const BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

const DELIMITERS = [",", ";", "\t", "|"];
const LNG_NAMES = ["lon", "longitude", "lng"];
const LAT_NAMES = ["lat", "latitude"];

function columnOf(names: readonly string[], wanted: readonly string[]): number {
  return names.findIndex((name) => wanted.includes(name.trim().toLowerCase()));
}

/**
 * Reads the header from the start of a file (without byte order mark): the delimiter is the one that makes columns of
 * the coordinates. Answers the names found when there are no such columns.
 */
export function readHeader(text: string): CsvHeader | { readonly found: readonly string[] } {
  const newline = newlineOf(text);
  let found: readonly string[] = [];
  for (const delimiter of DELIMITERS) {
    const [cells = []] = Papa.parse<string[]>(text, { delimiter, newline, preview: 1 }).data;
    const names = cells.map((name, index) => (index === cells.length - 1 ? name.replace(/\r$/, "") : name));
    const [lngColumn, latColumn] = [columnOf(names, LNG_NAMES), columnOf(names, LAT_NAMES)];
    if (lngColumn >= 0 && latColumn >= 0) return { names, delimiter, newline, lngColumn, latColumn };
    if (names.length > found.length) found = names;
  }
  return { found };
}

/** The name, or the name with the suffix _2, _3, … when the file has such a column already. */
export function freshName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let suffix = 2;
  while (taken.has(`${name}_${suffix}`)) suffix++;
  return `${name}_${suffix}`;
}
