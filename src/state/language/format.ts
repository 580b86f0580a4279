import type { Language } from "../../data/text";
import { numberText } from "./number-text";
import { type Digits, localeOf, type Translate } from "./translate";

export type LengthUnit = "km" | "mi" | "nmi";
export const METERS_PER_UNIT: Readonly<Record<LengthUnit, number>> = { km: 1000, mi: 1609.344, nmi: 1852 };

/** Formats made so far: making one takes a hundred times as long as using it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** `value` in the digits and grouping of `language`, with exactly `decimals` decimals. */
export function formatNumber(value: number, language: Language, decimals = 0, digits: Digits = "auto"): string {
  return numberText(value, localeOf(language, digits), decimals);
}

/** How many decimals of a kilometre a figure may show when it is known to ± `uncertaintyMeters`. */
export function decimalsFor(uncertaintyMeters: number): number {
  if (uncertaintyMeters >= 1000) return 0;
  return uncertaintyMeters >= 100 ? 1 : 2;
}

/**
 * A length for people: whole metres under a kilometre and otherwise kilometres, miles or nautical miles, never finer
 * than `uncertaintyMeters` supports. `translate` supplies the unit names.
 */
export function formatLength(
  meters: number,
  translate: Translate,
  language: Language,
  {
    unit = "km",
    uncertaintyMeters = 0,
    digits = "auto",
  }: { unit?: LengthUnit; uncertaintyMeters?: number; digits?: Digits } = {},
): string {
  if (unit === "km" && Math.abs(meters) < 1000 && uncertaintyMeters < 1000) {
    return translate("unit.m", { value: formatNumber(meters, language, 0, digits) });
  }
  const decimals = uncertaintyMeters > 0 ? Math.min(1, decimalsFor(uncertaintyMeters)) : 1;
  return translate(`unit.${unit}`, { value: formatNumber(meters / METERS_PER_UNIT[unit], language, decimals, digits) });
}

const DATE_PARTS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: "numeric" },
  7: { year: "numeric", month: "long" },
  10: { year: "numeric", month: "long", day: "numeric" },
};

/** The format of dates in `locale` (a BCP 47 tag) that are written in `length` characters: a year, a month or a day. */
export function dateFormat(locale: string, length: number): Intl.DateTimeFormat {
  const key = `${locale} ${length}`;
  const known =
    dateFormats.get(key) ??
    new Intl.DateTimeFormat(locale, { ...(DATE_PARTS[length] ?? DATE_PARTS[10]), timeZone: "UTC" });
  dateFormats.set(key, known);
  return known;
}

/** The first moment of a year, month or day. */
export const timeOf = (isoDate: string) => new Date(`${`${isoDate}-01-01`.slice(0, 10)}T00:00:00Z`);

/** A date as `locale` has it. */
export const dateIn = (locale: string, isoDate: string): string =>
  dateFormat(locale, isoDate.length).format(timeOf(isoDate));

/**
 * A date known to the year, month or day, in the calendar of the language: Gregorian, and for Persian the Solar Hijri
 * date with the Gregorian one beside it (days only; months and years of the two calendars do not coincide).
 */
export function formatDate(isoDate: string, language: Language, digits: Digits = "auto"): string {
  const locale = localeOf(language, digits);
  const gregorian = dateIn(locale.includes("-u-") ? `${locale}-ca-gregory` : locale, isoDate);
  if (language !== "fa" || isoDate.length < 10) return gregorian;
  return `${dateIn(`${locale}-ca-persian`, isoDate)} (${gregorian})`;
}
