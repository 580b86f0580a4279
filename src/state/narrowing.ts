import type { KnownFeature } from "./known-features";
import type { KnownFigures } from "./known-figures";
import type { View } from "./view";

/** Tells whether the view lets a record through. */
export type Sieve = (entry: KnownFeature) => boolean;

/** How a sieve is made of period and filters: `createSieve` of filter.ts, which a page fetches with its first filter. */
export type SieveMaker = (view: Pick<View, "period" | "filters">, known: KnownFigures) => Sieve;

/** The names of the filters that compare records, as in links; facet.ts says what each compares. */
export const FACET_NAMES = [
  "kind",
  "category",
  "grade",
  "radius",
  "precision",
  "side",
  "to-border",
  "inside",
  "actor",
  "party",
  "claimant",
  "weapon",
  "mode",
  "built",
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** Whether any of these filters compares records; other names in `f=` belong to tools. */
export const comparesRecords = (filters: View["filters"]): boolean => FACET_NAMES.some((name) => name in filters);

/** Whether a view narrows anything: a period, or a filter that compares records. */
export const isNarrowed = ({ period, filters }: Pick<View, "period" | "filters">): boolean =>
  period !== null || comparesRecords(filters);

/** Whether a record's day or days touch the period; null when it has none, for a period concerns dated records only. */
export function isInPeriod({ feature: { properties } }: KnownFeature, period: View["period"]): boolean | null {
  if (!period || !("when" in properties)) return null;
  return properties.when.start <= period.to && properties.when.end >= period.from;
}
