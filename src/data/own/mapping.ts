import { type KnownTable, recognise } from "./known-tables";
import { positionColumns } from "./position-columns";

/** Which field of a file is what, as places in its list of fields; null for none. */
export interface Mapping {
  readonly lng: number | null;
  readonly lat: number | null;
  /** A column of well-known text; where a row leaves it empty, longitude and latitude count. */
  readonly wkt: number | null;
  readonly title: number | null;
  readonly category: number | null;
  readonly date: number | null;
  /** Of a date with a column for each of its parts, the other two; the year is in `date` then. */
  readonly month: number | null;
  readonly day: number | null;
  readonly endDate: number | null;
  readonly dayOrder: "dmy" | "mdy" | null;
  readonly calendar: "solar-hijri" | "gregorian" | null;
  /** The known table whose codes the precisions are. */
  readonly table: KnownTable | null;
  readonly wherePrecision: number | null;
  readonly whenPrecision: number | null;
  /** How far from its place something may have been, in metres. */
  readonly radius: number | null;
}

const TITLE = ["title", "name", "label", "place", "location", "asciiname", "نام", "عنوان"];
const CATEGORY = ["category", "type", "kind", "class", "event_type", "نوع", "folder"];
const DATE = [
  ...["date", "event_date", "start_date", "date_start", "start", "timestamp", "time", "datetime", "when", "eventdate"],
  ...["startdate", "acq_date", "تاریخ", "تاريخ"],
];
const END_DATE = ["date_end", "end_date", "end", "enddate"];
/** Where a date has a column for each of its parts. */
const PARTS = [
  ["iyear", "imonth", "iday"],
  ["year", "month", "day"],
] as const;

const TABLES: Readonly<Record<KnownTable, Partial<Record<keyof Mapping, readonly string[]>>>> = {
  ucdp: {
    title: ["where_coordinates"],
    category: ["type_of_violence"],
    date: ["date_start"],
    endDate: ["date_end"],
    wherePrecision: ["where_prec"],
    whenPrecision: ["date_prec"],
  },
  acled: {
    title: ["location"],
    category: ["event_type"],
    date: ["event_date"],
    // Its code of precision says how far the day reaches, to either side; another column would reach further.
    endDate: [],
    wherePrecision: ["geo_precision"],
    whenPrecision: ["time_precision"],
  },
  // Flat columns, or the members in which GeoJSON nests the same.
  sarhad: {
    title: ["name"],
    category: ["kind"],
    date: ["date_start", "when"],
    endDate: ["date_end", "when"],
    wherePrecision: ["precision", "where"],
    whenPrecision: ["date_precision", "when"],
    radius: ["uncertainty_m", "where"],
  },
};

/** The mapping that the names of the fields and the first rows suggest; the reader sees it before anything is read with it. */
export function suggestMapping(fields: readonly string[], sample: readonly (readonly string[])[] = []): Mapping {
  const names = fields.map((field) => field.trim().toLowerCase());
  const first = (wanted: readonly string[]): number | null => {
    const found = wanted.map((name) => names.indexOf(name)).find((at) => at >= 0);
    return found ?? null;
  };
  const table = recognise(names);
  const date = first(DATE);
  const [year = null, month = null, day = null] =
    date === null
      ? (PARTS.map((parts) => parts.map((part) => first([part]))).find((parts) => !parts.includes(null)) ?? [])
      : [];
  const plain: Mapping = {
    ...positionColumns(names, sample),
    title: first(TITLE),
    category: first(CATEGORY),
    date: date ?? year,
    month,
    day,
    endDate: first(END_DATE),
    dayOrder: null,
    calendar: null,
    table,
    wherePrecision: null,
    whenPrecision: null,
    radius: null,
  };
  if (table === null) return plain;
  const known = Object.entries(TABLES[table]).map(([part, wanted]) => [part, first(wanted)] as const);
  return { ...plain, ...Object.fromEntries(known) };
}

/** The date of a row as one text, of its parts where it has several; a month or day of 0 stands for an unknown one. */
export function dateText({ date, month, day }: Mapping, cell: (at: number | null) => string): string {
  const parts = [date, month, day].map((at) => cell(at).trim());
  const known = parts.findIndex((part) => part === "" || Number(part) === 0);
  return parts.slice(0, known < 0 ? parts.length : known).join("-");
}
