import { Decode, LATITUDE, LONGITUDE } from "geographiclib-dms";
import { fromAddress } from "./coordinate-address";
import { type CoordinateAnswer, choice, position, refused } from "./coordinate-answer";
import { fromGrid } from "./coordinate-grid";
import { asciiDigits } from "./digits";

export type { CoordinateAnswer, Reading } from "./coordinate-answer";

/** Words beside the figures, and the letter or space that stands for them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/latitude|lat\b\.?|عرض(?: جغرافیایی| البلد)?/giu, " "],
  [/longitude|long?\b\.?|lng\b|طول(?: جغرافیایی| البلد)?/giu, " "],
  [/north|شمالی|شمال/giu, "N"],
  [/south|جنوبی|جنوب/giu, "S"],
  [/east|شرقی|مشرق|شرق/giu, "E"],
  [/west|غربی|مغرب|غرب/giu, "W"],
  [/(?<=\d)\s*(?:degrees?|deg|d)(?![a-z])/giu, "°"],
];

/** Joiners and direction marks that come along when coordinates are copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

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

/** Thousands signs between figures go; one that is not before three figures stands for a comma. */
const withoutThousands = (text: string) =>
  text.replace(/\p{Nd}{1,3}(?:٬\p{Nd}{3})+(?!\p{Nd})/gu, (figure) => figure.replaceAll("٬", "")).replaceAll("٬", ",");

/** True when the words say that the first figure is a longitude, false when a latitude, null when they do not say. */
function beginsWithLongitude(text: string): boolean | null {
  const order = [...text.matchAll(/(lat)|(lon|lng)|(عرض)|(طول)/giu)].map(([, lat, , lat2]) => Boolean(lat ?? lat2));
  return order.length === 2 && order[0] !== order[1] ? order[0] === false : null;
}

/** `input` with ASCII digits, commas and minus signs, without what cannot be seen. */
function plainText(input: string): string {
  // Compatibility forms would make letters of the ring and the ordinal sign that stand for degrees.
  return asciiDigits(withoutThousands(input.replace(/[º˚]/g, "°").normalize("NFKC")))
    .replace(/،/g, ",")
    .replace(/؛/g, ";")
    .replace(INVISIBLE, "")
    .trim();
}

function fromAngles(text: string): CoordinateAnswer | null {
  let plain = text.replace(/[−–]/g, "-").replace(/[()[\]]/g, " ");
  const isLongitudeFirst = beginsWithLongitude(plain);
  for (const [pattern, replacement] of WORDS) plain = plain.replace(pattern, replacement);
  plain = plain.replace(/(?<![\d\s])\s*[:=]/g, " ").trim();
  const isLikely = /\d[^\d.]+\d/.test(plain) && /^[\d\s.,;:+\-°'"′″’”“NSEW]+$/i.test(plain);
  if (!isLikely) return null;
  if (hasDecimalCommas(plain)) return refused("decimal_comma");
  plain = plain
    .replace(/[°'"′″’”“]/g, " ")
    .replace(/\s*:\s*/g, ":")
    .replace(/\s+/g, " ")
    .trim();

  const marked = sidesWithHemispheres(plain);
  const sides = marked ?? bareSides(plain);
  const decoded = sides && decodeSides(sides);
  if (!decoded) return refused("unreadable");
  const [first, second] = decoded;
  if (!marked) {
    const orders = [
      { lat: first.val, lng: second.val },
      { lat: second.val, lng: first.val },
    ] as const;
    if (isLongitudeFirst === null) return choice(orders);
    const { lat, lng } = isLongitudeFirst ? orders[1] : orders[0];
    return position(lat, lng);
  }
  if (first.ind === LATITUDE && second.ind === LONGITUDE) return position(first.val, second.val);
  if (first.ind === LONGITUDE && second.ind === LATITUDE) return position(second.val, first.val);
  return refused("unreadable");
}

/**
 * The coordinates that `input` states, or null when it does not look like coordinates at all. Reads decimal degrees,
 * degrees with minutes and seconds (marks, colons or spaces), hemispheres on either side, UTM and MGRS, Persian and
 * Arabic digits, `geo:` addresses and links of OpenStreetMap, Google, Apple and Bing maps. Never guesses: where two
 * readings are possible both are answered.
 */
export function readCoordinates(input: string): CoordinateAnswer | null {
  const text = plainText(input);
  return fromAddress(text) ?? fromGrid(text) ?? fromAngles(text);
}
