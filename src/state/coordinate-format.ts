import { decimalsOfDegrees } from "../data/degree-decimals";
import { toMgrs } from "../geo/mgrs";
import { bandOf, toUtm } from "../geo/utm";

/** The ways in which a position is written out, always in ASCII. */
export const COORDINATE_FORMATS = ["dd", "dm", "dms", "utm", "mgrs", "geo", "osm", "google"] as const;
export type CoordinateFormat = (typeof COORDINATE_FORMATS)[number];

/** Those of them that a reader may prefer to see: not the links. */
export const READABLE_FORMATS = ["dd", "dm", "dms", "utm", "mgrs"] as const satisfies readonly CoordinateFormat[];
export type ReadableFormat = (typeof READABLE_FORMATS)[number];

/** A position and how well it is known: metres, or null for one that somebody typed or pointed at exactly. */
export interface KnownPosition {
  readonly lng: number;
  readonly lat: number;
  readonly radiusMeters: number | null;
}

/** Decimals of a degree of a position without doubt: about a decimetre. */
const MOST_DECIMALS = 6;

/** Decimals of a minute and of a second that are no finer than so many decimals of a degree. */
const MINUTE_DECIMALS = [0, 0, 0, 1, 2, 3, 4] as const;
const SECOND_DECIMALS = [null, null, null, 0, 0, 1, 2] as const;
const METERS_PER_DEGREE = 111_320;

const decimalsFor = (radiusMeters: number | null) =>
  radiusMeters === null ? MOST_DECIMALS : decimalsOfDegrees(radiusMeters);

/** How far a step in the last of so many decimals of a degree goes, as a power of ten of metres. */
const gridExponent = (decimals: number) => Math.max(0, Math.round(Math.log10(METERS_PER_DEGREE / 10 ** decimals)));

/** A size of angle in whole degrees, minutes and perhaps seconds; what is rounded up is carried. */
function sexagesimal(degrees: number, decimals: number, withSeconds: boolean): string {
  const secondDecimals = withSeconds ? (SECOND_DECIMALS[decimals] ?? null) : null;
  const minuteDecimals = withSeconds ? 0 : (MINUTE_DECIMALS[decimals] ?? 0);
  const perDegree = secondDecimals === null ? 60 * 10 ** minuteDecimals : 3600 * 10 ** secondDecimals;
  const units = Math.round(degrees * perDegree);
  const whole = Math.floor(units / perDegree);
  const rest = units % perDegree;
  if (secondDecimals === null) return `${whole} ${(rest / 10 ** minuteDecimals).toFixed(minuteDecimals)}`;
  const perMinute = 60 * 10 ** secondDecimals;
  const seconds = ((rest % perMinute) / 10 ** secondDecimals).toFixed(secondDecimals);
  return `${whole} ${Math.floor(rest / perMinute)} ${seconds}`;
}

function angles({ lng, lat }: KnownPosition, decimals: number, withSeconds: boolean): string {
  const side = (value: number, positive: string, negative: string) =>
    `${sexagesimal(Math.abs(value), decimals, withSeconds)} ${value < 0 ? negative : positive}`;
  return `${side(lat, "N", "S")}, ${side(lng, "E", "W")}`;
}

function utmText({ lng, lat }: KnownPosition, decimals: number): string | null {
  const band = bandOf(lat);
  if (band === null) return null;
  const { zone, eastingMeters, northingMeters } = toUtm(lng, lat);
  const unit = 10 ** gridExponent(decimals);
  const rounded = (meters: number) => Math.round(meters / unit) * unit;
  return `${zone}${band} ${rounded(eastingMeters)} ${rounded(northingMeters)}`;
}

/**
 * `position` as text in ASCII, no finer than it is known: decimal degrees “lat, lng”, degrees and minutes, with seconds,
 * UTM with its band, MGRS, a `geo:` address (RFC 5870) or a link to a map site. Null where a grid does not reach.
 */
export function writeCoordinates(position: KnownPosition, format: CoordinateFormat): string | null {
  const decimals = decimalsFor(position.radiusMeters);
  const rounded = (degrees: number) => Number(degrees.toFixed(decimals)) + 0;
  const told = { ...position, lat: rounded(position.lat), lng: rounded(position.lng) };
  const { lat, lng } = told;
  switch (format) {
    case "dd":
      return `${lat.toFixed(decimals)}, ${lng.toFixed(decimals)}`;
    case "dm":
      return angles(told, decimals, false);
    case "dms":
      return angles(told, decimals, true);
    case "utm":
      return utmText(position, decimals);
    case "mgrs":
      return toMgrs(position.lng, position.lat, Math.max(0, 5 - gridExponent(decimals)));
    case "geo":
      return `geo:${lat},${lng}${position.radiusMeters === null ? "" : `;u=${Math.round(position.radiusMeters)}`}`;
    case "osm":
      return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=12/${lat}/${lng}`;
    case "google":
      return `https://www.google.com/maps/search/?api=1&query=${lat},${lng}`;
  }
}

/** `position` as `format` writes it, or in decimal degrees where the format's grid does not reach. */
export const readableCoordinates = (position: KnownPosition, format: ReadableFormat): string =>
  writeCoordinates(position, format) ?? `${position.lat.toFixed(1)}, ${position.lng.toFixed(1)}`;
