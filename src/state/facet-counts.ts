import { FACETS, PENDING } from "./facet";
import { testsOf } from "./filter";
import type { KnownFeature } from "./known-features";
import { figuresIn, type KnownFigures } from "./known-figures";
import { isInPeriod } from "./narrowing";
import type { View } from "./view";

/** One value of a filter and how many records it would let through with all other filters as they are. */
export interface FacetOption {
  readonly value: string;
  readonly count: number;
  /** The value's name in English where values are names; else null, and the catalogue has a word for it. */
  readonly name: string | null;
}

/** What the filters let through, and what each value would. */
export interface FacetCounts {
  readonly letThrough: number;
  readonly total: number;
  /** By name of the filter; values that no record has are left out. */
  readonly options: ReadonlyMap<string, readonly FacetOption[]>;
  /** By name of the filter: how many metres each record it concerns has, for counting within limits. */
  readonly meters: ReadonlyMap<string, readonly number[]>;
  /** By name of the filter: how many rows of tables there are within some limits in metres. */
  readonly within: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

interface Tally {
  count: number;
  name: string | null;
}

/** Counts records by every value of every filter; a filter's own choice does not narrow its own counts. */
export function countFacets(
  entries: Iterable<KnownFeature>,
  { period, filters }: Pick<View, "period" | "filters">,
  known: KnownFigures,
): FacetCounts {
  const figures = figuresIn(known);
  const tests = testsOf(filters, known);
  const tallies = new Map(FACETS.map(({ name }) => [name, new Map<string, Tally>()]));
  const meters = new Map<string, number[]>(FACETS.filter(({ form }) => form === "limit").map(({ name }) => [name, []]));
  let [letThrough, total] = [0, 0];
  for (const entry of entries) {
    total += 1;
    if (isInPeriod(entry, period) === false) continue;
    const failed = tests.filter(({ test }) => test(entry) === "fails");
    if (failed.length === 0) letThrough += 1;
    if (failed.length > 1) continue;
    const only = failed[0]?.facet;
    for (const facet of FACETS) {
      if (only && only !== facet) continue;
      if (facet.form === "limit") {
        const figure = facet.metersOf(entry, figures);
        if (figure !== null && figure !== PENDING) meters.get(facet.name)?.push(figure);
        continue;
      }
      const values = facet.valuesOf(entry, figures);
      if (values === null || values === PENDING) continue;
      const tally = tallies.get(facet.name);
      for (const value of values) {
        const counted = tally?.get(value);
        if (counted) counted.count += 1;
        else tally?.set(value, { count: 1, name: facet.nameOf?.(entry, value) || null });
      }
    }
  }
  const options = new Map(
    [...tallies].map(([name, tally]) => [name, [...tally].map(([value, option]) => ({ value, ...option }))]),
  );
  return { letThrough, total, options, meters, within: new Map() };
}
