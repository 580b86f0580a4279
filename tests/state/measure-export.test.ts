import { signal } from "@preact/signals-core";
import Papa from "papaparse";
import { expect, it } from "vitest";
import layersFile from "../../data/layers.json";
import type { Manifest } from "../../src/data/manifest";
import { packPolygons } from "../../src/geo/packed";
import type { RankedPlace } from "../../src/geo/tasks";
import { type ResultRow, resultsFile } from "../../src/state/measure-export";
import type { Measures } from "../../src/state/measures";
import { createModel } from "../../src/state/model";
import { describeOwnLayer } from "../../src/state/own-description";
import { tableOf } from "../../src/state/own-import";
import { decode } from "../../src/state/permalink";
import { columnsOf } from "./rows/columns";

const never = new AbortController().signal;
const ORIGIN = {
  dataVersion: "1.2.3",
  licence: "CC-BY-4.0",
  retrieved: "2024-01-18",
  link: "https://atlas.example/#v=1",
};
const COUNT = 1200;

/** A desk with one corridor, in which every row of a large import lies. */
function setUp() {
  const model = createModel({
    manifest: layersFile as unknown as Manifest,
    load: async () => [],
    view: decode("#v=1&corridor=border:25"),
    chrome: "full",
    browserLanguages: ["en"],
  });
  const rows = Array.from({ length: COUNT }, (_, at) => ({
    title: at === 0 ? "=1+1, “a”\n" : `P ${at}`,
    lng: 62,
    lat: 27,
  }));
  model.own.put({
    layer: { ...describeOwnLayer(model.own, "x"), id: "own-x" },
    features: [],
    table: tableOf(columnsOf(rows)),
  });
  const place = (at: number): RankedPlace => ({
    key: `own-x/${at + 1}`,
    group: "own-x",
    meters: at + 0.5,
    initialBearingDegrees: 0,
    estimate: { meters: at, lowMeters: at, highMeters: at + 1, errorMeters: 1 },
    side: "PK",
    ambiguous: false,
    chainageMeters: null,
    borderMeters: null,
  });
  const none = signal({ state: "none" });
  const corridor = {
    polygons: packPolygons([]),
    halfWidthMeters: 25_000,
    line: null,
    inside: [],
    squareMeters: 5,
    byCountry: {},
    method: "wgs84-geodesic-corridor",
  };
  const measures = {
    distance: none,
    line: none,
    near: none,
    corridors: signal({ state: "ready", value: [corridor] }),
    everyRowInCorridors: async () => [Array.from({ length: COUNT }, (_, at) => place(at))],
  } as unknown as Measures;
  return { measures, model };
}

it("holds every row of a large import inside a corridor, as GeoJSON and as CSV alike", async () => {
  const { measures, model } = setUp();
  const json = JSON.parse(await (await resultsFile(measures, model, "geojson", ORIGIN, never)).text());
  expect(json).toMatchObject({ type: "FeatureCollection", ...ORIGIN });
  const results = (json.features as { properties: ResultRow }[]).map(({ properties }) => properties);
  expect(results.map(({ result }) => result)).toEqual(["corridor", ...Array(COUNT).fill("inside-corridor")]);
  expect(results.at(-1)).toMatchObject({
    key: `own-x/${COUNT}`,
    name: `P ${COUNT - 1}`,
    meters: COUNT - 0.5,
    side: "PK",
  });
  expect(json.features[1].geometry).toEqual({ type: "Point", coordinates: [62, 27] });

  const text = await (await resultsFile(measures, model, "csv", ORIGIN, never)).text();
  const { data, errors } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(COUNT + 1);
  expect(data.map(({ key }) => key)).toEqual(results.map(({ key }) => key ?? ""));
  expect(data.map(({ meters }) => meters)).toEqual(
    results.map(({ meters }) => (meters === null ? "" : String(meters))),
  );
  // A text that a spreadsheet would compute begins with an apostrophe.
  expect(data[1]).toMatchObject({ name: "'=1+1, “a”\n", data_version: "1.2.3", link: ORIGIN.link });
});

it("stops when the reader gives it up", async () => {
  const { measures, model } = setUp();
  const abort = AbortSignal.abort(new Error("given up"));
  await expect(resultsFile(measures, model, "csv", ORIGIN, abort)).rejects.toThrow("given up");
});
