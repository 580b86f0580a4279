import { useMemo } from "preact/hooks";
import { dayOf, isoOf } from "../../state/days";
import { createSieve } from "../../state/filter";
import { type DatedRecord, datedRecords, type Span } from "../../state/timeline";
import type { Period } from "../../state/view";
import { useAtlas } from "../context";

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

/** A period as day numbers. */
export const spanOf = ({ from, to }: Period): Span => ({ first: dayOf(from), last: dayOf(to) });

/** Day numbers as a period. */
export const periodOf = ({ first, last }: Span): Period => ({ from: isoOf(first), to: isoOf(last) });

export const isIn = (record: DatedRecord, span: Span | null): boolean =>
  span === null || (record.firstDay <= span.last && record.lastDay >= span.first);
