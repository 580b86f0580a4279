import { describe, expect, it } from "vitest";
import layersFile from "../../data/layers.json";
import type { AtlasFeature } from "../../src/data/feature";
import type { Manifest } from "../../src/data/manifest";
import { ownRecord } from "../../src/data/own-record";
import { createSieve } from "../../src/state/filter";
import { listFeatures } from "../../src/state/listing";
import { createModel } from "../../src/state/model";
import { describeOwnLayer } from "../../src/state/own-description";
import type { OwnTable } from "../../src/state/own-layers";
import { decode } from "../../src/state/permalink";
import { createGazetteer } from "../../src/state/search";

const newModel = (hash = "") =>
  createModel({
    manifest: layersFile as unknown as Manifest,
    load: async () => [],
    view: decode(hash),
    chrome: "full",
    browserLanguages: ["en"],
    createSieve,
  });

const point = (id: string, title: string, start?: string): AtlasFeature => ({
  type: "Feature",
  id,
  geometry: { type: "Point", coordinates: [62, 27] },
  properties: {
    kind: "own",
    id,
    status: "current",
    title: { en: title },
    category: title === "Well" ? "water" : null,
    where: { precision: "settlement", uncertaintyRadiusM: 2000 },
    cells: { name: title, depth: 12 },
    ...(start ? { when: { start, end: start, precision: "day" as const } } : {}),
  },
});

describe("a layer of the reader's own", () => {
  it("takes part in features, list, search, selection, filters and period like a layer of the atlas", () => {
    const model = newModel("#v=1&sel=own-my-wells/1");
    const layer = describeOwnLayer(model.own, "My wells");
    model.own.put({
      layer,
      features: [point("1", "Well"), point("2", "Pump", "2024-01-18")],
      table: null,
      forget: null,
    });
    expect(layer.id).toBe("own-my-wells");
    expect(model.visibleLayers.value.at(-1)?.id).toBe("own-my-wells");
    expect([...model.features.value.keys()]).toEqual(["own-my-wells/1", "own-my-wells/2"]);
    expect(model.selected.value?.feature.properties.title.en).toBe("Well");
    const options = { language: "en", order: "date", text: "", layer: null } as const;
    expect(listFeatures(model.features.value.values(), options).map(({ name }) => name)).toEqual(["Pump", "Well"]);
    expect(createGazetteer(model.features.value.values())("pump")[0]?.reference.id).toBe("2");
    const through = (filters: Record<string, string[]>, period: { from: string; to: string } | null) =>
      [...model.features.value.values()].filter(createSieve({ filters, period })).map(({ feature }) => feature.id);
    expect(through({}, { from: "2024-02-01", to: "2024-03-01" })).toEqual(["1"]);
    expect(through({ category: ["water"] }, null)).toEqual(["1", "2"]);
    expect(through({ category: ["oil"] }, null)).toEqual(["2"]);
  });

  it("is hidden, shown again by showing one of its features, and gone when removed", async () => {
    const model = newModel();
    const layer = describeOwnLayer(model.own, "Wells");
    model.own.put({ layer, features: [point("1", "Well")], table: null, forget: null });
    model.setLayerVisible(layer.id, false);
    expect(model.visibleLayers.value.some(({ id }) => id === layer.id)).toBe(false);
    model.show({ layer: layer.id, id: "1" });
    expect(model.visibleLayers.value.some(({ id }) => id === layer.id)).toBe(true);
    expect(model.view.value.camera.lng).toBeCloseTo(62, 3);
    await model.own.remove(layer.id);
    expect(model.features.value.size).toBe(0);
    expect(model.selected.value).toBeNull();
  });

  it("has an id and a symbol that no other layer of the reader has", () => {
    const { own } = newModel();
    const layers = ["نقاط", "data", "Données!"].map((title) => {
      const layer = describeOwnLayer(own, title);
      own.put({ layer, features: [], table: null, forget: null });
      return layer;
    });
    expect(layers.map(({ id }) => id)).toEqual(["own-data", "own-data-2", "own-donne-es"]);
    expect(new Set(layers.map(({ symbol }) => symbol)).size).toBe(3);
  });

  it("finds the rows of a table by key and never goes through them", () => {
    const model = newModel("#v=1&sel=own-big/999999");
    let made = 0;
    const table: OwnTable = {
      columns: {} as OwnTable["columns"],
      count: 1_000_000,
      rowOf: (id) => (/^[1-9]\d{0,6}$/.test(id) && Number(id) <= 1_000_000 ? Number(id) - 1 : null),
      featureAt: (row) => {
        made++;
        return point(String(row + 1), `Row ${row + 1}`);
      },
      cellsOf: async () => ({}),
    };
    model.own.put({ layer: describeOwnLayer(model.own, "big"), features: [], table, forget: null });
    expect(model.selected.value?.feature.properties.title.en).toBe("Row 999999");
    expect([...model.features.value.values()]).toEqual([]);
    expect(model.features.value.has("own-big/1000001")).toBe(false);
    expect(made).toBeLessThan(5);
  });
});

describe("the schema of own records", () => {
  it("takes dated and undated records and refuses what no page could show", () => {
    const { properties } = point("1", "Well", "2024-01-18");
    expect(ownRecord.parse(properties)).toEqual(properties);
    const bad = (part: object) => ownRecord.safeParse({ ...properties, ...part }).success;
    expect(bad({ when: { start: "2024-01-19", end: "2024-01-18", precision: "day" } })).toBe(false);
    expect(bad({ when: { start: "2024-13-01", end: "2024-13-01", precision: "day" } })).toBe(false);
    expect(bad({ where: { precision: "settlement", uncertaintyRadiusM: Number.POSITIVE_INFINITY } })).toBe(false);
    expect(bad({ cells: { size: Number.NaN } })).toBe(false);
    expect(bad({ title: { en: "" } })).toBe(false);
    expect(bad({ id: "../x" })).toBe(false);
  });
});
