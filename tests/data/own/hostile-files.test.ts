import type { Geometry } from "geojson";
import { afterEach, describe, expect, it } from "vitest";
import { kml as kmlFormat } from "../../../src/data/export/kml";
import type { Layer } from "../../../src/data/manifest";
import { bytesOf, manifest, setOf } from "../export/export-fixtures";
import { readFile, skippedOf } from "./read";

afterEach(() => expect(({} as { polluted?: unknown }).polluted).toBeUndefined());

const point = { type: "Point", coordinates: [61, 27] };
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: "Feature", geometry, properties });
const collection = (...features: readonly unknown[]) => JSON.stringify({ type: "FeatureCollection", features });
const placemark = (inside: string) => `<Placemark>${inside}</Placemark>`;
const kml = (inside: string) => `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;
const at = (coordinates: string) => placemark(`<Point><coordinates>${coordinates}</coordinates></Point>`);
const ring = [
  [-180, -90],
  [180, -90],
  [180, 90],
  [-180, 90],
  [-180, -90],
];

describe("what nobody writes on purpose", () => {
  it("is refused with the name that could reach into a program, wherever it stands in a feature", async () => {
    const poison = '"__proto__":{"polluted":1}';
    const written = [
      `{"type":"Feature",${poison},"properties":{},"geometry":{"type":"Point","coordinates":[61,27]}}`,
      `{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[61,27],${poison}}}`,
      `{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[61,27],"constructor":1}]}}`,
      `{"type":"Feature","properties":{"a":[{"prototype":1}]},"geometry":null}`,
      JSON.stringify(feature(point)),
    ];
    const { report } = await readFile(`{"type":"FeatureCollection","features":[${written}]}`, "x.geojson");
    expect([report.accepted, skippedOf(report)]).toEqual([1, { "forbidden-key": [1, 2, 3, 4] }]);
  });

  it("costs no more than it weighs: properties that are one endless text are no properties", async () => {
    const { preview, report } = await readFile(
      collection(feature(point, "x".repeat(3_000_000)), feature(point)),
      "x.geojson",
    );
    expect(preview.fields).toEqual([]);
    expect(skippedOf(report)).toEqual({ "bad-feature": [1] });
  });

  it.each([
    ["lat,lon", `1${" ".repeat(9_000)}x,61`, "not-a-number"],
    ["lat,lon", `${"1".repeat(9_000)}x,61`, "not-a-number"],
    ["name,coordinates", `a,b${" ".repeat(9_000)}c`, "bad-geometry"],
    ["lat,lon,date", `27,61,1${" ".repeat(9_000)}to`, null],
  ])("does not keep a table waiting: %s", async (header, line, reason) => {
    const rows = Array.from({ length: 300 }, () => line);
    const sound = header.startsWith("name") ? "x,27 61" : "27,61,2024-01-16".slice(0, header === "lat,lon" ? 5 : 16);
    const mapping = header.startsWith("name") ? { wkt: 1 } : {};
    const { report } = await readFile([header, sound, ...rows].join("\n"), "x.csv", { mapping });
    expect(report.total).toBe(301);
    expect([...report.skipped.keys()]).toEqual(reason === null ? [] : [reason]);
  });

  it("nests collections of geometries no deeper than JSON may nest", async () => {
    const deep = (levels: number) => `${"GEOMETRYCOLLECTION(".repeat(levels)}POINT(61 27)${")".repeat(levels)}`;
    const { report } = await readFile(`name,wkt\na,"${deep(32)}"\nb,"${deep(33)}"\n`, "x.csv");
    expect([report.accepted, skippedOf(report)]).toEqual([1, { "bad-geometry": [2] }]);
  });

  it("hides no nesting of XML in its attributes", async () => {
    const folders = '<Folder id="/>">'.repeat(40) + "</Folder>".repeat(40);
    await expect(readFile(kml(folders), "x.kml")).rejects.toMatchObject({ fault: "too-deep" });
  });

  it("has no radius larger than the earth", async () => {
    const head = "layer,kind,name,revision,status,source_ids,precision,uncertainty_m,lon,lat";
    const rows = ["1e999", "1e30", "-5", "NaN", "25000"].map(
      (radius) => `x,strike,A,1,current,s,province,${radius},61,27`,
    );
    const { features } = await readFile([head, ...rows].join("\n"), "x.csv");
    const radii = features.map(({ properties }) =>
      "where" in properties ? (properties.where?.uncertaintyRadiusM ?? null) : null,
    );
    expect(radii).toEqual([null, null, null, null, 25_000]);
  });

  it.each([
    ["before it", [0x61, 0xe9, 0x0a], 1],
    ["where it is cut off", [0x61, 0xd9, 0x86, 0xe2, 0x80], 3],
    ["in a character of four", [0xf0, 0x9f, 0x98, 0x41], 0],
  ])("that is no UTF-8 is told with the number of sound bytes %s", async (_, bytes, sound) => {
    await expect(readFile(new Uint8Array(bytes), "x.csv")).rejects.toMatchObject({
      fault: "not-utf8",
      detail: String(sound),
    });
  });
});

describe("what is odd and sound", () => {
  it("a column with a line end or a tab in its name keeps it in KML", async () => {
    const { features } = await readFile('"first\nline","a\tb",lat,lon\n1,2,27,61\n', "x.csv");
    const layer = { ...manifest.layers.find(({ id }) => id === "towns"), id: "own-x", group: "own" } as Layer;
    const items = features.map((one) => ({ layer, feature: one }));
    const [file] = kmlFormat.write(setOf(items, null), { hasByteOrderMark: false });
    const again = await readFile(bytesOf(file?.chunks) as BlobPart, "x.kml");
    expect(again.features[0]?.properties).toMatchObject({ cells: { "first\nline": "1", "a\tb": "2" } });
  });

  it("a page of HTML with its DOCTYPE in a description is text", async () => {
    const page = "<!DOCTYPE html><p>dam</p>";
    const { features } = await readFile(
      kml(placemark(`<description><![CDATA[${page}]]></description><Point><coordinates>61,27</coordinates></Point>`)),
      "x.kml",
    );
    expect(features[0]?.properties).toMatchObject({ cells: { description: page } });
    for (const text of [
      `<!DOCTYPE kml>${kml(at("61,27"))}`,
      `<!-- --><!DOCTYPE kml [<!ENTITY a "b">]>${kml(at("61,27"))}`,
    ])
      await expect(readFile(text, "x.kml")).rejects.toMatchObject({ fault: "doctype" });
  });

  it("a number is one as a whole, not as far as it begins like one", async () => {
    const { report, features } = await readFile(
      kml(["0x3D,27", "61°30,27", "61.5.1,27", "61abc,27", "+61.5,2.7e1", "-0,27"].map(at).join("")),
      "x.kml",
    );
    expect(skippedOf(report)).toEqual({ "bad-geometry": [1, 2, 3, 4] });
    expect(features.map(({ geometry }) => (geometry as { coordinates: number[] }).coordinates)).toEqual([
      [61.5, 27],
      [-0, 27],
    ]);
  });

  it("the whole world is no mistake at 0°, 0°, and neither is a line through it", async () => {
    const shapes = [
      { type: "Polygon", coordinates: [ring] },
      { type: "LineString", coordinates: [ring[0], ring[2]] },
      {
        type: "MultiPoint",
        coordinates: [
          [0, 0],
          [-0, 0],
        ],
      },
      { type: "Point", coordinates: [0, -0] },
    ];
    const file = collection(...shapes.map((shape) => feature(shape)));
    const { findings } = await readFile(file, "x.geojson");
    expect(findings.nullIsland).toBe(2);
    const { report, features } = await readFile(file, "x.geojson", { decisions: { nullIsland: "skip" } });
    expect(skippedOf(report)).toEqual({ "null-island": [3, 4] });
    expect(features.map(({ geometry }) => (geometry as Geometry).type)).toEqual(["Polygon", "LineString"]);
  });

  it("rows without a place that are the same are found, all of them", async () => {
    // So many that a program begins to reckon otherwise on the way, with other bits for what is no number.
    const rows = 60_000;
    const { findings } = await readFile(
      collection(...Array.from({ length: rows }, () => feature(null, { a: 1 }))),
      "x.geojson",
    );
    expect(findings.duplicates).toBe(rows - 1);
  });

  it("positions may be written with every sign that Persian and Arabic have for them", async () => {
    const rows = ["۲۹٫۵، ۶۰٫۸۷", "٢٩٫٥؛ ٦٠٫٨٧", "29.5,60.87"].map((text) => `a,"${text}"`);
    const { features } = await readFile(`name,coordinates\n${rows.join("\n")}\n`, "x.csv");
    expect(features.map(({ geometry }) => geometry)).toEqual(
      rows.map(() => ({ type: "Point", coordinates: [60.87, 29.5] })),
    );
    const metres = await readFile("x,y\n۶٬۸۰۰٬۰۰۰٫۵,۳٬۱۰۰٬۰۰۰\n", "x.csv");
    // EPSG:3857: x = a·λ with a = 6 378 137 m.
    expect(metres.findings.projected?.readings[0]?.lng).toBeCloseTo((6_800_000.5 / 6_378_137) * (180 / Math.PI), 9);
  });
});
