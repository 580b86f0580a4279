import { dayOf } from "../day";

/** Years of the leap days within each thirty-three: so the calendar has run since 1178 and will until 1633. */
const LEAP = [1, 5, 9, 13, 17, 22, 26, 30];
const NEW_YEAR_1400 = dayOf("2021-03-21");

const isLeap = (year: number) => LEAP.includes(year % 33);

/** How many leap days lie before a year. */
const leapDaysBefore = (year: number) =>
  Math.floor(year / 33) * LEAP.length + LEAP.filter((leap) => leap < year % 33).length;

const lengthOf = (year: number, month: number) => (month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29);

/** True for years that are more likely of the Solar Hijri calendar than of the Gregorian one: 1821 to 2121. */
export const isSolarHijriYear = (year: number): boolean => year >= 1200 && year < 1500;

/**
 * The number of a Solar Hijri day of a year from 1200 to 1499, counted from 1 January 1970; NaN for no day of the
 * calendar. Months 1 to 6 have 31 days, 7 to 11 have 30, the last has 29, or 30 in a leap year.
 */
export function dayOfSolarHijri(year: number, month: number, date: number): number {
  if (!isSolarHijriYear(year) || month < 1 || month > 12 || date < 1 || date > lengthOf(year, month)) return Number.NaN;
  const years = (year - 1400) * 365 + leapDaysBefore(year) - leapDaysBefore(1400);
  const months = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return NEW_YEAR_1400 + years + months + date - 1;
}

/** The last day of a month. */
export const lastOfSolarHijri = (year: number, month: number): number =>
  dayOfSolarHijri(year, month, 1) + lengthOf(year, month) - 1;
