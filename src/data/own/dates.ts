import { dateOfDay, dayOf } from "../day";

/** Which number comes first in a date like 03/04/2024; null when that is not known. */
export type DayOrder = "dmy" | "mdy" | null;

/** The days a text speaks of, counted from 1970-01-01, and how finely: an index into `TIME_PRECISIONS`. */
export interface ReadDate {
  readonly start: number;
  readonly end: number;
  readonly precision: number;
}

const DAY = 0;
const MONTH = 3;
const YEAR = 4;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ISO_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s])/;
const ISO_MONTH = /^(\d{4})[-/](\d{1,2})$/;
const YEAR_ALONE = /^\d{4}$/;
const NAMED = /^(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4})$/i;
const NAMED_FIRST = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/i;
const NUMBERED = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:$|[T\s])/;

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** The day, or null for one that the calendar does not have. */
function day(year: number, month: number, date: number): ReadDate | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  const at = dayOf(text);
  if (Number.isNaN(at) || dateOfDay(at) !== text) return null;
  return { start: at, end: at, precision: DAY };
}

function month(year: number, of: number): ReadDate | null {
  const first = day(year, of, 1);
  const next = of === 12 ? day(year + 1, 1, 1) : day(year, of + 1, 1);
  return first && next && { start: first.start, end: next.start - 1, precision: MONTH };
}

/** True for dates whose order of day and month only the reader can tell. */
export const isNumberedDate = (text: string): boolean => NUMBERED.test(text.trim());

/**
 * The days that `text` speaks of: ISO dates and times, years and months alone, and days with the English name of their
 * month. A date like 03/04/2024 is read in `order`, or where one of its numbers is over 12; else, as for any other text,
 * the answer is null.
 */
export function readDate(text: string, order: DayOrder): ReadDate | null {
  const trimmed = text.trim();
  const iso = ISO_DAY.exec(trimmed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const isoMonth = ISO_MONTH.exec(trimmed);
  if (isoMonth) return month(Number(isoMonth[1]), Number(isoMonth[2]));
  if (YEAR_ALONE.test(trimmed)) {
    const [first, last] = [day(Number(trimmed), 1, 1), day(Number(trimmed), 12, 31)];
    return first && last && { start: first.start, end: last.start, precision: YEAR };
  }
  const named = NAMED.exec(trimmed);
  if (named) return day(Number(named[3]), MONTHS.indexOf((named[2] ?? "").toLowerCase()) + 1, Number(named[1]));
  const first = NAMED_FIRST.exec(trimmed);
  if (first) return day(Number(first[3]), MONTHS.indexOf((first[1] ?? "").toLowerCase()) + 1, Number(first[2]));
  const numbered = NUMBERED.exec(trimmed);
  if (!numbered) return null;
  const [a, b, year] = [Number(numbered[1]), Number(numbered[2]), Number(numbered[3])];
  if (a > 12 || order === "dmy") return day(year, b, a);
  return b > 12 || order === "mdy" ? day(year, a, b) : null;
}
