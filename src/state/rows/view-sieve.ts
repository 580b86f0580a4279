import { dayOf } from "../../data/day";
import { type OwnColumns, PRECISIONS } from "../../data/own/columns";
import { SIDES } from "../../geo/tasks";
import { findFacet, NONE, nameSlug } from "../facet";
import { limitMeters } from "../filter";
import type { View } from "../view";
import type { RowSieve } from "./sieve";

/** The values of precision and side as links write them, by the numbers that rows have. */
export const PRECISION_VALUES: readonly string[] = [...PRECISIONS, NONE];
export const SIDE_VALUES: readonly string[] = [...SIDES, NONE];

/** The values of the categories of a table as links write them. */
export const categoryValues = ({ categories }: Pick<OwnColumns, "categories">): readonly string[] =>
  categories.map(nameSlug);

/** What the period and the filters of a view let through of a table. */
export function viewSieve(
  { period, filters }: Pick<View, "period" | "filters">,
  columns: Pick<OwnColumns, "categories">,
): RowSieve {
  const numbers = (name: string, values: readonly string[]): readonly number[] | null => {
    const allowed = filters[name];
    return allowed ? values.flatMap((value, at) => (allowed.includes(value) ? [at] : [])) : null;
  };
  const limit = (name: string): number | null => {
    const [facet, allowed] = [findFacet(name), filters[name]];
    return facet && allowed ? limitMeters(facet, allowed) : null;
  };
  return {
    period: period && { from: dayOf(period.from), to: dayOf(period.to) },
    categories: numbers("category", categoryValues(columns)),
    precisions: numbers("precision", PRECISION_VALUES),
    sides: numbers("side", SIDE_VALUES),
    radiusMeters: limit("radius"),
    borderMeters: limit("to-border"),
    inside: filters.inside ? filters.inside.map((value) => Number(value) - 1) : null,
  };
}
