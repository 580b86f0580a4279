import { MILLISECONDS_PER_DAY } from "../day";
import { asciiFigures } from "./figures";
import { dayOfSolarHijri, isSolarHijriYear, lastOfSolarHijri } from "./solar-hijri";

/** Which number comes first in a date like 03/04/2024; null when that is not known. */
export type DayOrder = "dmy" | "mdy" | null;

/** Which calendar a year like 1402 belongs to; null when that is not known. */
export type Calendar = "solar-hijri" | "gregorian" | null;

/** What a file's dates do not say of themselves. */
export interface DateHabits {
  readonly dayOrder: DayOrder;
  readonly calendar: Calendar;
}

/** The days a text speaks of, counted from 1970-01-01, and how finely: an index into `TIME_PRECISIONS`. */
export interface ReadDate {
  readonly start: number;
  readonly end: number;
  readonly precision: number;
}

/** No date is longer; to look for one in a text without end would take as long. */
const LONGEST_DATE = 100;
const DAY = 0;
const DAYS = 1;
const MONTH = 3;
const YEAR = 4;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const PERSIAN_MONTHS = [
  ...["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"],
  ...["مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"],
];
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?[\s,-]+/i;
const ISO_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s]+\d|Z$|[+-]\d{2}:\d{2}$)/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?Z?)?$/;
const ISO_MONTH = /^(\d{4})[-/](\d{1,2})$/;
const YEAR_ALONE = /^\d{4}$/;
/** Seconds or milliseconds from 2001 to 2030; ten digits that begin otherwise may be a day and an hour. */
const EPOCH = /^1[0-8]\d{8}(?:\d{3})?$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4}|\d{2})(?:$|[T\s,]+\d)/i;
const NAMED_FIRST = /^([a-z]{3})[a-z]*\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})(?:$|[T\s,]+\d)/i;
const NAMED_MONTH = /^([a-z]{3})[a-z]*\.?[\s,-]+(\d{4})$/i;
const PERSIAN = /^(\d{1,2})\s+(\p{L}+)(?:\s+ماه)?[\s،]+(\d{4})$/u;
const NUMBERED = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:$|[T\s,]+\d)/;
/** With a year of two figures; with hyphens the year might as well come first. */
const SHORT = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2})(?:$|[T\s,]+\d)/;
const NUMBERED_MONTH = /^(\d{1,2})[-/.](\d{4})$/;
/** What stands between the first and the last day of a period. */
const TO = /\s+to\s+|\s*[–—]\s*|\s+-\s+|\/(?=\d{4}-\d{2}-\d{2})/;

const oneDay = (at: number): ReadDate | null => (Number.isNaN(at) ? null : { start: at, end: at, precision: DAY });

/** Of a month or a day that there is not, a date makes the next or the one before: NaN for those. */
const gregorianDay = (year: number, month: number, date: number): number => {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  const isThere = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return isThere ? at.getTime() / MILLISECONDS_PER_DAY : Number.NaN;
};

/** Whose calendar counts a year; null when only the reader can tell. */
const calendarOf = (year: number, calendar: Calendar) => (isSolarHijriYear(year) ? calendar : "gregorian");

/** The day, or null for one that the calendar does not have. */
function day(year: number, month: number, date: number, of: Calendar): ReadDate | null {
  const calendar = calendarOf(year, of);
  if (calendar === null) return null;
  return oneDay((calendar === "gregorian" ? gregorianDay : dayOfSolarHijri)(year, month, date));
}

/** The days from the first of a month to the last of a month of the same year. */
function months(year: number, first: number, last: number, precision: number, of: Calendar): ReadDate | null {
  const begin = day(year, first, 1, of);
  const isGregorian = calendarOf(year, of) === "gregorian";
  const next = last === 12 ? gregorianDay(year + 1, 1, 1) : gregorianDay(year, last + 1, 1);
  const end = isGregorian ? next - 1 : lastOfSolarHijri(year, last);
  return begin && { start: begin.start, end, precision };
}

/** A year of two figures as POSIX reads it: 69 to 99 in the twentieth century, the others in the next. */
const wholeYear = (text: string) =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 69 ? 2000 : 1900);

const tidy = (text: string) => asciiFigures(text).replace(WEEKDAY, "");

/** True for dates whose order of day and month only the reader can tell. */
export function isNumberedDate(text: string): boolean {
  const plain = tidy(text);
  return NUMBERED.test(plain) || SHORT.test(plain);
}

/** True for dates whose calendar only the reader can tell: in figures, with a year like 1402. */
export function isOfOpenCalendar(text: string): boolean {
  const plain = tidy(text);
  const year = [ISO_DAY, COMPACT_DAY, ISO_MONTH].map((form) => form.exec(plain)?.[1]).find((found) => found);
  const found = year ?? NUMBERED.exec(plain)?.[3] ?? (YEAR_ALONE.test(plain) ? plain : undefined);
  return found !== undefined && isSolarHijriYear(Number(found));
}

function readNamed(text: string): ReadDate | null {
  const monthNamed = (name = "") => MONTHS.indexOf(name.toLowerCase()) + 1;
  const named = NAMED.exec(text);
  if (named) return day(wholeYear(named[3] ?? ""), monthNamed(named[2]), Number(named[1]), "gregorian");
  const first = NAMED_FIRST.exec(text);
  if (first) return day(Number(first[3]), monthNamed(first[1]), Number(first[2]), "gregorian");
  const alone = NAMED_MONTH.exec(text);
  const month = monthNamed(alone?.[1]);
  if (alone && month > 0) return months(Number(alone[2]), month, month, MONTH, "gregorian");
  const persian = PERSIAN.exec(text);
  if (!persian) return null;
  return day(Number(persian[3]), PERSIAN_MONTHS.indexOf(persian[2] ?? "") + 1, Number(persian[1]), "solar-hijri");
}

function readNumbered(text: string, { dayOrder, calendar }: DateHabits): ReadDate | null {
  const numbered = NUMBERED.exec(text);
  const short = SHORT.exec(text);
  const [, a = 0, b = 0] = (numbered ?? short ?? []).map(Number);
  // Of a year of two figures nothing says that it comes last.
  if (short && dayOrder !== null) {
    const [month, date] = dayOrder === "dmy" ? [b, a] : [a, b];
    return day(wholeYear(short[3] ?? ""), month, date, "gregorian");
  }
  if (!numbered) return null;
  const year = Number(numbered[3]);
  if (a > 12 || dayOrder === "dmy") return day(year, b, a, calendar);
  return b > 12 || dayOrder === "mdy" ? day(year, a, b, calendar) : null;
}

function readOne(plain: string, habits: DateHabits): ReadDate | null {
  const { calendar } = habits;
  const iso = ISO_DAY.exec(plain) ?? COMPACT_DAY.exec(plain);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), calendar);
  const isoMonth = ISO_MONTH.exec(plain);
  if (isoMonth) return months(Number(isoMonth[1]), Number(isoMonth[2]), Number(isoMonth[2]), MONTH, calendar);
  const numbered = NUMBERED_MONTH.exec(plain);
  if (numbered) return months(Number(numbered[2]), Number(numbered[1]), Number(numbered[1]), MONTH, calendar);
  if (YEAR_ALONE.test(plain)) return months(Number(plain), 1, 12, YEAR, calendar);
  if (EPOCH.test(plain)) {
    const milliseconds = plain.length === 13 ? Number(plain) : Number(plain) * 1000;
    return oneDay(Math.floor(milliseconds / MILLISECONDS_PER_DAY));
  }
  return readNumbered(plain, habits) ?? readNamed(plain);
}

/**
 * The days that `text` speaks of, with Latin, Persian or Arabic digits: ISO dates and times, the same without hyphens,
 * years and months alone, days with the English name of their month or the Persian name of a Solar Hijri one, a weekday
 * before them or not, seconds or milliseconds since 1970, and from one such day to another. A date like 03/04/2024 is
 * read in the order given, or where one of its numbers is over 12; one like 3/4/24 only in the order given; a year like
 * 1402 in the calendar given. Else, as for any other text, the answer is null.
 */
export function readDate(text: string, habits: DateHabits): ReadDate | null {
  const plain = tidy(text);
  if (plain.length > LONGEST_DATE) return null;
  const one = readOne(plain, habits);
  if (one) return one;
  const [from, to, ...more] = plain.split(TO).map((part) => readOne(tidy(part), habits));
  if (!from || !to || more.length > 0 || to.end < from.start) return null;
  return { start: from.start, end: to.end, precision: from.start === to.end ? DAY : DAYS };
}
