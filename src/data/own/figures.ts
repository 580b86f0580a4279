/** Joiners and direction marks that come along when figures are copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** No figure is longer; looking for one in a text without end would take as long. */
const LONGEST_FIGURE = 100;
const isPlain = (text: string) => /^[\x20-\x7e]*$/.test(text);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;
const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/;

/** `text` without what cannot be seen and without spaces round it, Persian and Arabic digits and signs as Latin ones. */
export const asciiFigures = (text: string): string =>
  isPlain(text)
    ? text.trim()
    : text
        .replace(INVISIBLE, "")
        .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
        .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
        .replace(/(?<=\d)٬(?=\d{3})/g, "")
        .replaceAll("٫", ".")
        .replaceAll("−", "-")
        .trim();

/**
 * A number as tables write it, with Latin, Persian or Arabic digits, a decimal point or a decimal comma; null for anything
 * else. A comma before three figures and a point divides thousands.
 */
export function numberIn(text: string): number | null {
  const plain = asciiFigures(text);
  if (plain.length > LONGEST_FIGURE) return null;
  if (NUMBER.test(plain)) return Number(plain);
  if (DECIMAL_COMMA.test(plain)) return Number(plain.replace(",", "."));
  return THOUSANDS.test(plain) ? Number(plain.replaceAll(",", "")) : null;
}

/** Which letters say on which side of its axis an angle lies. */
const HEMISPHERES = { lng: { E: 1, W: -1 }, lat: { N: 1, S: -1 } } as const;
export type Axis = keyof typeof HEMISPHERES;

const FIGURE = /^\d+(?:\.\d+)?$/;
/** Degrees, minutes and seconds with marks, colons or spaces between, or all three with hyphens. */
const MARKS = /[\s:°º˚'′’"″”]+/;
const HYPHENED = /^\d{1,3}-\d{1,2}-\d{1,2}(?:\.\d+)?$/;

/**
 * A longitude or latitude as tables write it, in degrees: a number, or degrees with minutes and seconds, with the letter
 * of its hemisphere before or after it. Null for anything else, and for the letter of the other axis.
 */
export function angleIn(text: string, axis: Axis): number | null {
  const number = numberIn(text);
  if (number !== null || text.length > LONGEST_FIGURE) return number;
  const parts = /^([NSEW])?\s*([-+]?)([^NSEW+-][^NSEW+]*?)\s*([NSEW])?$/i.exec(
    asciiFigures(text).replace(/(\d),(\d)/g, "$1.$2"),
  );
  const [, before, sign, figures = "", after] = parts ?? [];
  const letter = (before ?? after)?.toUpperCase();
  if (!parts || (before && after) || (letter && sign)) return null;
  const side =
    letter === undefined
      ? sign === "-"
        ? -1
        : 1
      : Object.entries(HEMISPHERES[axis]).find(([name]) => name === letter)?.[1];
  const pieces = (HYPHENED.test(figures) ? figures.split("-") : figures.split(MARKS)).filter((piece) => piece !== "");
  if (side === undefined || pieces.length === 0 || pieces.length > 3 || !pieces.every((piece) => FIGURE.test(piece)))
    return null;
  const [degrees = 0, minutes = 0, seconds = 0] = pieces.map(Number);
  // Only the last of them may have decimals; three figures are no minutes but thousands.
  const isWhole = pieces.slice(0, -1).every((piece) => !piece.includes("."));
  const isSexagesimal =
    pieces.slice(1).every((piece) => /^\d{1,2}(?:\.|$)/.test(piece)) && minutes < 60 && seconds < 60;
  if (!isWhole || !isSexagesimal || degrees > 180) return null;
  return side * (degrees + minutes / 60 + seconds / 3600);
}
