import fc from "fast-check";
import { expect, it } from "vitest";
import { featureOfRow } from "../../../src/data/own/table";
import { createExtents } from "../../../src/state/rows/extents";
import { createReach } from "../../../src/state/rows/reach";
import type { RowColumns } from "../../../src/state/rows/tasks";
import { reachesInto } from "../../../src/state/summary";
import { columnsOf } from "./columns";

const reachOf = (columns: RowColumns) => createReach(columns, createExtents(columns));
const VIEW = [60, 25, 62, 27] as const;

const row = fc
  .record({
    place: fc.option(
      fc.record({
        lng: fc.double({ min: 58, max: 64, noNaN: true }),
        lat: fc.double({ min: 23, max: 29, noNaN: true }),
      }),
    ),
    precision: fc.integer({ min: 0, max: 6 }),
    radius: fc.constantFrom(500, 25_000, 100_000),
    isLine: fc.boolean(),
  })
  .map(({ place, ...rest }) => ({ ...rest, ...place }));
const bounds = fc
  .tuple(fc.double({ min: 58, max: 63, noNaN: true }), fc.double({ min: 23, max: 28, noNaN: true }))
  .map(([west, south]) => [west, south, west + 1, south + 1] as const);

it("finds the same rows in view as of records that are held, with their doubt and their extent", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), bounds, (rows, view) => {
      const columns = columnsOf(rows);
      const isShape = columns.shapes && Uint8Array.from(rows, ({ isLine }) => Number(isLine));
      const reaches = reachOf({ ...columns, isShape });
      rows.forEach((_, at) => {
        expect(reaches(at, view)).toBe(reachesInto(featureOfRow(columns, at), view));
      });
    }),
  );
});

it("counts a point outside the view whose doubt reaches into it, and no other", () => {
  // A degree of latitude is 110.6 to 111.7 km on WGS84.
  const south = { lng: 61, lat: 24.9, precision: 4 };
  const columns = columnsOf([{ ...south, radius: 12_000 }, { ...south, radius: 10_000 }, { lng: 61, lat: 26 }, {}]);
  const reaches = reachOf({ ...columns, isShape: null });
  expect([0, 1, 2, 3].map((at) => reaches(at, VIEW))).toEqual([true, false, true, false]);
});
