import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AtlasFeature } from "../../../src/data/feature";
import { ImportError } from "../../../src/data/own/import-error";
import { LIMITS } from "../../../src/data/own/limits";
import { readFile, skippedCount, skippedOf } from "./read";

const corpus = (name: string) => readFileSync(join(import.meta.dirname, "../../fixtures/corpora", name), "utf8");
const setOf = (features: readonly unknown[], members: object = {}) =>
  JSON.stringify({ geometryType: "esriGeometryPolygon", spatialReference: { wkid: 4326 }, ...members, features });
const at = (geometry: unknown, attributes: unknown = { NAME: "A" }) => ({ attributes, geometry });
const whenOf = ({ properties }: AtlasFeature) => ("when" in properties ? properties.when : undefined);

describe("Esri JSON", () => {
  it("turns Web Mercator into degrees without asking, and dates into days", async () => {
    const { preview, findings, features } = await readFile(corpus("esri-feature-set-102100.json"), "x.json");
    expect(preview.format).toBe("esrijson");
    expect(findings.projected).toBeNull();
    const [first, nowhere, third] = features;
    const [lng = 0, lat = 0] = (first?.geometry as { coordinates: number[] }).coordinates;
    expect(lng).toBeCloseTo(61, 9);
    expect(lat).toBeCloseTo(27, 9);
    expect(first?.properties.title).toEqual({ en: "A" });
    // 1,705,363,200 s after 1970 is the sixteenth of January 2024; a day before 1970 is the last of 1969.
    expect(first && whenOf(first)).toMatchObject({ start: "2024-01-16", end: "2024-01-16" });
    expect(third && whenOf(third)).toMatchObject({ start: "1969-12-31" });
    expect([nowhere?.geometry, third?.geometry]).toEqual([null, null]);
    expect(first?.properties).toMatchObject({ cells: { OBJECTID: 1, NAME: "A", SEEN: "2024-01-16T00:00:00.000Z" } });
  });

  it("puts holes into the areas that hold them, and turns outlines the way RFC 7946 wants", async () => {
    const { features } = await readFile(corpus("esri-polygon-4326.json"), "x.json");
    const [two, holed] = features.map(({ geometry }) => (geometry as { coordinates: unknown[] }).coordinates);
    expect(two).toHaveLength(2);
    expect(holed).toEqual([
      [
        [61, 27],
        [62, 27],
        [62, 28],
        [61, 28],
        [61, 27],
      ],
      [
        [61.2, 27.2],
        [61.2, 27.8],
        [61.8, 27.8],
        [61.8, 27.2],
        [61.2, 27.2],
      ],
    ]);
  });

  it("takes no measure along a line for a height, and no curve for what it is not", async () => {
    const { features, report } = await readFile(corpus("esri-polyline-measures.json"), "x.json");
    expect(features.map(({ geometry }) => (geometry as { coordinates: unknown }).coordinates)).toEqual([
      [
        [61, 27],
        [62, 28],
      ],
      [
        [
          [61, 26, 900],
          [62, 26, 950],
        ],
        [
          [61, 25, 0],
          [62, 25, 0],
        ],
      ],
    ]);
    expect(skippedOf(report)).toEqual({ "bad-geometry": [3] });
  });

  it("asks about a coordinate system that it does not know, and reads UTM by its number", async () => {
    const point = { x: 352_400, y: 3_098_000 };
    const lambert = await readFile(setOf([at(point)], { spatialReference: { wkid: 102_012 } }), "x.json");
    expect(lambert.findings.projected).toMatchObject({ crs: "EPSG:102012" });
    const utm = { spatialReference: undefined };
    const own = at({ ...point, spatialReference: { wkid: 32_641 } });
    const stranger = at({ x: 61, y: 27, spatialReference: { wkid: 4326 } });
    const { findings, features, report } = await readFile(setOf([own, stranger], utm), "x.json");
    expect(findings.projected).toBeNull();
    // Zone 41 has its middle at 63° E; 147.6 km west of it at 28° N lies 61.5° E.
    expect((features[0]?.geometry as { coordinates: number[] }).coordinates[0]).toBeCloseTo(61.5, 1);
    expect(skippedOf(report)).toEqual({ "bad-geometry": [2] });
  });

  it("says what it left out of an area and what it closed", async () => {
    const ring = [
      [61, 27],
      [61, 28],
      [62, 28],
    ];
    const sliver = [
      [61, 27],
      [62, 27],
      [61, 27],
    ];
    const text = setOf([at({ rings: [ring, sliver] }), at({ rings: [ring] }), at({ rings: [sliver] })]);
    const { report } = await readFile(text, "x.json");
    expect(Object.fromEntries(report.notes)).toEqual({ "parts-left-out": [1], "ring-closed": [2] });
    expect(skippedOf(report)).toEqual({ "bad-geometry": [3] });
  });

  it("keeps the limits and the names that programs reserve out", async () => {
    const long = at({ x: 61, y: 27 }, { NAME: "x".repeat(LIMITS.textBytes + 1) });
    const hostile = setOf([at({ x: 61, y: 27 }), long]).replace('{"NAME":"A"}', '{"__proto__":{"polluted":true}}');
    const { report } = await readFile(hostile, "x.json");
    expect(skippedOf(report)).toEqual({ "forbidden-key": [1], "text-too-long": [2] });
    const dated = hostile.replace(
      '"features"',
      '"fields":[{"name":"__proto__","type":"esriFieldTypeDate"}],"features"',
    );
    expect(skippedOf((await readFile(dated, "x.json")).report)).toEqual({ "forbidden-key": [1], "text-too-long": [2] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    await expect(readFile(setOf([]), "x.json")).rejects.toMatchObject({ fault: "no-rows" });
    const error = '{"error":{"code":400,"message":"Invalid URL"}}';
    await expect(readFile(error, "x.json")).rejects.toMatchObject({ fault: "not-geojson" });
  });

  it("takes or refuses every feature, whatever is in it", () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, 61, 27, 1e300));
    const position = fc.oneof(fc.array(number, { maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }));
    const list = fc.array(position, { maxLength: 6 });
    const lists = fc.array(fc.oneof(list, fc.jsonValue({ maxDepth: 1 })), { maxLength: 4 });
    const geometry = fc.oneof(
      fc.record({ x: fc.oneof(number, fc.constantFrom("NaN", null)), y: number, z: fc.jsonValue({ maxDepth: 0 }) }),
      fc.record({ points: list }),
      fc.record({ paths: lists, hasZ: fc.boolean(), hasM: fc.boolean() }),
      fc.record({ rings: lists, hasM: fc.boolean() }),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const name = fc.constantFrom("NAME", "__proto__", "constructor", "toString", "چاه");
    const feature = fc.oneof(
      fc.record({
        geometry,
        attributes: fc.dictionary(name, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3, noNullPrototype: true }),
      }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const wkid = fc.constantFrom(4326, 102_100, 32_641, 27_700, undefined);
    return fc.assert(
      fc.asyncProperty(fc.array(feature, { minLength: 1, maxLength: 8 }), wkid, async (features, number) => {
        const text = setOf(features, { spatialReference: { wkid: number }, hasM: true });
        const { report } = await readFile(text, "x.json");
        expect(report.total).toBe(features.length);
        expect(report.accepted + skippedCount(report)).toBe(features.length);
      }),
    );
  });

  it("refuses damaged files in words of its own", () => {
    const whole = corpus("esri-polygon-4326.json");
    const cut = fc.record({ from: fc.nat(whole.length), length: fc.nat(60) });
    return fc.assert(
      fc.asyncProperty(cut, fc.constantFrom("", "{", "]", '"', "null", "1e999"), async ({ from, length }, put) => {
        const text = whole.slice(0, from) + put + whole.slice(from + length);
        const read = await readFile(text, "x.json").catch((error: unknown) => error);
        if (read instanceof Error) {
          expect(read).toBeInstanceOf(ImportError);
          expect((read as ImportError).fault).not.toBe("broken");
        }
      }),
    );
  });
});
