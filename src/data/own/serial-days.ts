import { asciiFigures } from "./figures";

/** A count of days as spreadsheets hold dates, with the time of the day as its decimals or not. */
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;
/** 1970-01-01, as the 1900 system counts it. */
const SERIAL_OF_1970 = 25_569;
/** 1980 to 2049: a number below may be a year of two figures and the day in it (24016), one above anything. */
const [FIRST, LAST] = [29_221, 54_788];

/**
 * The day, counted from 1970-01-01, that a spreadsheet means by a number like 45307 in its 1900 system (ECMA-376 part 1,
 * section 18.17.4.1); null for any other text and for days before 1980 or after 2049. One number alone does not show that
 * it is a date: a column of nothing else does.
 */
export function serialDay(text: string): number | null {
  const serial = Number(SERIAL.exec(asciiFigures(text))?.[1]);
  return serial >= FIRST && serial <= LAST ? serial - SERIAL_OF_1970 : null;
}
