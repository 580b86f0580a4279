import fc from "fast-check";
import { expect, it } from "vitest";
import { dateOfDay } from "../../../src/data/day";
import { textAt } from "../../../src/data/own/columns";
import { featureOfRow } from "../../../src/data/own/table";
import { SIDES } from "../../../src/geo/tasks";
import { countFacets } from "../../../src/state/facet-counts";
import { createSieve, createStrictSieve } from "../../../src/state/filter";
import type { KnownFeature } from "../../../src/state/known-features";
import type { KnownFigures, PointFigures } from "../../../src/state/known-figures";
import { describeOwnLayer } from "../../../src/state/own-description";
import { createOwnLayers } from "../../../src/state/own-layers";
import { addCounts } from "../../../src/state/rows/add-counts";
import { concerns, failuresOf, NO_FIGURES, type RowFigures } from "../../../src/state/rows/sieve";
import { countDays, countRows } from "../../../src/state/rows/tally";
import { viewSieve } from "../../../src/state/rows/view-sieve";
import { rowsWithin } from "../../../src/state/rows/within";
import { columnsOf } from "./columns";

const CATEGORIES = ["Well", "Gate, north", "چاه"];
const layer = describeOwnLayer(createOwnLayers(), "Rows");

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const row = fc
  .record({
    place: optional(fc.record({ lng: fc.integer({ min: 50, max: 70 }), lat: fc.integer({ min: 20, max: 35 }) })),
    start: optional(fc.integer({ min: 0, max: 40 })),
    length: fc.integer({ min: 0, max: 9 }),
    category: optional(fc.integer({ min: 0, max: 2 })),
    precision: fc.integer({ min: 0, max: 6 }),
    radius: fc.constantFrom(500, 3000, 25_000),
    isLine: fc.boolean(),
    side: fc.integer({ min: 0, max: 4 }),
    borderMeters: fc.constantFrom(10, 5000, 80_000),
    isInside: fc.boolean(),
  })
  .map(({ place, start, length, ...rest }) => ({
    ...rest,
    ...(rest.isLine ? { lng: 60.5, lat: 25.5 } : place),
    ...(start === undefined ? {} : { start, end: start + length }),
  }));
const chosen = (values: readonly string[]) => optional(fc.subarray([...values], { minLength: 1 }));
const filters = fc
  .record({
    category: chosen(["well", "gate-north", "other"]),
    precision: chosen(["site", "district", "none"]),
    side: chosen([...SIDES, "none"]),
    radius: chosen(["1000", "25000"]),
    "to-border": chosen(["1", "50"]),
    inside: chosen(["1", "2"]),
    kind: chosen(["strike"]),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never);
const period = fc.option(fc.constantFrom({ from: dateOfDay(5), to: dateOfDay(12) }), { nil: null });
const state = fc.constantFrom("known", "pending", "failed");

const LIMITS = { radius: [1000, 25_000], border: [1000, 50_000] };

function setUp(rows: readonly (typeof row extends fc.Arbitrary<infer T> ? T : never)[], known: string) {
  const columns = columnsOf(
    rows.map(({ side: _, borderMeters: __, isInside: ___, ...rest }) => rest as never),
    CATEGORIES,
  );
  const ends = columns.shapes?.ends;
  const isShape = ends ? Uint8Array.from(ends, (end, at) => (end > (ends[at - 1] ?? 0) ? 1 : 0)) : null;
  const entries: KnownFeature[] = rows.map((_, at) => ({ layer, feature: featureOfRow(columns, at) }));
  const points = new Map<string, readonly PointFigures[]>();
  const inside = new Set<string>();
  rows.forEach(({ side, borderMeters, isInside }, at) => {
    if (entries[at]?.feature.geometry?.type !== "Point") return;
    points.set(`${layer.id}/${at + 1}`, [{ side: SIDES[side] ?? "other", borderMeters }]);
    if (isInside) inside.add(`${layer.id}/${at + 1}`);
  });
  const isPoint = (at: number) => entries[at]?.feature.geometry?.type === "Point";
  const held: KnownFigures =
    known === "failed" ? "failed" : known === "pending" ? null : { points, inside: [inside, new Set()] };
  const figures: RowFigures =
    known === "known"
      ? {
          side: Uint8Array.from(rows, ({ side }, at) => (isPoint(at) ? side : 255)),
          borderMeters: Float64Array.from(rows, ({ borderMeters }, at) => (isPoint(at) ? borderMeters : Number.NaN)),
          inside: [
            Uint8Array.from(rows, ({ isInside }, at) => (isInside && isPoint(at) ? 1 : 0)),
            new Uint8Array(rows.length),
          ],
          hasFailed: false,
        }
      : { side: null, borderMeters: null, inside: null, hasFailed: known === "failed" };
  return { columns: { ...columns, isShape }, entries, held, figures };
}

it("lets the same rows through as the sieve of held records", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), filters, period, state, (rows, asked, time, known) => {
      const { columns, entries, held, figures } = setUp(rows, known);
      const view = { filters: asked, period: time };
      const [sieve, strict] = [createSieve(view, held), createStrictSieve(view, held)];
      const rowSieve = viewSieve(view, columns);
      const [failures, isConcerned] = [failuresOf(columns, figures, rowSieve), concerns(columns, rowSieve)];
      entries.forEach((entry, at) => {
        expect(failures(at) === 0, textAt(columns.titles, at)).toBe(sieve(entry));
        // While figures have failed a filter by them concerns nothing; only what is known is compared here.
        if (known !== "failed") expect(failures(at) === 0 && isConcerned(at)).toBe(strict(entry));
      });
    }),
  );
});

it("counts the same rows for each value and limit as are counted of held records", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), filters, period, (rows, asked, time) => {
      const { columns, entries, held, figures } = setUp(rows, "known");
      const view = { filters: asked, period: time };
      const expected = countFacets(entries, view, held);
      const none = countFacets([], view, held);
      const answer = countRows(columns, figures, viewSieve(view, columns), LIMITS);
      const counted = addCounts(none, { columns, question: LIMITS, answer });
      expect([counted.letThrough, counted.total]).toEqual([expected.letThrough, expected.total]);
      for (const name of ["category", "precision", "side", "inside"]) {
        const byValue = (options = expected.options.get(name)) =>
          Object.fromEntries(
            (options ?? []).filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
          );
        expect(byValue(counted.options.get(name))).toEqual(byValue());
      }
      for (const [name, limits] of [
        ["radius", LIMITS.radius],
        ["to-border", LIMITS.border],
      ] as const) {
        for (const limit of limits) {
          const within = (expected.meters.get(name) ?? []).filter((meters) => meters <= limit).length;
          expect(counted.within.get(name)?.get(limit)).toBe(within);
        }
      }
    }),
  );
});

it("finds the rows of some days, whatever the period, and none of them when they are too many", () => {
  const columns = {
    ...columnsOf([{ start: 3 }, { start: 1, end: 5 }, { start: 10, end: 11, category: 0 }, {}], ["well"]),
    isShape: null,
  };
  const sieve = viewSieve({ filters: {}, period: { from: dateOfDay(30), to: dateOfDay(40) } }, columns);
  const within = (first: number, last: number, most: number, asked = sieve) => {
    const { rows, count } = rowsWithin(columns, NO_FIGURES, asked, { first, last, most });
    return [[...rows], count];
  };
  expect(within(4, 10, 9)).toEqual([[1, 2], 2]);
  expect(within(0, 99, 3)).toEqual([[0, 1, 2], 3]);
  expect(within(0, 99, 2)).toEqual([[], 3]);
  const others = viewSieve({ filters: { category: ["gate"] }, period: null }, columns);
  expect(within(0, 99, 9, others)).toEqual([[0, 1], 2]);
});

it("counts a row of several days on the day in their middle, and those in the period", () => {
  const columns = { ...columnsOf([{ start: 3 }, { start: 1, end: 5 }, { start: 10, end: 11 }, {}]), isShape: null };
  const figures = { side: null, borderMeters: null, inside: null, hasFailed: false };
  const sieve = viewSieve({ filters: {}, period: { from: dateOfDay(4), to: dateOfDay(10) } }, columns);
  const { days, counts, inPeriod, total } = countDays(columns, figures, sieve);
  expect([[...days], [...counts], inPeriod, total]).toEqual([[3, 10], [2, 1], 2, 3]);
});
