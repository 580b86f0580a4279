import { Decode, LATITUDE, LONGITUDE } from "geographiclib-dms";
import { asciiDigits } from "./fold";

/** A position as read from text. */
export interface Reading {
  readonly lng: number;
  readonly lat: number;
}

/** Why a text that looks like coordinates was not taken. */
export type Refusal = "decimal_comma" | "out_of_range" | "unreadable";

/**
 * What a text says as coordinates: one reading; two between which only the reader can choose; or a refusal with its
 * reason. `uncertaintyMeters` is the `u` of a `geo:` address.
 */
export type CoordinateAnswer =
  | { readonly kind: "position"; readonly reading: Reading; readonly uncertaintyMeters: number | null }
  | { readonly kind: "ambiguous"; readonly readings: readonly [Reading, Reading] }
  | { readonly kind: "refused"; readonly reason: Refusal };

/** Where bare pairs are expected to lie: west, south, east, north of the part of the world drawn in detail. */
const EXPECTED = [44, 20, 80, 43] as const;

/** Words beside the figures, and the letter or space that stands for them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/latitude|lat\b\.?|عرض(?: جغرافیایی| البلد)?/giu, " "],
  [/longitude|long?\b\.?|lng\b|طول(?: جغرافیایی| البلد)?/giu, " "],
  [/north|شمالی|شمال/giu, "N"],
  [/south|جنوبی|جنوب/giu, "S"],
  [/east|شرقی|مشرق|شرق/giu, "E"],
  [/west|غربی|مغرب|غرب/giu, "W"],
];

/** Joiners and direction marks that come along when coordinates are copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const refused = (reason: Refusal): CoordinateAnswer => ({ kind: "refused", reason });

const isOnEarth = ({ lng, lat }: Reading) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
const isExpected = ({ lng, lat }: Reading) =>
  lng >= EXPECTED[0] && lat >= EXPECTED[1] && lng <= EXPECTED[2] && lat <= EXPECTED[3];

function position(lat: number, lng: number, uncertaintyMeters: number | null = null): CoordinateAnswer {
  const reading = { lng, lat };
  return isOnEarth(reading) ? { kind: "position", reading, uncertaintyMeters } : refused("out_of_range");
}

/** A pair of plain numbers whose order nobody stated: the one order that lies in the atlas, else a question. */
function bare(first: number, second: number): CoordinateAnswer {
  const readings = [
    { lat: first, lng: second },
    { lat: second, lng: first },
  ].filter(isOnEarth);
  const expected = readings.filter(isExpected);
  const [reading, other] = expected.length === 1 ? expected : readings;
  if (!reading) return refused("out_of_range");
  if (!other || (reading.lat === other.lat && reading.lng === other.lng)) return position(reading.lat, reading.lng);
  return { kind: "ambiguous", readings: [reading, other] };
}

const NUMBER = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const PAIR = new RegExp(String.raw`^${NUMBER}\s*(?:,|%2C)\s*${NUMBER}`, "i");

/** The position in a `geo:` address or a map site's link, or null when the text is neither. */
function fromAddress(text: string): CoordinateAnswer | null {
  const geo = /^geo:(.*)$/i.exec(text);
  if (geo) {
    const [, lat, lng] = PAIR.exec(geo[1] ?? "") ?? [];
    const uncertainty = /;u=(\d+(?:\.\d+)?)/i.exec(text)?.[1];
    if (/;crs=(?!wgs84\b)/i.test(text) || lat === undefined) return refused("unreadable");
    return position(Number(lat), Number(lng), uncertainty === undefined ? null : Number(uncertainty));
  }
  if (!/^https?:\/\//i.test(text)) return null;
  const patterns = [
    new RegExp(String.raw`[?&]mlat=${NUMBER}&mlon=${NUMBER}`),
    new RegExp(String.raw`[#&?]map=[\d.]+/${NUMBER}/${NUMBER}`),
    new RegExp(String.raw`!3d${NUMBER}!4d${NUMBER}`),
    new RegExp(String.raw`/@${NUMBER},${NUMBER}`),
    new RegExp(String.raw`[?&](?:q|ll|query|center|destination)=(?:loc:)?${NUMBER}(?:,|%2C)\+?${NUMBER}`, "i"),
  ];
  for (const pattern of patterns) {
    const [, lat, lng] = pattern.exec(text) ?? [];
    if (lat !== undefined) return position(Number(lat), Number(lng));
  }
  return refused("unreadable");
}

interface Side {
  readonly parts: readonly string[];
  readonly hemisphere: string;
}

/** The two sides of a pair whose hemispheres are written, before or after the figures, or null. */
function sidesWithHemispheres(text: string): readonly [Side, Side] | null {
  const after = /^([^NSEW]+)([NSEW])[\s,;]*([^NSEW]+)([NSEW])$/i.exec(text);
  const before = /^([NSEW])([^NSEW]+?)[\s,;]*([NSEW])([^NSEW]+)$/i.exec(text);
  const [first, one, second, two] = after
    ? [after[1], after[2], after[3], after[4]]
    : [before?.[2], before?.[1], before?.[4], before?.[3]];
  if (first === undefined || second === undefined || one === undefined || two === undefined) return null;
  const side = (figures: string, hemisphere: string): Side => ({
    parts: figures.split(/[\s:]+/).filter((part) => part !== ""),
    hemisphere: hemisphere.toUpperCase(),
  });
  return [side(first, one), side(second, two)];
}

const isFigure = (part: string) => /^[-+]?\d{1,3}(\.\d+)?$/.test(part);

/** Decodes both sides, or answers null when either is not a well-formed angle or has both a sign and a hemisphere. */
function decodeSides(sides: readonly [Side, Side]) {
  const isWellFormed = ({ parts, hemisphere }: Side) =>
    parts.length > 0 && parts.length <= 3 && parts.every(isFigure) && !(hemisphere && /^[-+]/.test(parts[0] ?? ""));
  if (!sides.every(isWellFormed)) return null;
  try {
    const [first, second] = sides.map(({ parts, hemisphere }) => Decode(parts.join(":") + hemisphere));
    return first && second ? ([first, second] as const) : null;
  } catch {
    return null;
  }
}

/** Splits a run of figures without hemispheres into two sides: by a comma, else by half. */
function bareSides(text: string): readonly [Side, Side] | null {
  const byComma = text.split(/\s*[,;]\s*/);
  const figuresOf = (part: string) => part.split(/[\s:]+/).filter((figure) => figure !== "");
  const figures = figuresOf(text.replace(/[,;]/g, " "));
  const half = figures.length / 2;
  const [first, second] = byComma.length === 2 ? byComma.map(figuresOf) : [figures.slice(0, half), figures.slice(half)];
  if (!first || !second || byComma.length > 2 || first.length !== second.length || !Number.isInteger(half)) return null;
  return [
    { parts: first, hemisphere: "" },
    { parts: second, hemisphere: "" },
  ];
}

/** True when a comma stands where English writes the decimal point, as in “29,5 60,87” or “29,5; 60,87”. */
const hasDecimalCommas = (text: string) =>
  /^\D*\d{1,3},\d+[^\d,]*[\s;,]+[^\d,]*\d{1,3},\d+\D*$/.test(text) || /^\D*\d{1,3},\d+\s*[°NSEW]/i.test(text);

/**
 * The coordinates that `input` states, or null when it does not look like coordinates at all. Reads decimal degrees,
 * degrees with minutes and seconds (marks, colons or spaces), hemispheres on either side, Persian and Arabic digits,
 * `geo:` addresses and links of OpenStreetMap and Google Maps. Never guesses: two possible orders are both answered.
 */
export function readCoordinates(input: string): CoordinateAnswer | null {
  const text = asciiDigits(input.normalize("NFC")).replace(/،/g, ",").replace(/؛/g, ";").replace(INVISIBLE, "").trim();
  const address = fromAddress(text);
  if (address) return address;
  let plain = text.replace(/[−–]/g, "-").replace(/[()[\]]/g, " ");
  for (const [pattern, replacement] of WORDS) plain = plain.replace(pattern, replacement);
  plain = plain.replace(/(?<![\d\s])\s*[:=]/g, " ").trim();
  const isLikely = /\d[^\d.]+\d/.test(plain) && /^[\d\s.,;:+\-°º˚'"′″’”“NSEW]+$/i.test(plain);
  if (!isLikely) return null;
  if (hasDecimalCommas(plain)) return refused("decimal_comma");
  plain = plain
    .replace(/[°º˚'"′″’”“]/g, " ")
    .replace(/\s*:\s*/g, ":")
    .replace(/\s+/g, " ")
    .trim();

  const marked = sidesWithHemispheres(plain);
  const sides = marked ?? bareSides(plain);
  const decoded = sides && decodeSides(sides);
  if (!decoded) return refused("unreadable");
  const [first, second] = decoded;
  if (!marked) return bare(first.val, second.val);
  if (first.ind === LATITUDE && second.ind === LONGITUDE) return position(first.val, second.val);
  if (first.ind === LONGITUDE && second.ind === LATITUDE) return position(second.val, first.val);
  return refused("unreadable");
}
