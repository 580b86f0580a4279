import { MILLISECONDS_PER_DAY } from "../day";
import type { PrecisionClass } from "../location";
import { PRECISIONS, TIME_PRECISIONS } from "./columns";
import type { ReadDate } from "./dates";

/** The tables whose columns are known: two public ones of conflict events, and what this atlas itself exports. */
export const KNOWN_TABLES = ["ucdp", "acled", "sarhad"] as const;
export type KnownTable = (typeof KNOWN_TABLES)[number];

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

/** Nothing is farther from anything else on the earth: half of a meridian circle of WGS84, rounded up. */
const FARTHEST_METERS = 20_003_932;

/** The class and radius as the atlas itself wrote them, or null where it wrote none. */
function ownPrecisionOf(code: string, radius: string): Known | null {
  const precision = PRECISIONS.find((name) => name === code);
  const radiusMeters = Number(radius);
  return precision && radiusMeters > 0 && radiusMeters <= FARTHEST_METERS ? { precision, radiusMeters } : null;
}

/**
 * Our precision class and radius for a precision code of the table; null for a code it does not have. `radius` is what
 * the table says of it in metres: only our own does.
 */
export function precisionOf(table: KnownTable, code: string, radius: string): Known | null {
  const trimmed = code.trim();
  if (table === "sarhad") return ownPrecisionOf(trimmed, radius);
  const known = table === "ucdp" ? WHERE_PREC : GEO_PRECISION;
  return Object.hasOwn(known, trimmed) ? (known[trimmed] ?? null) : null;
}

const startOfMonth = (day: number) => {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / MILLISECONDS_PER_DAY;
};
const endOfMonth = (day: number) => {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / MILLISECONDS_PER_DAY;
};

/**
 * `date` as widely as its precision code says. UCDP and our own exports say both ends. ACLED `time_precision`: 1 the
 * day, 2 within the week (three days to either side), 3 within the month.
 */
export function widened(table: KnownTable, code: string, date: ReadDate): ReadDate {
  const trimmed = code.trim();
  if (table === "sarhad") {
    const precision = (TIME_PRECISIONS as readonly string[]).indexOf(trimmed);
    return precision < 0 ? date : { ...date, precision };
  }
  if (table === "ucdp") return { ...date, precision: DATE_PREC[trimmed] ?? date.precision };
  if (trimmed === "2") return { start: date.start - 3, end: date.end + 3, precision: 2 };
  if (trimmed === "3") return { start: startOfMonth(date.start), end: endOfMonth(date.end), precision: 3 };
  return date;
}

const has = (names: readonly string[], ...wanted: string[]) => wanted.every((name) => names.includes(name));

/** Which table a header belongs to, or null. `names` are in lower case. */
export function recognise(names: readonly string[]): KnownTable | null {
  const isOurs = has(names, "layer", "kind", "name", "revision", "status");
  // As columns, or as the records that GeoJSON nests.
  if (isOurs && (has(names, "source_ids") || has(names, "sourcedetails"))) return "sarhad";
  // As a GPX file of ours has it in its comments.
  if (has(names, "cmt", "kind", "precision", "uncertainty_m")) return "sarhad";
  if (has(names, "where_prec", "latitude", "longitude", "date_start")) return "ucdp";
  if (has(names, "event_id_cnty", "event_date", "latitude", "longitude")) return "acled";
  return null;
}
