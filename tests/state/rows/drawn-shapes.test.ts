import fc from "fast-check";
import type { Geometry, LineString, Position } from "geojson";
import { expect, it } from "vitest";
import { createRows, inProcessRowsWorker } from "../../../src/state/rows/client";
import { coarse } from "../../../src/state/rows/coarse";
import { drawnShapes } from "../../../src/state/rows/drawn-shapes";
import { createExtents } from "../../../src/state/rows/extents";
import type { RowColumns } from "../../../src/state/rows/tasks";
import { viewSieve } from "../../../src/state/rows/view-sieve";
import { columnsOf, textColumn } from "./columns";

/** Zoom 10 shows 360 / (512 · 1,024) = 0.000,687 degrees in a pixel. */
const ZOOM = 10;
const PX = 360 / (512 * 2 ** ZOOM);
const VIEW = [61, 27, 62, 28] as const;

const line = (...coordinates: Position[]): LineString => ({ type: "LineString", coordinates });

function tableOf(geometries: readonly (Geometry | null)[]): RowColumns {
  const columns = columnsOf(geometries.map(() => ({ lng: 61.5, lat: 27.5 })));
  return {
    ...columns,
    shapes: textColumn(geometries.map((geometry) => (geometry ? JSON.stringify(geometry) : ""))),
    isShape: Uint8Array.from(geometries, (geometry) => Number(geometry !== null)),
  };
}

function drawn(geometries: readonly (Geometry | null)[], isLetThrough?: Uint8Array) {
  const columns = tableOf(geometries);
  const all = isLetThrough ?? new Uint8Array(geometries.length).fill(1);
  const answer = drawnShapes(columns, createExtents(columns), { bounds: VIEW, zoom: ZOOM }, all);
  return { rows: [...answer.rows], geometries: JSON.parse(answer.geometries) as Geometry[] };
}

it("draws lines that reach into the view as they are, the longest first, and no points, specks, strangers or hidden rows", () => {
  const long = line([60.5, 27.5], [61.5, 27.6], [62.5, 27.5]);
  const short = line([61.2, 27.2], [61.2, 27.2 + 10 * PX]);
  const speck = line([61.3, 27.3], [61.3 + PX, 27.3]);
  const elsewhere = line([10, 50], [11, 51]);
  const rows = [short, null, speck, long, elsewhere, long];
  expect(drawn(rows, Uint8Array.of(1, 1, 1, 1, 1, 0))).toEqual({ rows: [3, 0], geometries: [long, short] });
});

it("leaves out corners that lie within a pixel of another, in the view, and coarser beyond it", () => {
  const fine = line(
    [61.5, 27.5],
    [61.5 + PX / 2, 27.5],
    [61.5 + 2 * PX, 27.5],
    [61.6, 27.5, 900],
    [63, 27.5],
    [63 + PX, 27.5],
    [63.01, 27.5],
  );
  expect(drawn([fine]).geometries).toEqual([
    line([61.5, 27.5], [61.5 + 2 * PX, 27.5], [61.6, 27.5], [63, 27.5], [63.01, 27.5]),
  ]);
});

it("never moves a line by more than what is left out: both ends stay, and every corner is near one that stays", () => {
  const corner = fc.tuple(fc.double({ min: 60, max: 63, noNaN: true }), fc.double({ min: 26, max: 29, noNaN: true }));
  const coarseness = { bounds: VIEW, near: 0.01, far: 0.2 };
  fc.assert(
    fc.property(fc.array(corner, { minLength: 2, maxLength: 60 }), (corners) => {
      const { coordinates } = coarse(line(...corners), coarseness) as LineString;
      expect(coordinates[0]).toEqual(corners[0]);
      expect(coordinates.at(-1)).toEqual(corners.at(-1));
      for (const [lng, lat] of corners) {
        const isInside = lng >= 61 && lng <= 62 && lat >= 27 && lat <= 28;
        const nearest = Math.min(
          ...coordinates.map(([x = 0, y = 0]) => Math.max(Math.abs(x - lng), Math.abs(y - lat))),
        );
        expect(nearest).toBeLessThan(isInside ? 0.01 : 0.2);
      }
    }),
  );
});

it("keeps rings closed and of four corners at least", () => {
  const tiny = [0, 1, 2, 3, 4, 5, 0].map((at) => [61.5 + at * 1e-6, 27.5 + (at % 2) * 1e-6]);
  const around = [
    [61, 27],
    [62, 27],
    [62, 28],
    [61, 28],
    [61, 27],
  ];
  const area = coarse({ type: "Polygon", coordinates: [around, tiny] }, { bounds: VIEW, near: 0.01, far: 0.1 });
  expect(area).toMatchObject({ coordinates: [around, expect.anything()] });
  const [, hole = []] = (area as { coordinates: Position[][] }).coordinates;
  expect(hole).toHaveLength(4);
  expect(hole[0]).toEqual(hole[3]);
});

it("gathers what is beyond the greatest number like points, and loses none", async () => {
  const roads = Array.from({ length: 3_000 }, (_, at) =>
    line([61, 27 + at / 3_000], [61.01 + at / 3_000, 27 + at / 3_000]),
  );
  const { shapes, ...columns } = tableOf(roads);
  const rows = createRows(inProcessRowsWorker);
  await rows.load("own-a", { ...columnsOf(roads.map(() => ({ lng: 61.5, lat: 27.5 }))), ...columns, shapes });
  const sieve = viewSieve({ period: null, filters: {} }, columns);
  const answer = await rows.ask("own-a", sieve, "grid", { bounds: VIEW, zoom: ZOOM });
  expect(answer?.shapeRows).toHaveLength(2_000);
  expect(Math.min(...(answer?.shapeRows ?? []))).toBe(1_000);
  expect(answer?.groupCount.reduce((sum, count) => sum + count, 0)).toBe(1_000);
  expect(answer?.letThrough).toBe(3_000);
  expect(answer?.undrawnShapes).toBe(1_000);
});
