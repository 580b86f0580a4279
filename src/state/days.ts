import { dateOfDay, dayOf, MILLISECONDS_PER_DAY } from "../data/day";

/** The Gregorian day with a number, as YYYY-MM-DD. Days of years before 1 or after 9999 are brought into range. */
export function isoOf(day: number): string {
  const [first, last] = [dayOf("0001-01-01"), dayOf("9999-12-31")];
  return dateOfDay(Math.round(Math.min(last, Math.max(first, day))));
}

/** The first day of the month `months` after (or before) the month of a day. */
export function monthStart(day: number, months = 0): number {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / MILLISECONDS_PER_DAY;
}
