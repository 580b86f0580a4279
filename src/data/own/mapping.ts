import { z } from "zod";
import { KNOWN_TABLES, type KnownTable, recognise } from "./known-tables";

const column = z.int().nonnegative().nullable();

/** Which field of a file is what, as places in its list of fields; null for none. */
export const mapping = z.strictObject({
  lng: column,
  lat: column,
  /** A column of well-known text; where a row leaves it empty, longitude and latitude count. */
  wkt: column,
  title: column,
  category: column,
  date: column,
  endDate: column,
  dayOrder: z.enum(["dmy", "mdy"]).nullable(),
  /** The known table whose codes the precisions are. */
  table: z.enum(KNOWN_TABLES).nullable(),
  wherePrecision: column,
  whenPrecision: column,
  /** How far from its place something may have been, in metres. */
  radius: column,
});
export type Mapping = z.infer<typeof mapping>;

const LNG = ["longitude", "lon", "lng", "long", "x", "lon_dd", "longitude_dd"];
const LAT = ["latitude", "lat", "y", "lat_dd", "latitude_dd"];
const WKT = ["wkt", "geometry", "geom", "the_geom", "wkt_geom"];
const TITLE = ["title", "name", "label", "place", "location", "asciiname"];
const CATEGORY = ["category", "type", "kind", "class", "event_type"];
const DATE = ["date", "event_date", "start_date", "date_start", "start", "timestamp", "time", "datetime", "when"];
const END_DATE = ["date_end", "end_date", "end"];

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

/** The mapping that the names of the fields suggest; the reader sees it before anything is read with it. */
export function suggestMapping(fields: readonly string[]): Mapping {
  const names = fields.map((field) => field.trim().toLowerCase());
  const first = (wanted: readonly string[]): number | null => {
    const found = wanted.map((name) => names.indexOf(name)).find((at) => at >= 0);
    return found ?? null;
  };
  const table = recognise(names);
  const lng = first(LNG);
  const lat = first(LAT);
  const isPair = lng !== null && lat !== null;
  const plain: Mapping = {
    lng: isPair ? lng : null,
    lat: isPair ? lat : null,
    wkt: isPair ? null : first(WKT),
    title: first(TITLE),
    category: first(CATEGORY),
    date: first(DATE),
    endDate: first(END_DATE),
    dayOrder: null,
    table,
    wherePrecision: null,
    whenPrecision: null,
    radius: null,
  };
  if (table === null) return plain;
  const known = Object.entries(TABLES[table]).map(([part, wanted]) => [part, first(wanted)] as const);
  return { ...plain, ...Object.fromEntries(known) };
}
