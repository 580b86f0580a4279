import type { PrecisionClass } from "../location";
import type { ReadDate } from "./dates";

/** The two public conflict-event tables whose columns are known. */
export type ConflictTable = "ucdp" | "acled";

interface Known {
  readonly precision: PrecisionClass;
  readonly radiusMeters: number;
}

/**
 * UCDP GED `where_prec`: 1 exact place, 2 within about 25 km of a known place, 3 second-order division, 4 first-order
 * division, 5 linear or fuzzy, 6 country, 7 international water or airspace (UCDP GED Codebook). Radii are the floors of
 * our classes, and 25 km where the codebook says so.
 */
const WHERE_PREC: Readonly<Record<string, Known>> = {
  "1": { precision: "settlement", radiusMeters: 1_000 },
  "2": { precision: "district", radiusMeters: 25_000 },
  "3": { precision: "district", radiusMeters: 5_000 },
  "4": { precision: "province", radiusMeters: 25_000 },
  "5": { precision: "province", radiusMeters: 25_000 },
  "6": { precision: "country", radiusMeters: 100_000 },
  "7": { precision: "country", radiusMeters: 100_000 },
};

/** ACLED `geo_precision`: 1 a particular town, 2 near a town or a small part of a region, 3 a larger region. */
const GEO_PRECISION: Readonly<Record<string, Known>> = {
  "1": { precision: "settlement", radiusMeters: 1_000 },
  "2": { precision: "district", radiusMeters: 5_000 },
  "3": { precision: "province", radiusMeters: 25_000 },
};

/** UCDP GED `date_prec`: 1 day, 2 two to six days, 3 week, 4 month, 5 more than a month; as an index into `TIME_PRECISIONS`. */
const DATE_PREC: Readonly<Record<string, number>> = { "1": 0, "2": 1, "3": 2, "4": 3, "5": 4 };

/** Our precision class and radius for a precision code of the table; null for a code it does not have. */
export function precisionOf(table: ConflictTable, code: string): Known | null {
  const known = table === "ucdp" ? WHERE_PREC : GEO_PRECISION;
  const trimmed = code.trim();
  return Object.hasOwn(known, trimmed) ? (known[trimmed] ?? null) : null;
}

const startOfMonth = (day: number) => {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 86_400_000;
};
const endOfMonth = (day: number) => {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000;
};

/**
 * `date` as widely as its precision code says. UCDP gives both ends itself. ACLED `time_precision`: 1 the day, 2 within
 * the week (three days to either side), 3 within the month.
 */
export function widened(table: ConflictTable, code: string, date: ReadDate): ReadDate {
  const trimmed = code.trim();
  if (table === "ucdp") return { ...date, precision: DATE_PREC[trimmed] ?? date.precision };
  if (trimmed === "2") return { start: date.start - 3, end: date.end + 3, precision: 2 };
  if (trimmed === "3") return { start: startOfMonth(date.start), end: endOfMonth(date.end), precision: 3 };
  return date;
}

const has = (names: readonly string[], ...wanted: string[]) => wanted.every((name) => names.includes(name));

/** Which table a header belongs to, or null. `names` are in lower case. */
export function recognise(names: readonly string[]): ConflictTable | null {
  if (has(names, "where_prec", "latitude", "longitude", "date_start")) return "ucdp";
  if (has(names, "event_id_cnty", "event_date", "latitude", "longitude")) return "acled";
  return null;
}
