import type { OwnInterval } from "../data/own-record";
import type { Voice } from "./context";

/** The day or days of a record, and how finely they are known when not to the day. */
export function whenText(when: OwnInterval, { translate, date }: Pick<Voice, "translate" | "date">): string {
  const { start, end, precision } = when;
  const days = start === end ? date(start) : `${date(start)} – ${date(end)}`;
  return precision === "day" ? days : `${days} ${translate(`when.${precision}`)}`;
}
