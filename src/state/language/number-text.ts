/** Formats made so far: making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();

/** Persian digits, by the value of each. */
const PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹";

/** `value` in the digits and grouping of `locale`, with exactly `decimals` decimals; not given, with three at most. */
export function numberText(value: number, locale: string, decimals?: number): string {
  // Counts need no format, and the first one of a page costs it 40 ms, on a phone 160.
  if (!decimals && value >= 0 && Number.isSafeInteger(value)) {
    const isPersian = locale.endsWith("arabext");
    const grouped = String(value).replace(/\B(?=(?:\d{3})+$)/g, isPersian ? "٬" : ",");
    return isPersian ? grouped.replace(/\d/g, (digit) => PERSIAN_DIGITS[Number(digit)] ?? "") : grouped;
  }
  const key = `${locale} ${decimals}`;
  const known =
    formats.get(key) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, known);
  return known.format(value);
}

/**
 * The plural category of `count`, by the rules of CLDR for the languages of the atlas: English, Urdu and Persian tell only
 * one from all other numbers. What the browser has for this reads the data of a language before its first answer.
 */
export function pluralOf(count: number, locale: string): "one" | "other" {
  const size = Math.abs(count);
  return size === 1 || (size < 1 && locale.startsWith("fa")) ? "one" : "other";
}
