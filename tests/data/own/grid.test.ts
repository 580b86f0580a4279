import fc from "fast-check";
import { expect, it } from "vitest";
import { gridOf } from "../../../src/data/own/grid";

const columnsOf = (points: readonly (readonly [lng: number, lat: number])[]) => ({
  lng: Float64Array.from(points, ([lng]) => lng),
  lat: Float64Array.from(points, ([, lat]) => lat),
});
const world = [-180, -85, 180, 85] as const;

it("counts every row in view once, alone or in a group, at any zoom", () => {
  const point = fc.tuple(
    fc.double({ min: -179.9, max: 179.9, noNaN: true }),
    fc.double({ min: -84, max: 84, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(point, { maxLength: 200 }), fc.integer({ min: 0, max: 18 }), (points, zoom) => {
      const answer = gridOf(columnsOf(points), { bounds: world, zoom }, null);
      const grouped = answer.groupCount.reduce((sum, count) => sum + count, 0);
      expect(answer.rows.length + grouped).toBe(points.length);
      expect(new Set(answer.rows).size).toBe(answer.rows.length);
      expect(answer.letThrough).toBe(points.length);
    }),
  );
});

it("leaves out the rows that are not let through", () => {
  const columns = columnsOf([
    [61, 27],
    [62, 27],
    [63, 27],
  ]);
  const answer = gridOf(columns, { bounds: world, zoom: 10 }, Uint8Array.of(1, 0, 1));
  expect([...answer.rows]).toEqual([0, 2]);
  expect(answer.letThrough).toBe(2);
});

it("leaves out rows beyond the bounds and rows without a position", () => {
  const columns = columnsOf([
    [61, 27],
    [10, 50],
    [Number.NaN, Number.NaN],
  ]);
  const { rows } = gridOf(columns, { bounds: [60, 25, 64, 30], zoom: 6 }, null);
  expect([...rows]).toEqual([0]);
});

it("joins rows of one place far away and parts them when near", () => {
  const columns = columnsOf(Array.from({ length: 5 }, () => [61, 27] as const));
  expect([...gridOf(columns, { bounds: world, zoom: 5 }, null).groupCount]).toEqual([5]);
  expect(gridOf(columns, { bounds: world, zoom: 16 }, null).rows).toHaveLength(5);
});

it("draws no more marks than there are cells, however many rows there are", () => {
  // A window of 1,440 × 900 px with half of it more on each side, looked at by the width that a pixel has at each zoom.
  const columns = columnsOf(
    Array.from({ length: 100_000 }, (_, at) => [
      54 + ((at * 7919) % 16_000) / 1000,
      23 + ((at * 104_729) % 10_000) / 1000,
    ]),
  );
  for (let zoom = 0; zoom < 16; zoom += 0.5) {
    const degreesPerPx = 360 / (512 * 2 ** zoom);
    const [across, up] = [1440 * degreesPerPx, 900 * degreesPerPx];
    const bounds = [61 - across, Math.max(-85, 28 - up), 61 + across, Math.min(85, 28 + up)] as const;
    const { rows, groupCount } = gridOf(columns, { bounds, zoom }, null);
    const cells = (Math.ceil((2 * 1440) / 64) + 1) * (Math.ceil((2 * 900 * 1.2) / 64) + 1);
    expect(rows.length + groupCount.length).toBeLessThanOrEqual(cells);
  }
});
