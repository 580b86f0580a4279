import { expect, it } from "vitest";
import layersFile from "../../../data/layers.json";
import type { Manifest } from "../../../src/data/manifest";
import { createModel } from "../../../src/state/model";
import { describeOwnLayer } from "../../../src/state/own-description";
import { tableOf } from "../../../src/state/own-import";
import { decode } from "../../../src/state/permalink";
import { cellOf } from "../../../src/state/record-columns";
import { createRows, inProcessRowsWorker } from "../../../src/state/rows/client";
import { withRowFigures } from "../../../src/state/rows/row-figures";
import { viewSieve } from "../../../src/state/rows/view-sieve";
import { entryOf } from "../../../src/state/table-row";
import { columnsOf } from "./columns";

const never = new AbortController().signal;
const IRAN = 0;
const PAKISTAN = 1;
const NO_POINT = 5;

async function open() {
  const model = createModel({
    manifest: layersFile as unknown as Manifest,
    load: async () => [],
    view: decode(""),
    chrome: "full",
    browserLanguages: ["en"],
  });
  const columns = columnsOf([{ lng: 61, lat: 27 }, { lng: 63, lat: 27 }, {}]);
  const rows = createRows(inProcessRowsWorker);
  await rows.load("own-x", columns);
  const layer = { ...describeOwnLayer(model.own, "x"), id: "own-x" };
  const table = tableOf(columns);
  model.own.rows.value = rows;
  model.own.put({ layer, features: [], table });
  const seen = [2, 0, 1].map((row) => ({ layer, table, row }));
  const cells = async (column: "side" | "border") => {
    const known = await withRowFigures(model, seen, null, never);
    return seen.map((row) => {
      const entry = entryOf(row);
      return entry && cellOf(column, entry, known, "");
    });
  };
  return { rows, columns, cells };
}

it("fills the cells of the rows in sight with what the engine found, and leaves those without a point blank", async () => {
  const { rows, cells } = await open();
  expect(await cells("side")).toEqual([null, null, null]);
  rows.setFigures("own-x", {
    side: Uint8Array.of(IRAN, PAKISTAN, NO_POINT),
    borderMeters: Float64Array.of(1234.4, 90_000.6, Number.NaN),
    inside: [],
    hasFailed: false,
  });
  expect(await cells("side")).toEqual([null, "IR", "PK"]);
  expect(await cells("border")).toEqual([null, 1234, 90_001]);
});

it("lets everything through when the engine cannot answer, unless it has answered before", async () => {
  const { rows, columns } = await open();
  const sieve = viewSieve({ period: null, filters: { "to-border": ["5"] } }, columns);
  const found = async () => [...((await rows.ask("own-x", sieve, "find", { text: "", most: 9 }))?.rows ?? [])];
  expect(await found()).toEqual([]);
  rows.failFigures("own-x");
  expect(await found()).toEqual([0, 1, 2]);
  rows.setFigures("own-x", {
    side: Uint8Array.of(IRAN, PAKISTAN, NO_POINT),
    borderMeters: Float64Array.of(1000, 90_000, Number.NaN),
    inside: [],
    hasFailed: false,
  });
  rows.failFigures("own-x");
  expect(await found()).toEqual([0]);
});
