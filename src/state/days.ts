const MILLISECONDS_PER_DAY = 86_400_000;

/** The number of a Gregorian day, counted from 1 January 1970; `isoDate` is YYYY-MM-DD. */
export const dayOf = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`) / MILLISECONDS_PER_DAY;

/** The Gregorian day with a number, as YYYY-MM-DD. Days of years before 1 or after 9999 are brought into range. */
export function isoOf(day: number): string {
  const [first, last] = [dayOf("0001-01-01"), dayOf("9999-12-31")];
  const whole = Math.round(Math.min(last, Math.max(first, day)));
  return new Date(whole * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The first day of the month `months` after (or before) the month of a day. */
export function monthStart(day: number, months = 0): number {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / MILLISECONDS_PER_DAY;
}
