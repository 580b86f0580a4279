export const MILLISECONDS_PER_DAY = 86_400_000;

/** The number of a Gregorian day, counted from 1 January 1970; `isoDate` is YYYY-MM-DD. NaN for no day of the calendar. */
export const dayOf = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`) / MILLISECONDS_PER_DAY;

/** The ISO date of a day counted from 1 January 1970. */
export const dateOfDay = (day: number): string => new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
