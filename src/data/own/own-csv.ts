/** Which columns of a table of our own say where its records are. */
interface PlaceColumns {
  readonly lng: number;
  readonly lat: number;
  readonly wkt: number;
}

/** What every row of the atlas's own records ends in. */
const ORIGIN = ["licence", "data_version", "retrieved", "link"] as const;

/** True for the name that an export gives a column, also where a reader's own column had that name already. */
const isNamed = (name: string | undefined, wanted: string) =>
  name === wanted || (name?.startsWith(`${wanted}_`) === true && /^_\d+$/.test(name.slice(wanted.length)));

/**
 * The columns of place that our own CSV puts after those of the record: longitude, latitude and well-known text, and
 * behind them nothing or where the records come from. Null for a table that is none of ours.
 */
export function placeColumnsOf(header: readonly string[]): PlaceColumns | null {
  const tail = header.slice(-ORIGIN.length);
  const hasOrigin = ORIGIN.every((name, at) => tail[at] === name);
  const lng = header.length - (hasOrigin ? ORIGIN.length : 0) - 3;
  const isOurs = ["lon", "lat", "wkt"].every((name, at) => isNamed(header[lng + at], name));
  return lng >= 0 && isOurs ? { lng, lat: lng + 1, wkt: lng + 2 } : null;
}
