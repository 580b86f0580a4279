import { dayOf, MILLISECONDS_PER_DAY } from "../data/day";
import { monthStart } from "./days";
import type { KnownFeature } from "./known-features";

/** A dated record on the line of time: days as numbers, both included. */
export interface DatedRecord {
  readonly key: string;
  readonly entry: KnownFeature;
  readonly firstDay: number;
  readonly lastDay: number;
  /** True when the day is not known, or it took several: then it is drawn as an interval. */
  readonly isInterval: boolean;
}

/** Days from the first to the last, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A bar of the histogram: the days it stands for and how many records. */
export interface Bin extends Span {
  readonly count: number;
}

/** A record on the line of time; null for one without a date. */
export function datedRecord(key: string, entry: KnownFeature): DatedRecord | null {
  const { properties } = entry.feature;
  if (!("when" in properties)) return null;
  const { start, end, precision } = properties.when;
  const [firstDay, lastDay] = [dayOf(start), dayOf(end)];
  return { key, entry, firstDay, lastDay, isInterval: lastDay > firstDay || precision !== "day" };
}

/** Records in the order of their days. */
export const inTime = (records: readonly DatedRecord[]): readonly DatedRecord[] =>
  records.toSorted((a, b) => a.firstDay - b.firstDay || a.lastDay - b.lastDay);

/** The dated ones among records, oldest first. */
export function datedRecords(features: ReadonlyMap<string, KnownFeature>): readonly DatedRecord[] {
  const records: DatedRecord[] = [];
  for (const [key, entry] of features) {
    const record = datedRecord(key, entry);
    if (record) records.push(record);
  }
  return inTime(records);
}

const AIR_DAYS = 20;

/** All days that the records speak of, with a little air; one year around today when there are none. */
export function wholeSpan(records: readonly DatedRecord[], today: number): Span {
  if (records.length === 0) return { first: today - 180, last: today + 180 };
  const first = Math.min(...records.map(({ firstDay }) => firstDay));
  const last = Math.max(...records.map(({ lastDay }) => lastDay));
  return { first: monthStart(first - AIR_DAYS), last: monthStart(last + AIR_DAYS, 1) - 1 };
}

/** Longer without any record, and the story before it is another one. */
const GAP_DAYS = 3 * 365;

/** The days since the last long gap: where records lie close enough to be told apart. */
export function recentSpan(records: readonly DatedRecord[], today: number): Span {
  let from = 0;
  for (let index = 1; index < records.length; index++) {
    const [before, after] = [records[index - 1], records[index]];
    if (before && after && after.firstDay - before.firstDay > GAP_DAYS) from = index;
  }
  return wholeSpan(records.slice(from), today);
}

export type BinUnit = "day" | "week" | "month" | "year" | "decade";

/** The unit of the bars that gives a span between about twenty and a hundred of them. */
export function binUnitFor({ first, last }: Span): BinUnit {
  const days = last - first + 1;
  if (days <= 70) return "day";
  if (days <= 400) return "week";
  if (days <= 365 * 14) return "month";
  return days <= 365 * 110 ? "year" : "decade";
}

function nextStart(day: number, unit: BinUnit): number {
  if (unit === "day") return day + 1;
  if (unit === "week") return day + 7;
  return monthStart(day, { month: 1, year: 12, decade: 120 }[unit]);
}

function firstStart(day: number, unit: BinUnit): number {
  if (unit === "day") return day;
  // 5 January 1970 was a Monday.
  if (unit === "week") return Math.floor((day - 4) / 7) * 7 + 4;
  const start = monthStart(day);
  const month = new Date(start * MILLISECONDS_PER_DAY).getUTCMonth();
  if (unit === "month") return start;
  const year = new Date(start * MILLISECONDS_PER_DAY).getUTCFullYear();
  return monthStart(start, -month - (unit === "decade" ? ((year % 10) + 10) % 10 : 0) * 12);
}

/** So many records have their middle day on `day`. */
export interface DayCount {
  readonly day: number;
  readonly count: number;
}

/** The span with the days counted in it: from the earlier first to the later last day. */
export function withDays({ first, last }: Span, days: readonly DayCount[]): Span {
  const [earliest, latest] = [days[0]?.day, days.at(-1)?.day];
  if (earliest === undefined || latest === undefined) return { first, last };
  return { first: Math.min(first, monthStart(earliest)), last: Math.max(last, monthStart(latest, 1) - 1) };
}

/**
 * Bars over a span. A record of several days counts once, in the bar that holds the middle of them; `days` are counted
 * with the records.
 */
export function histogram(records: readonly DatedRecord[], span: Span, days: readonly DayCount[] = []): readonly Bin[] {
  const unit = binUnitFor(span);
  const starts: number[] = [];
  for (let day = firstStart(span.first, unit); day <= span.last; day = nextStart(day, unit)) starts.push(day);
  const counts = starts.map(() => 0);
  const ends = starts.map((start) => nextStart(start, unit));
  /** The last bar that begins no later than a day, by halving; −1 before the first. */
  const barOf = (day: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const add = (middle: number, count: number) => {
    const at = barOf(middle);
    if (at >= 0 && middle < (ends[at] ?? 0)) counts[at] = (counts[at] ?? 0) + count;
  };
  for (const { firstDay, lastDay } of records) add(Math.floor((firstDay + lastDay) / 2), 1);
  for (const { day, count } of days) add(day, count);
  return starts.map((start, index) => ({ first: start, last: (ends[index] ?? 0) - 1, count: counts[index] ?? 0 }));
}

/** A record placed in the swarm: from and to in px, and the row it lies in so that it covers no other. */
export interface Placed {
  readonly record: DatedRecord;
  readonly fromPx: number;
  readonly toPx: number;
  readonly row: number;
}

/** Records side by side without covering each other: each in the lowest row with room for a mark of `markPx`. */
export function swarm(
  records: readonly DatedRecord[],
  { first, last }: Span,
  widthPx: number,
  markPx: number,
): readonly Placed[] {
  const pxPerDay = widthPx / (last - first + 1);
  const ends: number[] = [];
  const placed: Placed[] = [];
  for (const record of records) {
    if (record.lastDay < first || record.firstDay > last) continue;
    const fromPx = (Math.max(first, record.firstDay) - first) * pxPerDay;
    const toPx = (Math.min(last, record.lastDay) + 1 - first) * pxPerDay;
    const middle = (fromPx + toPx) / 2;
    const [left, right] = [Math.min(fromPx, middle - markPx / 2), Math.max(toPx, middle + markPx / 2)];
    const found = ends.findIndex((end) => end <= left);
    const row = found < 0 ? ends.length : found;
    ends[row] = right;
    placed.push({ record, fromPx, toPx, row });
  }
  return placed;
}

/** Days at which the axis has a mark: starts of months, quarters, years or decades, no more than about `most`. */
export function axisDays({ first, last }: Span, most: number): readonly number[] {
  const months = (last - first + 1) / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((candidate) => months / candidate <= most) ?? 1200;
  const days: number[] = [];
  const date = new Date(first * MILLISECONDS_PER_DAY);
  const ordinal = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const back = ordinal - Math.floor(ordinal / step) * step;
  for (let day = monthStart(first, -back); day <= last; day = monthStart(day, step)) if (day >= first) days.push(day);
  return days;
}
