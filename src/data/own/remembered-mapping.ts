import type { Mapping } from "./mapping";
import { placeColumnsOf } from "./own-csv";
import type { Preview } from "./source";

const PLACES = ["lng", "lat", "wkt"] as const;
const DATE_PARTS = ["month", "day"] as const;
const CODES = ["wherePrecision", "whenPrecision", "radius"] as const;
const PARTS = [...PLACES, "title", "category", "date", ...DATE_PARTS, "endDate", ...CODES] as const;
type Part = (typeof PARTS)[number];

const isOneOf = (part: Part, some: readonly Part[]) => some.includes(part);

/** What a reader changed of the mapping that a file suggested, by the names of columns, for files like it. */
export interface RememberedMapping {
  /** The names of all columns of the file. */
  readonly fields: readonly string[];
  /** The columns chosen otherwise than suggested; null where the reader wanted none. */
  readonly columns: Readonly<Partial<Record<Part, string | null>>>;
  readonly dayOrder: Mapping["dayOrder"];
  readonly calendar: Mapping["calendar"];
}

/** The names of a file's columns without those in which our own table says where its records are. */
function ownFieldsOf(fields: readonly string[]): readonly string[] {
  const places = placeColumnsOf(fields);
  return places ? fields.filter((_, at) => at !== places.lng && at !== places.lat && at !== places.wkt) : fields;
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((name) => others.includes(name));

/** True for what is remembered of files with the columns that this one has. */
export const isOfSameColumns = (remembered: RememberedMapping, { fields }: Preview): boolean =>
  isSame(remembered.fields, ownFieldsOf(fields));

/** What is worth remembering of a mapping; null where it is what the file suggested. */
export function rememberable({ fields, suggested }: Preview, mapping: Mapping): RememberedMapping | null {
  const changed = PARTS.filter((part) => mapping[part] !== suggested[part]);
  const { dayOrder, calendar } = mapping;
  if (changed.length === 0 && dayOrder === null && calendar === null) return null;
  const nameAt = (at: number | null) => (at === null ? null : (fields[at] ?? null));
  const columns = Object.fromEntries(changed.map((part) => [part, nameAt(mapping[part])]));
  return { fields: ownFieldsOf(fields), columns, dayOrder, calendar };
}

/** The suggestion of a file with what is remembered in its place; null where that does not fit or changes nothing. */
function applied(preview: Preview, remembered: RememberedMapping): Mapping | null {
  const { fields, suggested, needsPosition } = preview;
  const isPlaced = !needsPosition || placeColumnsOf(fields) !== null;
  const isAlike = isOfSameColumns(remembered, preview);
  // How dates are written is told of a table, which may have got further columns since.
  const hasAll = remembered.fields.every((name) => fields.includes(name));
  const found: [Part, number | null][] = [];
  for (const part of PARTS) {
    const name = Object.hasOwn(remembered.columns, part) ? remembered.columns[part] : undefined;
    // What an export of ours says of places is as its reader saw them, whatever columns they came from.
    if (name === undefined || (isPlaced && isOneOf(part, PLACES))) continue;
    const at = name === null ? null : fields.indexOf(name);
    if (at === -1) return null;
    // That a column is not wanted is told of this table alone; month and day go with their date.
    if (at !== null || isAlike || isOneOf(part, DATE_PARTS)) found.push([part, at]);
  }
  const habits = hasAll ? { dayOrder: remembered.dayOrder, calendar: remembered.calendar } : {};
  const mapping: Mapping = { ...suggested, ...Object.fromEntries(found), ...habits };
  return rememberable(preview, mapping) && mapping;
}

/**
 * The mapping that the reader chose for a file like this one, the newest first: for one with the same columns all of it,
 * for one with more of them how its dates are written too, for another one that has the columns chosen, those. Null where
 * nothing of it is other than the file suggests.
 */
export function proposedMapping(preview: Preview, remembered: readonly RememberedMapping[]): Mapping | null {
  const alike = remembered.filter((one) => isOfSameColumns(one, preview));
  for (const one of [...alike, ...remembered]) {
    const mapping = applied(preview, one);
    if (mapping) return mapping;
  }
  return null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const isText = (value: unknown): value is string => typeof value === "string";

/** True for a value that was remembered, as far as it matters: a column that is not there is passed over. */
export function isRemembered(value: unknown): value is RememberedMapping {
  if (!isObject(value) || !Array.isArray(value.fields) || !isObject(value.columns)) return false;
  const { fields, columns, dayOrder, calendar } = value;
  return (
    fields.every(isText) &&
    Object.values(columns).every((name) => name === null || isText(name)) &&
    (dayOrder === null || dayOrder === "dmy" || dayOrder === "mdy") &&
    (calendar === null || calendar === "solar-hijri" || calendar === "gregorian")
  );
}
