import { placeOfText } from "./place-text";

/** Which columns say where rows are, as places in the list of columns. */
export interface PositionColumns {
  readonly lng: number | null;
  readonly lat: number | null;
  readonly wkt: number | null;
}

const NONE: PositionColumns = { lng: null, lat: null, wkt: null };

const word = (name: string) => new RegExp(`(?<![a-z])${name}(?![a-z])`);

/** How the two columns of a position are called, latitude first: what differs between their names, the likeliest first. */
const PAIRS: readonly (readonly [lat: RegExp, lng: RegExp])[] = [
  [/latitude/, /longitude/],
  [word("lat"), word("(?:lon|lng|long)")],
  [/latitud/, /longitud/],
  [/عرض/, /طول/],
  [word("y"), word("x")],
  [/northing/, /easting/],
];

/** Names that well-known text goes by, whatever stands in the first rows. */
const TEXT_NAMES = ["wkt", "geometry", "geom", "the_geom", "wkt_geom"];
/** Names of a column that holds the whole position, and what stands in such columns: text of a shape, or a pair. */
const WHOLE = /geom|wkt|shape|geo|coord|lat.?lon|lat.?lng|lon.?lat|gps|location|position|point|مختصات/;
const SHAPE = /^(?:SRID=\d+;)?\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\b|^\{/i;

/** Two columns whose names are the same but for the words for longitude and latitude. */
function pairOf(names: readonly string[]): PositionColumns | null {
  for (const [lat, lng] of PAIRS) {
    const lats = names.flatMap((name, at) => (lat.test(name) ? [{ at, rest: name.replace(lat, "#") }] : []));
    const lngs = names.flatMap((name, at) => (lng.test(name) ? [{ at, rest: name.replace(lng, "#") }] : []));
    // The plainest name first: “lat” before “site_lat”.
    const pairs = lats
      .flatMap((one) => lngs.filter(({ rest }) => rest === one.rest).map((other) => ({ one, other })))
      .sort((a, b) => a.one.rest.length - b.one.rest.length);
    const [best] = pairs;
    if (best) return { lng: best.other.at, lat: best.one.at, wkt: null };
  }
  return null;
}

/** A column whose first cells are positions: of any name for shapes, of a name that says so for pairs of numbers. */
function wholeOf(names: readonly string[], sample: readonly (readonly string[])[]): PositionColumns | null {
  const isPlaced = (at: number, isMeant: (cell: string) => boolean) => {
    const cells = sample.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
    return cells.length > 0 && cells.every((cell) => isMeant(cell) && typeof placeOfText(cell) !== "string");
  };
  const named = TEXT_NAMES.map((name) => names.indexOf(name)).find((at) => at >= 0);
  if (named !== undefined) return { ...NONE, wkt: named };
  const shape = names.findIndex((_, at) => isPlaced(at, (cell) => SHAPE.test(cell)));
  const pair = names.findIndex((name, at) => WHOLE.test(name) && isPlaced(at, () => true));
  const found = shape < 0 ? pair : shape;
  return found < 0 ? null : { ...NONE, wkt: found };
}

/** The columns of position that names in lower case and the first rows suggest. */
export const positionColumns = (names: readonly string[], sample: readonly (readonly string[])[]): PositionColumns =>
  pairOf(names) ?? wholeOf(names, sample) ?? NONE;
