import fc from "fast-check";
import { expect, it } from "vitest";
import layersFile from "../../data/layers.json";
import { dateOfDay } from "../../src/data/day";
import { EXPORT_SCOPES } from "../../src/data/export/export-set";
import type { Manifest } from "../../src/data/manifest";
import { featureOfRow } from "../../src/data/own/table";
import { createCompute, inProcessWorker } from "../../src/geo/compute";
import { packLines } from "../../src/geo/packed";
import { SIDES } from "../../src/geo/tasks";
import type { Ask } from "../../src/state/ask";
import { type ExportQuery, recordsFor } from "../../src/state/export-items";
import { createSieve } from "../../src/state/filter";
import type { PointFigures } from "../../src/state/known-figures";
import { createModel, type Model } from "../../src/state/model";
import { describeOwnLayer } from "../../src/state/own-description";
import { tableOf } from "../../src/state/own-import";
import { decode } from "../../src/state/permalink";
import { keepPlaceFigures } from "../../src/state/place-figures";
import { createRows, inProcessRowsWorker } from "../../src/state/rows/client";
import { keepRowFigures } from "../../src/state/rows/keep-figures";
import { columnsOf, type WrittenRow } from "./rows/columns";

const open = (hash: string) =>
  createModel({
    manifest: layersFile as unknown as Manifest,
    load: async () => [],
    view: decode(hash),
    chrome: "full",
    browserLanguages: ["en"],
    createSieve,
  });

async function keysOf(model: Model, query: ExportQuery): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const known of await recordsFor(model, query, new AbortController().signal)) {
    if (known) keys.push(`${known.layer.id}/${known.feature.id}`);
  }
  return keys;
}

const row = fc
  .record({
    isPlaced: fc.boolean(),
    lng: fc.constantFrom(62, 80),
    start: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    category: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
    precision: fc.integer({ min: 0, max: 2 }),
    radius: fc.constantFrom(500, 3000),
    side: fc.integer({ min: 0, max: 4 }),
    borderMeters: fc.constantFrom(10, 5000, 80_000),
    isInside: fc.boolean(),
  })
  .map(({ isPlaced, lng, start, ...rest }) => {
    const place: WrittenRow = isPlaced ? { lng, lat: 27 } : {};
    return { ...rest, ...place, ...(start === undefined ? {} : { start, end: start + 2 }) };
  });
const filters = fc
  .array(
    fc.constantFrom(
      "side:IR,none",
      "side:PK",
      "to-border:6",
      "inside:1",
      "radius:1000",
      "category:gate",
      "kind:strike",
    ),
    { maxLength: 3 },
  )
  .map((all) => [...new Map(all.map((one) => [one.split(":")[0], one])).values()].join(";"));

it("means the same rows of a large import as it would if they were held, whatever the scope and the filters", async () => {
  const scopes = fc.constantFrom(...EXPORT_SCOPES.filter((scope) => scope !== "selected"));
  const period = fc.constantFrom("", `&t=${dateOfDay(5)}/${dateOfDay(20)}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      filters,
      period,
      scopes,
      fc.boolean(),
      async (written, asked, time, scope, isHidden) => {
        const keys = async (isHeld: boolean) => {
          const model = open(`#v=1&map=8/27/62${asked === "" ? "" : `&f=${asked}`}${time}`);
          const columns = columnsOf(written, ["well", "gate"]);
          const rows = createRows(inProcessRowsWorker);
          await rows.load("own-x", columns);
          model.own.rows.value = rows;
          const features = isHeld ? written.map((_, at) => featureOfRow(columns, at)) : [];
          const layer = { ...describeOwnLayer(model.own, "x"), id: "own-x" };
          model.own.put({ layer, features, table: isHeld ? null : tableOf(columns) });
          model.own.setVisible("own-x", !isHidden);
          const points = new Map<string, readonly PointFigures[]>();
          const inside = new Set<string>();
          written.forEach(({ lng, side, borderMeters, isInside }, at) => {
            if (lng === undefined) return;
            points.set(`own-x/${at + 1}`, [{ side: SIDES[side] ?? "other", borderMeters }]);
            if (isInside) inside.add(`own-x/${at + 1}`);
          });
          model.placeFigures.value = { points, inside: [inside] };
          rows.setFigures("own-x", {
            side: Uint8Array.from(written, ({ lng, side }) => (lng === undefined ? 255 : side)),
            borderMeters: Float64Array.from(written, ({ lng, borderMeters }) =>
              lng === undefined ? Number.NaN : borderMeters,
            ),
            inside: [Uint8Array.from(written, ({ lng, isInside }) => (lng !== undefined && isInside ? 1 : 0))],
            hasFailed: false,
          });
          return keysOf(model, { scope, layer: null });
        };
        expect(await keys(false)).toEqual(await keys(true));
      },
    ),
  );
});

it("waits for the engine and then means the rows within a distance of the line and inside a corridor", async () => {
  const model = open("#v=1&f=to-border:120&corridor=border:30");
  // A tenth of a degree of the equator of WGS84 is 11.13 km.
  const columns = columnsOf(Array.from({ length: 30 }, (_, at) => ({ lng: at / 10, lat: 0 })));
  const rows = createRows(inProcessRowsWorker);
  await rows.load("own-x", columns);
  model.own.rows.value = rows;
  model.own.put({ layer: { ...describeOwnLayer(model.own, "x"), id: "own-x" }, features: [], table: tableOf(columns) });
  const asked = keysOf(model, { scope: "filtered", layer: "own-x" });
  const compute = createCompute(inProcessWorker);
  const meridian = packLines([
    [
      [0, -5],
      [0, 5],
    ],
  ]);
  compute.load({ lines: [{ id: "border", dataErrorMeters: null, isBorder: true, ...meridian }], countries: [] });
  const ask: Ask = (name, question, abort) => compute.ask(name, question, abort);
  keepPlaceFigures(model, ask);
  keepRowFigures(model, ask);
  // 120 km hold 0° to 1.0°, 30 km hold 0° to 0.2°.
  expect(await asked).toEqual(Array.from({ length: 11 }, (_, at) => `own-x/${at + 1}`));
  model.view.value = { ...model.view.peek(), filters: { inside: ["1"] } };
  expect(await keysOf(model, { scope: "filtered", layer: "own-x" })).toEqual(["own-x/1", "own-x/2", "own-x/3"]);
  compute.dispose();
});
