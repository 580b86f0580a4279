import { expect, it } from "vitest";
import { createCompute, inProcessWorker } from "../../../src/geo/compute";
import { packLines } from "../../../src/geo/packed";
import type { Ask } from "../../../src/state/ask";
import { describeOwnLayer } from "../../../src/state/own-description";
import { tableOf } from "../../../src/state/own-import";
import { createOwnLayers } from "../../../src/state/own-layers";
import { createRows, inProcessRowsWorker } from "../../../src/state/rows/client";
import { everyRowInside, placesNearby, rowsInside } from "../../../src/state/rows/rank";
import { START_VIEW } from "../../../src/state/view";
import { columnsOf } from "./columns";

const abort = new AbortController().signal;

/** A table with a point each tenth of a degree along the equator from 0° to `count / 10`°, ranked by a real engine. */
async function setUp(count: number) {
  const own = createOwnLayers();
  const columns = columnsOf(Array.from({ length: count }, (_, at) => ({ lng: at / 10, lat: 0 })));
  own.put({ layer: { ...describeOwnLayer(own, "line"), id: "own-line" }, features: [], table: tableOf(columns) });
  const rows = createRows(inProcessRowsWorker);
  own.rows.value = rows;
  await rows.load("own-line", columns);
  const compute = createCompute(inProcessWorker);
  const ask: Ask = (name, question, signal) => compute.ask(name, question, signal);
  const meridian = packLines([
    [
      [0, -5],
      [0, 5],
    ],
  ]);
  compute.load({ lines: [{ id: "meridian", dataErrorMeters: null, ...meridian }] });
  return { model: { own, view: { peek: () => START_VIEW, value: START_VIEW } as never }, ask, compute };
}

it("offers the nearest rows of a table for ranking, without the one that is asked about", async () => {
  const { model, ask, compute } = await setUp(900);
  const places = await placesNearby(model, [10, 0], { layer: "own-line", id: "101" }, abort);
  expect(places).toHaveLength(300);
  expect(new Set(places.slice(0, 2).map(({ key }) => key))).toEqual(new Set(["own-line/100", "own-line/102"]));
  const ranked = await ask("near", { from: [10, 0], also: places, limit: 1 }, abort);
  // One tenth of a degree of the equator of WGS84: a × π / 1800.
  expect(ranked[0]?.meters).toBeCloseTo((6_378_137 * Math.PI) / 1800, 6);
  compute.dispose();
});

it("counts all rows inside a corridor and ranks the nearest of them, along a line and around a point", async () => {
  const { model, ask, compute } = await setUp(900);
  // A degree of the equator is 111.3 km: a hundred kilometres hold the points from 0° to 0.8°.
  const near = await rowsInside(model, { along: "meridian", halfWidthMeters: 100_000 }, ask, abort);
  expect([near.count, near.places.map(({ key }) => key)]).toEqual([
    9,
    Array.from({ length: 9 }, (_, at) => `own-line/${at + 1}`),
  ]);
  const around = await rowsInside(model, { along: { point: [45, 0] }, halfWidthMeters: 1_000_000 }, ask, abort);
  expect([around.count, around.places.length]).toEqual([179, 179]);
  expect(around.places[0]?.key).toBe("own-line/451");
  compute.dispose();
});

it("lists every row inside a corridor on request, with the distance of each", async () => {
  const { model, ask, compute } = await setUp(900);
  // A thousand kilometres of the equator are 8.98 degrees: the points from 0° to 8.9°.
  const corridor = { along: "meridian", halfWidthMeters: 1_000_000 };
  const counted = await rowsInside(model, corridor, ask, abort);
  const every = await everyRowInside(model, corridor, ask, abort);
  expect(every).toHaveLength(counted.count);
  expect(every.map(({ key }) => key)).toEqual(Array.from({ length: 90 }, (_, at) => `own-line/${at + 1}`));
  // A degree of the equator of WGS84 is a × π / 180.
  every.forEach(({ meters }, at) => {
    expect(meters).toBeCloseTo((at / 10) * ((6_378_137 * Math.PI) / 180), 3);
  });
  const around = { along: { point: [45, 0] as const }, halfWidthMeters: 1_000_000 };
  const nearest = await rowsInside(model, around, ask, abort);
  const all = await everyRowInside(model, around, ask, abort);
  expect(new Set(all.map(({ key }) => key))).toEqual(new Set(nearest.places.map(({ key }) => key)));
  compute.dispose();
});
