import { type Facet, findFacet, PENDING } from "./facet";
import type { KnownFeature } from "./known-features";
import { figuresIn, type KnownFigures } from "./known-figures";
import { isInPeriod, type Sieve } from "./narrowing";
import type { View } from "./view";

/** The greatest figure in metres that these values of a link let through; null when they say none. */
export function limitMeters(facet: Facet, allowed: readonly string[]): number | null {
  const value = Number(allowed[0]);
  return facet.form === "limit" && allowed[0] !== undefined && Number.isFinite(value) && value >= 0
    ? value * facet.unitMeters
    : null;
}

/** A test of one facet: “concerned” when it compares something of the record. */
type Test = (entry: KnownFeature) => "passes" | "fails" | "unconcerned";

function testOf(facet: Facet, allowed: readonly string[], known: KnownFigures): Test {
  const figures = figuresIn(known);
  // What cannot be computed narrows nothing; what is still being computed is held back.
  const whilePending = known === "failed" ? "unconcerned" : "fails";
  if (facet.form === "limit") {
    const limit = limitMeters(facet, allowed);
    return (entry) => {
      const meters = limit === null ? null : facet.metersOf(entry, figures);
      if (meters === PENDING) return whilePending;
      if (meters === null || limit === null) return "unconcerned";
      return meters <= limit ? "passes" : "fails";
    };
  }
  const wanted = new Set(allowed);
  return (entry) => {
    const values = facet.valuesOf(entry, figures);
    if (values === PENDING) return whilePending;
    if (values === null) return "unconcerned";
    return values.some((value) => wanted.has(value)) ? "passes" : "fails";
  };
}

/** The filters of a view that compare records, with their tests; other names in `f=` belong to tools. */
export function testsOf(
  filters: View["filters"],
  known: KnownFigures,
): readonly { readonly facet: Facet; readonly test: Test }[] {
  return Object.entries(filters).flatMap(([name, allowed]) => {
    const facet = findFacet(name);
    return facet ? [{ facet, test: testOf(facet, allowed, known) }] : [];
  });
}

/**
 * A sieve for a view's period and filters. A period concerns dated records only, a filter only records that have what it
 * compares; what neither concerns passes.
 */
export function createSieve({ period, filters }: Pick<View, "period" | "filters">, known: KnownFigures = null): Sieve {
  const tests = testsOf(filters, known);
  return (entry) => isInPeriod(entry, period) !== false && tests.every(({ test }) => test(entry) !== "fails");
}

/** A sieve that lets through only what at least one filter or the period compares and lets pass. */
export function createStrictSieve(view: Pick<View, "period" | "filters">, known: KnownFigures = null): Sieve {
  const tests = testsOf(view.filters, known);
  const sieve = createSieve(view, known);
  return (entry) =>
    sieve(entry) && (isInPeriod(entry, view.period) === true || tests.some(({ test }) => test(entry) === "passes"));
}

/** The same filters with one of them changed: no values take it off. */
export function withFilter(filters: View["filters"], name: string, values: readonly string[]): View["filters"] {
  const { [name]: _, ...others } = filters;
  return values.length === 0 ? others : { ...others, [name]: values };
}

/** The same filters without those that compare records; what belongs to tools stays. */
export const withoutFacets = (filters: View["filters"]): View["filters"] =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => findFacet(name) === null));
