import { effect } from "@preact/signals-core";
import fc from "fast-check";
import { expect, it } from "vitest";
import layersFile from "../../../data/layers.json";
import { dateOfDay } from "../../../src/data/day";
import type { Manifest } from "../../../src/data/manifest";
import { featureOfRow } from "../../../src/data/own/table";
import { SIDES } from "../../../src/geo/tasks";
import { createSieve } from "../../../src/state/filter";
import type { PointFigures } from "../../../src/state/known-figures";
import { createModel } from "../../../src/state/model";
import { describeOwnLayer } from "../../../src/state/own-description";
import { tableOf } from "../../../src/state/own-import";
import { decode } from "../../../src/state/permalink";
import { createRows, inProcessRowsWorker } from "../../../src/state/rows/client";
import { entryOf } from "../../../src/state/table-row";
import { tableRows } from "../../../src/state/table-rows";
import { columnsOf, type WrittenRow } from "./columns";

const newModel = () =>
  createModel({
    manifest: layersFile as unknown as Manifest,
    load: async () => [],
    view: { ...decode(""), period: { from: dateOfDay(3), to: dateOfDay(30) } },
    chrome: "full",
    browserLanguages: ["en"],
    createSieve,
  });

const CATEGORIES = ["well", "gate", "post"];
const row = fc
  .record({
    title: fc.constantFrom("ash", "birch", "cedar", "date palm"),
    isPlaced: fc.boolean(),
    start: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    category: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    precision: fc.integer({ min: 0, max: 2 }),
    radius: fc.constantFrom(500, 3000),
    side: fc.integer({ min: 0, max: 4 }),
    borderMeters: fc.constantFrom(10, 5000, 80_000),
  })
  .map(({ isPlaced, start, ...rest }): WrittenRow & { readonly side: number; readonly borderMeters: number } => ({
    ...rest,
    ...(isPlaced ? { lng: 62, lat: 27 } : {}),
    ...(start === undefined ? {} : { start, end: start + 2 }),
  }));
const column = fc.constantFrom("name", "kind", "date", "end", "radius", "side", "border", "id");
/** As rows of imports are put in order: by the codes of letters, whatever their case. */
const byCode = (a: string, b: string) => {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
};

it("puts the rows of large imports where held records would be, whatever the order and the scope", async () => {
  const options = fc.record({
    sort: fc.option(fc.record({ column, isDescending: fc.boolean() }), { nil: null }),
    text: fc.constantFrom("", "a", "cedar"),
    concernedOnly: fc.boolean(),
    inViewOnly: fc.boolean(),
  });
  const lists = fc.tuple(fc.array(row, { maxLength: 9 }), fc.array(row, { maxLength: 9 }));
  await fc.assert(
    fc.asyncProperty(lists, options, async ([first, second], { sort, text, ...scope }) => {
      const ask = {
        scope,
        text,
        sort: sort as never,
        nameOf: (feature: { properties: { title: { en: string } } }) => feature.properties.title.en,
        compareTexts: byCode,
      };
      const keysOf = async (held: boolean) => {
        const model = newModel();
        const rows = createRows(inProcessRowsWorker);
        model.own.rows.value = rows;
        const points = new Map<string, readonly PointFigures[]>();
        for (const [at, written] of [first, second].entries()) {
          const columns = columnsOf(written, CATEGORIES);
          const layer = { ...describeOwnLayer(model.own, "x"), id: `own-${at}` };
          const features = written.map((_, index) => featureOfRow(columns, index));
          await rows.load(layer.id, columns);
          for (const [index, { lng, side, borderMeters }] of written.entries()) {
            if (lng === undefined) continue;
            points.set(`${layer.id}/${index + 1}`, [{ side: SIDES[side] ?? "other", borderMeters }]);
          }
          rows.setFigures(layer.id, {
            side: Uint8Array.from(written, ({ lng, side }) => (lng === undefined ? 255 : side)),
            borderMeters: Float64Array.from(written, ({ lng, borderMeters }) =>
              lng === undefined ? Number.NaN : borderMeters,
            ),
            inside: [],
            hasFailed: false,
          });
          model.own.put({ layer, features: held ? features : [], table: held ? null : tableOf(columns) });
        }
        model.placeFigures.value = { points, inside: [] };
        const found = await tableRows(model, ask, new AbortController().signal);
        return found.map((one) => `${one.layer.id}/${entryOf(one)?.feature.id}`);
      };
      const [expected, actual] = [await keysOf(true), await keysOf(false)];
      expect(new Set(actual)).toEqual(new Set(expected));
      expect(actual).toHaveLength(expected.length);
      const cell = (key: string) => {
        const [layer, id] = key.split("/");
        const written = (layer === "own-0" ? first : second)[Number(id) - 1];
        const cells = {
          name: written?.title,
          kind: written?.category === undefined ? undefined : CATEGORIES[written.category],
          date: written?.start,
          end: written?.end,
          radius: written?.precision === 0 ? undefined : written?.radius,
          side: written?.lng === undefined ? undefined : SIDES[written.side],
          border: written?.lng === undefined ? undefined : written.borderMeters,
          id: Number(id),
        };
        return sort ? cells[sort.column] : key;
      };
      expect(actual.map(cell)).toEqual(expected.map(cell));
    }),
    { numRuns: 60 },
  );
});

it("keeps the selected row of a large import the same while the map moves, and shows the row that a link names", () => {
  const columns = columnsOf([
    { lng: 62, lat: 27 },
    { lng: 63, lat: 28 },
  ]);
  const model = newModel();
  const shown: unknown[] = [];
  const stop = effect(() => {
    const known = model.selected.value;
    if (known) shown.push(known);
    // What opens a link does so: it would never come to rest if each look made another feature.
    if (known) model.show({ layer: "own-x", id: "2" });
  });
  model.select({ layer: "own-x", id: "2" });
  model.own.put({ layer: { ...describeOwnLayer(model.own, "x"), id: "own-x" }, features: [], table: tableOf(columns) });
  model.setCamera({ ...model.view.peek().camera, zoom: 3 });
  stop();
  expect(new Set(shown).size).toBe(1);
  expect(model.selected.peek()?.feature.geometry).toEqual({ type: "Point", coordinates: [63, 28] });
});
