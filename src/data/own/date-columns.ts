import { NO_DAY } from "./columns";
import { type DateHabits, isNumberedDate, type ReadDate, readDate } from "./dates";
import { GrowingNumbers } from "./growing";
import type { IssueList, NoteReason } from "./issues";
import { type KnownTable, widened } from "./known-tables";
import { serialDay } from "./serial-days";

/** What a row says of its time. */
export interface WrittenDate {
  /** As counted in the file, from 1. */
  readonly number: number;
  readonly date: string;
  readonly endDate: string;
  readonly whenPrecision: string;
}

interface DateOptions {
  readonly table: KnownTable | null;
  readonly dates: DateHabits;
  readonly notes: IssueList<NoteReason>;
}

const isBlank = (text: string) => text.trim() === "";

const oneDay = (at: number | null): ReadDate | null => (at === null ? null : { start: at, end: at, precision: 0 });

/** The days of the rows of a file. Day numbers of spreadsheets are dates only where no other dates are among them. */
export class DateColumns {
  readonly start = new GrowingNumbers(Int32Array);
  readonly end = new GrowingNumbers(Int32Array);
  readonly precision = new GrowingNumbers(Uint8Array);
  /** Rows whose date can only be read once the reader has said whether its day or its month comes first. */
  numbered = 0;
  /** Rows with a day number: their places among those taken, and their numbers in the file. */
  readonly #serials: { readonly at: number; readonly number: number }[] = [];
  /** Numbers in the file of the other rows whose date cannot be read. */
  readonly #unread: number[] = [];
  #hasOtherDates = false;
  readonly #options: DateOptions;

  constructor(options: DateOptions) {
    this.#options = options;
  }

  take(written: WrittenDate): void {
    const { table } = this.#options;
    const span = this.#spanOf(written);
    const { whenPrecision } = written;
    const known = span && table && whenPrecision !== "" ? widened(table, whenPrecision, span) : span;
    this.start.push(known?.start ?? NO_DAY);
    this.end.push(known?.end ?? NO_DAY);
    this.precision.push(known?.precision ?? 0);
  }

  /** Decides about the day numbers and notes what became of them; to be called once, after the last row. */
  settle(): void {
    const { notes } = this.#options;
    const serials = this.#serials.map(({ number }) => number);
    if (!this.#hasOtherDates) {
      for (const number of serials) notes.add("date-serial", number);
      return;
    }
    for (const { at } of this.#serials) {
      for (const column of [this.start, this.end]) column.set(at, NO_DAY);
      this.precision.set(at, 0);
    }
    const unread = [...this.#unread, ...serials].sort((one, other) => one - other);
    for (const number of unread) notes.add("date-unread", number);
  }

  /** From the first day to the last that a row tells. */
  #spanOf({ number, date, endDate }: WrittenDate): ReadDate | null {
    const first = isBlank(date) ? null : this.#firstOf(number, date);
    if (isBlank(endDate)) return first;
    const last = readDate(endDate, this.#options.dates) ?? oneDay(serialDay(endDate));
    if (!first || !last || last.end < first.start) {
      this.#options.notes.add("end-unused", number);
      return first;
    }
    const precision = last.end > first.start ? 1 : 0;
    return { start: first.start, end: last.end, precision };
  }

  #firstOf(number: number, date: string): ReadDate | null {
    const { dates } = this.#options;
    const serial = serialDay(date);
    if (serial !== null) {
      this.#serials.push({ at: this.start.length, number });
      return oneDay(serial);
    }
    this.#hasOtherDates = true;
    const read = readDate(date, dates);
    if (!read) {
      this.#unread.push(number);
      if (isNumberedDate(date)) this.numbered++;
    }
    return read;
  }
}
