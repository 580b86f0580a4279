import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import layersFile from "../../data/layers.json";
import type { AtlasFeature } from "../../src/data/feature";
import type { Manifest } from "../../src/data/manifest";
import { creditsFor } from "../../src/state/attribution";
import { listFeatures } from "../../src/state/listing";
import { metersPerPx, scaleBarFor } from "../../src/state/scale";
import { boundsInView, countInView } from "../../src/state/summary";

const { layers } = layersFile as unknown as Manifest;
const layerOf = (id: string) => {
  const layer = layers.find((entry) => entry.id === id);
  if (!layer) throw new Error(`no layer ${id}`);
  return layer;
};
const load = (id: string) => {
  const text = readFileSync(new URL(`../../data/${id}.geojson`, import.meta.url), "utf8");
  const features: readonly AtlasFeature[] = JSON.parse(text).features;
  return features.map((feature) => ({ layer: layerOf(id), feature }));
};
const all = [...load("crossings"), ...load("markets"), ...load("strikes")];
const options = { language: "en", order: "layer", text: "", layer: null } as const;

describe("listing", () => {
  it("lists every record, those without a point too, last when sorted from north to south", () => {
    const rows = listFeatures(all, { ...options, order: "north" });
    expect(rows).toHaveLength(all.length);
    const latitudes = rows.map(({ feature }) =>
      feature.geometry?.type === "Point" ? (feature.geometry.coordinates[1] ?? null) : null,
    );
    const unplaced = latitudes.indexOf(null);
    expect(unplaced).toBeGreaterThan(0);
    expect(latitudes.slice(unplaced).every((latitude) => latitude === null)).toBe(true);
    const placed = latitudes.slice(0, unplaced).map(Number);
    expect(placed).toEqual([...placed].sort((a, b) => b - a));
  });

  it("puts the newest events first and things without a date last", () => {
    const rows = listFeatures(all, { ...options, order: "date" });
    const dates = rows.map(({ feature }) => ("when" in feature.properties ? feature.properties.when.start : ""));
    expect(dates).toEqual([...dates].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
  });

  it("filters by folded text in any language and by layer", () => {
    const ids = (text: string, layer: string | null = null) =>
      listFeatures(all, { ...options, text, layer }).map(({ feature }) => feature.id);
    expect(ids("ميرجاوه")).toContain("crossing-mirjaveh-taftan");
    expect(ids("TAFTAN", "crossings")).toContain("crossing-mirjaveh-taftan");
    expect(ids("taftan", "strikes")).toEqual([]);
  });
});

describe("credits", () => {
  it("name each maker once, the base map's first, and only for what is shown", () => {
    const texts = creditsFor([layerOf("border"), layerOf("crossings")], "bundled").map(({ text }) => text);
    expect(texts[0]).toBe("© OpenStreetMap contributors");
    expect(new Set(texts).size).toBe(texts.length);
    expect(creditsFor([layerOf("strikes")], null).map(({ text }) => text)).toEqual(["Sarhad"]);
  });
});

describe("the scale bar", () => {
  it("measures along the parallel of WGS84", () => {
    // At the equator 2π × 6,378,137 m over 512 px; one degree of longitude at 30° N is 96,486 m (GeographicLib).
    expect(metersPerPx(0, 0)).toBeCloseTo(78_271.517, 2);
    expect((metersPerPx(30, 0) * 512) / 360).toBeCloseTo(96_486, -1);
  });

  it("chooses round figures that fit", () => {
    for (const unit of ["km", "mi", "nmi"] as const) {
      for (let zoom = 2; zoom <= 16; zoom += 0.37) {
        const bar = scaleBarFor(27, zoom, unit);
        expect(bar.widthPx).toBeLessThanOrEqual(110);
        expect(bar.widthPx).toBeGreaterThan(110 * 0.45);
        expect(["1", "2", "3", "5"]).toContain(bar.value.toExponential().slice(0, 1));
      }
    }
    expect(scaleBarFor(27, 15, "km").unit).toBe("m");
  });
});

describe("the summary of a view", () => {
  it("counts what lies in the uncovered part of the map", () => {
    const camera = { zoom: 9, lat: 28.94, lng: 61.57, bearing: 0, pitch: 0 };
    const none = { top: 0, right: 0, bottom: 0, left: 0 };
    const view = boundsInView(camera, { width: 800, height: 600, padding: none });
    expect((view[0] + view[2]) / 2).toBeCloseTo(61.57, 6);
    const counts = countInView(all, [layerOf("crossings"), layerOf("markets")], view);
    expect(counts.map(({ layer }) => layer.id)).toContain("crossings");
    const covered = boundsInView(camera, { width: 800, height: 600, padding: { ...none, left: 400 } });
    expect(covered[0]).toBeCloseTo(61.57, 6);
  });
});
