import { decimalsOfDegrees } from "../../data/degree-decimals";
import type { Language } from "../../data/text";
import { type Digits, localeOf, type Translate } from "./translate";

export type LengthUnit = "km" | "mi" | "nmi";
export const METERS_PER_UNIT: Readonly<Record<LengthUnit, number>> = { km: 1000, mi: 1609.344, nmi: 1852 };

/** Formats made so far: making one takes a hundred times as long as using it. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}

/** `value` in the digits and grouping of `language`, with exactly `decimals` decimals. */
export function formatNumber(value: number, language: Language, decimals = 0, digits: Digits = "auto"): string {
  const locale = localeOf(language, digits);
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return kept(numberFormats, `${locale} ${decimals}`, () => new Intl.NumberFormat(locale, options)).format(value);
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

/** A width that the reader chose, in kilometres with no more decimals than it needs. */
export function formatHalfWidth(meters: number, translate: Translate, language: Language): string {
  return translate("unit.km", { value: formatNumber(meters / 1000, language, meters % 1000 === 0 ? 0 : 1) });
}

/** Square kilometres, rounded to three significant digits above 1,000 and to one decimal below 100. */
export function formatArea(
  squareMeters: number,
  translate: Translate,
  language: Language,
  digits: Digits = "auto",
): string {
  const squareKm = squareMeters / 1e6;
  return translate("unit.km2", { value: formatNumber(squareKm, language, squareKm < 100 ? 1 : 0, digits) });
}

const DATE_PARTS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: "numeric" },
  7: { year: "numeric", month: "long" },
  10: { year: "numeric", month: "long", day: "numeric" },
};

const dateFormat = (locale: string, length: number) =>
  kept(
    dateFormats,
    `${locale} ${length}`,
    () => new Intl.DateTimeFormat(locale, { ...(DATE_PARTS[length] ?? DATE_PARTS[10]), timeZone: "UTC" }),
  );

const timeOf = (isoDate: string) => new Date(`${`${isoDate}-01-01`.slice(0, 10)}T00:00:00Z`);

const dateIn = (locale: string, isoDate: string): string => dateFormat(locale, isoDate.length).format(timeOf(isoDate));

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

/**
 * The first and the last day of a period, each ready for a message: as `formatDate` says them, but in Persian with the
 * Gregorian days once, behind the last.
 */
export function formatPeriod(
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
): { readonly from: string; readonly to: string } {
  if (language !== "fa") return { from: formatDate(from, language), to: formatDate(to, language) };
  const locale = localeOf(language, "auto");
  const gregorian = dateFormat(`${locale}-ca-gregory`, from.length).formatRange(timeOf(from), timeOf(to));
  const [first, last] = [from, to].map((day) => dateIn(`${locale}-ca-persian`, day));
  return { from: first ?? "", to: `${last} (${gregorian})` };
}

/** “lat, lng” in degrees and ASCII digits, rounded to what the radius of doubt supports. */
export function formatPosition([lng, lat]: readonly [number, number], uncertaintyRadiusMeters: number): string {
  const decimals = decimalsOfDegrees(uncertaintyRadiusMeters);
  return `${lat.toFixed(decimals)}, ${lng.toFixed(decimals)}`;
}
