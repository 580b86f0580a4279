import fc from "fast-check";
import { expect, it } from "vitest";
import { dayOf, NO_DAY } from "../../../src/data/own/columns";
import { gridOf } from "../../../src/data/own/grid";

const columnsOf = (points: readonly (readonly [lng: number, lat: number, day: number])[]) => ({
  lng: Float64Array.from(points, ([lng]) => lng),
  lat: Float64Array.from(points, ([, lat]) => lat),
  start: Int32Array.from(points, ([, , day]) => day),
  end: Int32Array.from(points, ([, , day]) => day),
});
const world = [-180, -85, 180, 85] as const;

it("counts every row in view once, alone or in a group, at any zoom", () => {
  const point = fc.tuple(
    fc.double({ min: -179.9, max: 179.9, noNaN: true }),
    fc.double({ min: -84, max: 84, noNaN: true }),
    fc.constantFrom(NO_DAY, 100, 200),
  );
  fc.assert(
    fc.property(fc.array(point, { maxLength: 200 }), fc.integer({ min: 0, max: 18 }), (points, zoom) => {
      const answer = gridOf(columnsOf(points), { bounds: world, zoom, period: null });
      const grouped = answer.groupCount.reduce((sum, count) => sum + count, 0);
      expect(answer.rows.length + grouped).toBe(points.length);
      expect(new Set(answer.rows).size).toBe(answer.rows.length);
      expect(answer.letThrough).toBe(points.length);
    }),
  );
});

it("lets a period through what touches it and what has no date", () => {
  const day = dayOf("2024-01-18");
  const columns = columnsOf([
    [61, 27, day],
    [62, 27, day + 1],
    [63, 27, NO_DAY],
  ]);
  const { rows } = gridOf(columns, { bounds: world, zoom: 10, period: { from: day, to: day } });
  expect([...rows]).toEqual([0, 2]);
});

it("leaves out rows beyond the bounds and rows without a position", () => {
  const columns = columnsOf([
    [61, 27, NO_DAY],
    [10, 50, NO_DAY],
    [Number.NaN, Number.NaN, NO_DAY],
  ]);
  const { rows } = gridOf(columns, { bounds: [60, 25, 64, 30], zoom: 6, period: null });
  expect([...rows]).toEqual([0]);
});

it("joins rows of one place far away and parts them when near", () => {
  const columns = columnsOf(Array.from({ length: 5 }, () => [61, 27, NO_DAY] as const));
  expect([...gridOf(columns, { bounds: world, zoom: 5, period: null }).groupCount]).toEqual([5]);
  expect(gridOf(columns, { bounds: world, zoom: 16, period: null }).rows).toHaveLength(5);
});
