import type { OwnColumns } from "../../data/own/columns";
import type { FacetCounts, FacetOption } from "../facet-counts";
import type { CountedLimits, RowCounts } from "./tally";
import { categoryValues, PRECISION_VALUES, SIDE_VALUES } from "./view-sieve";

/** What was counted of one table, through which limits. */
export interface CountedTable {
  readonly columns: Pick<OwnColumns, "categories">;
  readonly question: CountedLimits;
  readonly answer: RowCounts;
}

function withOptions(
  options: readonly FacetOption[],
  values: readonly string[],
  counts: readonly number[],
  names: readonly string[] | null = null,
): readonly FacetOption[] {
  const merged = new Map(options.map((option) => [option.value, option]));
  values.forEach((value, at) => {
    const count = counts[at] ?? 0;
    const known = merged.get(value);
    if (known) merged.set(value, { ...known, count: known.count + count });
    else if (count > 0) merged.set(value, { value, count, name: names?.[at] ?? null });
  });
  return [...merged.values()];
}

function withLimits(
  known: ReadonlyMap<number, number> | undefined,
  limits: readonly number[],
  counts: readonly number[],
): ReadonlyMap<number, number> {
  return new Map(limits.map((limit, at) => [limit, (known?.get(limit) ?? 0) + (counts[at] ?? 0)]));
}

/** The counts of held records with those of the rows of a table. */
export function addCounts(held: FacetCounts, { columns, question: limits, answer: counts }: CountedTable): FacetCounts {
  const of = (name: string) => held.options.get(name) ?? [];
  const corridors = counts.inside.map((_, at) => String(at + 1));
  return {
    ...held,
    letThrough: held.letThrough + counts.letThrough,
    total: held.total + counts.total,
    options: new Map([
      ...held.options,
      ["category", withOptions(of("category"), categoryValues(columns), counts.categories, columns.categories)],
      ["precision", withOptions(of("precision"), PRECISION_VALUES, counts.precisions)],
      ["side", withOptions(of("side"), SIDE_VALUES, counts.sides)],
      ["inside", withOptions(of("inside"), corridors, counts.inside)],
    ]),
    within: new Map([
      ["radius", withLimits(held.within.get("radius"), limits.radius, counts.withinRadius)],
      ["to-border", withLimits(held.within.get("to-border"), limits.border, counts.withinBorder)],
    ]),
  };
}
