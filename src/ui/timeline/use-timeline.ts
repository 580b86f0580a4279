import { useMemo } from "preact/hooks";
import { dayOf } from "../../data/day";
import { isoOf } from "../../state/days";
import { featureKey } from "../../state/feature-key";
import { createSieve } from "../../state/filter";
import { type DatedRecord, type DayCount, datedRecord, datedRecords, type Span } from "../../state/timeline";
import type { Period } from "../../state/view";
import { useAtlas } from "../context";
import { useRows } from "../use-rows";

/** Today as a day number, by UTC. */
export const today = (): number => dayOf(new Date().toISOString().slice(0, 10));

/** Every dated record that the filters let through, whatever the period. */
export function useDatedRecords(): readonly DatedRecord[] {
  const { model } = useAtlas().page;
  const { filters } = model.view.value;
  const features = model.features.value;
  const figures = model.placeFigures.value;
  const all = useMemo(() => datedRecords(features), [features]);
  return useMemo(() => {
    const sieve = createSieve({ period: null, filters }, figures);
    return all.filter(({ entry }) => sieve(entry));
  }, [all, filters, figures]);
}

const EVERY_DAY = {};

/** The dated rows of tables that the filters let through: counted by day, rising, and in all. */
export function useRowDays(): {
  readonly days: readonly DayCount[];
  readonly inPeriod: number;
  readonly total: number;
} {
  const answers = useRows("days", EVERY_DAY);
  return useMemo(() => {
    const counted = new Map<number, number>();
    for (const { answer } of answers) {
      answer.days.forEach((day, at) => {
        counted.set(day, (counted.get(day) ?? 0) + (answer.counts[at] ?? 0));
      });
    }
    const days = [...counted].map(([day, count]) => ({ day, count })).sort((a, b) => a.day - b.day);
    const sum = (of: "inPeriod" | "total") => answers.reduce((before, { answer }) => before + answer[of], 0);
    return { days, inPeriod: sum("inPeriod"), total: sum("total") };
  }, [answers]);
}

/** The dated rows of tables that lie in the days on screen: how many, and as records when they are no more than `most`. */
export function useRowRecords(
  { first, last }: Span,
  most: number,
): { readonly records: readonly DatedRecord[]; readonly count: number } {
  const { own } = useAtlas().page.model;
  const question = useMemo(() => ({ first, last, most }), [first, last, most]);
  const answers = useRows("within", question);
  const list = own.list.value;
  return useMemo(() => {
    const count = answers.reduce((sum, { answer }) => sum + answer.count, 0);
    if (count > most) return { records: [], count };
    const records = answers.flatMap(({ layer: id, answer }) => {
      const found = list.find(({ layer }) => layer.id === id);
      return Array.from(answer.rows).flatMap((row) => {
        const feature = found?.table?.featureAt(row);
        const record =
          found && feature && datedRecord(featureKey({ layer: id, id: feature.id }), { layer: found.layer, feature });
        return record ? [record] : [];
      });
    });
    return { records, count };
  }, [answers, list, most]);
}

/** A period as day numbers. */
export const spanOf = ({ from, to }: Period): Span => ({ first: dayOf(from), last: dayOf(to) });

/** Day numbers as a period. */
export const periodOf = ({ first, last }: Span): Period => ({ from: isoOf(first), to: isoOf(last) });

export const isIn = (record: DatedRecord, span: Span | null): boolean =>
  span === null || (record.firstDay <= span.last && record.lastDay >= span.first);
