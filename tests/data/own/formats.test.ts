import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import { describe, expect, it } from "vitest";
import { ImportError } from "../../../src/data/own/import-error";
import { LIMITS } from "../../../src/data/own/limits";
import { readFile, skippedCount, skippedOf } from "./read";

const faultOf = (content: BlobPart, name: string) =>
  readFile(content, name).then(
    () => "read",
    (error: unknown) => (error instanceof ImportError ? error.fault : `uncaught ${error}`),
  );
const collectionOf = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });
const point = (coordinates: unknown, properties: unknown = { name: "A" }) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates },
  properties,
});

const corpus = (name: string) => readFileSync(join(import.meta.dirname, "../../fixtures/corpora", name), "utf8");

describe("GeoJSON", () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve("geojson-fixtures")), "data");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.(geo)?json$/.test(file));

  it("reads the geojson-fixtures collection, or says what is wrong, and loses no feature silently", async () => {
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(join(folder, file), "utf8");
      const read = await readFile(text, file).catch((error: unknown) => error);
      if (read instanceof ImportError) continue;
      const { report } = read as Awaited<ReturnType<typeof readFile>>;
      expect(report.accepted + skippedCount(report), file).toBe(report.total);
    }
  });

  it("keeps properties as they came, also nested ones, and adds none", async () => {
    const properties = { name: "A", deep: { list: [1, null, true] }, "": 0 };
    const { features } = await readFile(collectionOf(point([62, 27], properties)), "x.geojson");
    expect((features[0]?.properties as { cells: unknown }).cells).toEqual(properties);
  });

  it("skips each faulty feature with its reason and takes the others", async () => {
    const text = collectionOf(
      point([62, 27]),
      point([1e308 * 10, 27]),
      point(["62", "27"]),
      point([500, 27]),
      { type: "Feature", geometry: null, properties: null },
      { type: "Featur" },
      point([62, 28], { name: "x".repeat(LIMITS.textBytes + 1) }),
      point([62, 29], Object.fromEntries(Array.from({ length: LIMITS.keys + 1 }, (_, at) => [`k${at}`, at]))),
    ).replace("null,27", "1e999,27");
    const withProto = text.replace('{"name":"A"}', '{"name":"A","__proto__":{"polluted":true}}');
    const { report, features } = await readFile(withProto, "x.geojson");
    expect(skippedOf(report)).toEqual({
      "forbidden-key": [1],
      "not-finite": [2],
      "bad-geometry": [3],
      "bad-feature": [6],
      "text-too-long": [7],
      "too-many-keys": [8],
      "out-of-range": [4],
    });
    expect(features.map(({ id, geometry }) => [id, geometry])).toEqual([["5", null]]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("refuses what nests without end, is cut off or is something else", async () => {
    expect(await faultOf("[".repeat(100_000), "x.json")).toBe("too-deep");
    expect(await faultOf('{"type":"FeatureCollection","features":[', "x.json")).toBe("not-json");
    expect(await faultOf('{"type":"Recipe"}', "x.json")).toBe("not-geojson");
    expect(await faultOf('{"__proto__":{},"type":"FeatureCollection","features":[]}', "x.json")).toBe("forbidden-key");
    expect(await faultOf(collectionOf(), "x.json")).toBe("no-rows");
  });

  it("asks about swapped, projected and repeated positions and about 0°, 0°", async () => {
    const swapped = await readFile(collectionOf(point([27, 62.4]), point([28, 61.6])), "x.geojson", {
      decisions: { swap: true },
    });
    expect(swapped.findings.swapped).toBe(2);
    expect(swapped.features[0]?.geometry).toMatchObject({ coordinates: [62.4, 27] });
    // 61.5° E, 28° N in Web Mercator metres, by the formula of EPSG:3857 (R = 6,378,137 m).
    const x = (61.5 / 180) * Math.PI * 6_378_137;
    const y = Math.log(Math.tan(Math.PI / 4 + (28 * Math.PI) / 360)) * 6_378_137;
    const projected = await readFile(collectionOf(point([x, y])), "x.geojson", {
      decisions: { projection: "web-mercator" },
    });
    expect(projected.findings.projected?.readings.map(({ projection }) => projection)).toContain("web-mercator");
    const [lng = 0, lat = 0] = (projected.features[0]?.geometry as { coordinates: number[] }).coordinates;
    expect(lng).toBeCloseTo(61.5, 8);
    expect(lat).toBeCloseTo(28, 8);
    const repeated = await readFile(collectionOf(point([0, 0]), point([62, 27]), point([62, 27])), "x.geojson", {
      decisions: { nullIsland: "skip", duplicates: "skip" },
    });
    expect(repeated.findings).toMatchObject({ nullIsland: 1, duplicates: 1 });
    expect(skippedOf(repeated.report)).toEqual({ "null-island": [1], duplicate: [3] });
  });

  it("keeps the ids that features have outside their properties, and reads lists of features", async () => {
    const ids = [{ id: "ci37868143" }, { id: 364 }].map((id) => ({ ...point([61.5, 27.5]), ...id }));
    const inside = point([61.5, 27.5], { id: "within" });
    const { features } = await readFile(collectionOf(...ids, { ...inside, id: 3 }), "x.geojson");
    expect(features.map(({ properties }) => "cells" in properties && properties.cells)).toEqual([
      { id: "ci37868143", name: "A" },
      { id: 364, name: "A" },
      { id: "within" },
    ]);
    const list = await readFile(JSON.stringify([ids[0], { type: "FeatureCollection", features: [inside] }]), "x.json");
    expect(list.report).toMatchObject({ total: 2, accepted: 2 });
    expect(await faultOf('[{"name":"A","lat":27.5,"lon":61.5}]', "x.json")).toBe("not-geojson");
    const topology = {
      type: "Topology",
      arcs: [],
      objects: { none: { type: null }, a: { type: "Point", id: "IR", coordinates: [61.5, 27.5] } },
    };
    const topological = await readFile(JSON.stringify(topology), "x.topojson");
    expect(topological.features.map(({ geometry }) => geometry)).toEqual([
      null,
      { type: "Point", coordinates: [61.5, 27.5] },
    ]);
    expect(topological.features[1]?.properties).toMatchObject({ cells: { id: "IR" } });
  });

  it("asks when the file names another coordinate system", async () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::32641" } };
    const text = JSON.stringify({ type: "FeatureCollection", crs, features: [point([352_400, 3_098_000])] });
    const { findings } = await readFile(text, "x.geojson");
    expect(findings.projected).toMatchObject({ crs: crs.properties.name });
    expect(findings.projected?.readings.some(({ projection }) => projection === "utm-41")).toBe(true);
  });

  it("reads one feature per line and counts a broken line", async () => {
    const lines = [JSON.stringify(point([62, 27])), "{broken", `\u001e${JSON.stringify(point([63, 27]))}`, ""];
    const { report } = await readFile(lines.join("\n"), "x.geojsonl");
    expect(report).toMatchObject({ total: 3, accepted: 2 });
  });

  it("never throws anything but an ImportError and loses no feature silently", async () => {
    const feature = fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constant("Feature"), geometry: fc.jsonValue(), properties: fc.jsonValue() }),
      fc.tuple(fc.double(), fc.double()).map((pair) => point(pair)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(feature, { minLength: 1, maxLength: 12 }), async (features) => {
        const read = await readFile(collectionOf(...features), "x.geojson").catch((error: unknown) => error);
        if (read instanceof ImportError) return;
        const { report } = read as Awaited<ReturnType<typeof readFile>>;
        expect(report.total).toBe(features.length);
        expect(report.accepted + skippedCount(report)).toBe(features.length);
      }),
      { numRuns: 80 },
    );
  });
});

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
<Placemark><name>Post</name><description><![CDATA[<script>alert(1)</script>]]></description>
<TimeStamp><when>2024-01-18</when></TimeStamp><Point><coordinates>62.3,27.3,0</coordinates></Point></Placemark>
<Placemark><name>Way</name><LineString><coordinates>61,26 62,27</coordinates></LineString></Placemark>
</Folder></Document></kml>`;

describe("KML, KMZ and GPX", () => {
  it.each([
    ["bare", "<Placemark><name>A</name><Point><coordinates>61.5,27.5</coordinates></Point></Placemark>"],
    [
      "with a prefix of its own",
      '<k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Placemark><k:name>A</k:name><k:Point><k:coordinates>61.5,27.5</k:coordinates></k:Point></k:Placemark></k:kml>',
    ],
    [
      "with prefixes that it does not declare",
      '<kml xsi:schemaLocation="a b"><Placemark><name>A</name><gx:drawOrder>1</gx:drawOrder><Point><coordinates>61.5,27.5</coordinates></Point></Placemark></kml>',
    ],
  ])("reads a placemark %s", async (_, text) => {
    const { features } = await readFile(text, "x.kml");
    expect(features[0]?.properties.title.en).toBe("A");
    expect(features[0]?.geometry).toEqual({ type: "Point", coordinates: [61.5, 27.5] });
  });

  it("keeps the folders that placemarks lie in, as their category", async () => {
    const place = "<Placemark><name>A</name><Point><coordinates>61.5,27.5</coordinates></Point></Placemark>";
    const text = `<kml><Document><Folder><name>Strikes</name><Folder><name>2024</name>${place}</Folder></Folder>${place}</Document></kml>`;
    const { features } = await readFile(text, "x.kml");
    expect(features.map(({ properties }) => "category" in properties && properties.category)).toEqual([
      "Strikes / 2024",
      null,
    ]);
  });

  it("reads places, lines, dates, and descriptions as text", async () => {
    const { features } = await readFile(KML, "x.kml");
    expect(features.map(({ geometry }) => geometry?.type)).toEqual(["Point", "LineString"]);
    expect(features[0]?.properties).toMatchObject({
      title: { en: "Post" },
      when: { start: "2024-01-18" },
      cells: { description: "<script>alert(1)</script>" },
    });
  });

  it("reads GPX way points and tracks", async () => {
    const gpx = `<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="27" lon="62"><name>W</name></wpt>
<trk><trkseg><trkpt lat="26" lon="61"/><trkpt lat="27" lon="62"/></trkseg></trk></gpx>`;
    const { features } = await readFile(gpx, "x.gpx");
    expect(new Set(features.map(({ geometry }) => geometry?.type))).toEqual(new Set(["Point", "LineString"]));
  });

  it("dates tracks by their first and last time, and tells of points that have no position", async () => {
    const track = await readFile(corpus("kml-track-gap.kml"), "x.kml");
    expect(track.features[0]?.geometry).toEqual({
      type: "LineString",
      coordinates: [
        [61, 27, 0],
        [62, 28, 0],
      ],
    });
    expect(track.features[0]?.properties).toMatchObject({
      when: { start: "2010-05-28", end: "2010-05-29", precision: "days" },
      cells: { coordinateProperties: { times: ["2010-05-28T23:02:09Z", "2010-05-29T02:02:35Z"] } },
    });
    expect([...track.report.notes]).toEqual([["parts-left-out", [1]]]);
    const route = await readFile(corpus("gpx-track-gap.gpx"), "x.gpx");
    expect(route.features[0]?.properties).toMatchObject({ when: { start: "2024-01-16", end: "2024-01-18" } });
    expect([...route.report.notes]).toEqual([["parts-left-out", [1]]]);
  });

  it("keeps what a track notes of each point, but not under a name that programs reserve", async () => {
    const column = (name: string) =>
      `<gx:SimpleArrayData name="${name}"><gx:value>86</gx:value><gx:value>103</gx:value><gx:value>113</gx:value></gx:SimpleArrayData>`;
    const file = (name: string) =>
      corpus("kml-track-gap.kml").replace(
        "</gx:Track>",
        `<ExtendedData><SchemaData>${column(name)}</SchemaData></ExtendedData></gx:Track>`,
      );
    const { features } = await readFile(file("heartrate"), "x.kml");
    expect(features[0]?.properties).toMatchObject({ cells: { coordinateProperties: { heartrate: ["86", "113"] } } });
    const hostile = await readFile(file("__proto__"), "x.kml");
    expect(skippedOf(hostile.report)).toEqual({ "forbidden-key": [1] });
  });

  it("keeps the dates of elements that tell a moment beside those that tell a period", async () => {
    const placemark = (time: string) => `<Placemark>${time}<Point><coordinates>62,27</coordinates></Point></Placemark>`;
    const moment = placemark("<TimeStamp><when>2024-01-18</when></TimeStamp>");
    const period = placemark("<TimeSpan><begin>2024-01-16</begin><end>2024-01-17</end></TimeSpan>");
    const { features } = await readFile(`<kml><Document>${moment}${period}</Document></kml>`, "x.kml");
    expect(features.map((feature) => feature.properties)).toMatchObject([
      { when: { start: "2024-01-18", end: "2024-01-18" } },
      { when: { start: "2024-01-16", end: "2024-01-17" } },
    ]);
    const [point, track] = ["wpt", "trkpt"].map(
      (name) => `<${name} lat="27" lon="62"><time>2024-01-18T00:00:00Z</time></${name}>`,
    );
    const gpx = await readFile(`<gpx>${point}<trk><trkseg>${track}${track}</trkseg></trk></gpx>`, "x.gpx");
    expect(gpx.features.map((feature) => feature.properties)).toMatchObject([
      { when: { start: "2024-01-18", end: "2024-01-18" } },
      { when: { start: "2024-01-18", end: "2024-01-18" } },
    ]);
  });

  it("takes no wrong place from what it cannot read, and says what it left out", async () => {
    const placemark = (shape: string) => `<Placemark>${shape}</Placemark>`;
    const ring = (text: string) => `<LinearRing><coordinates>${text}</coordinates></LinearRing>`;
    const hole = `<innerBoundaryIs>${ring("61,27 62,27 62,28 61,27")}</innerBoundaryIs>`;
    const file = [
      "<Point><coordinates>x,61,27</coordinates></Point>",
      "<LineString><coordinates>61, 27, 0 62, 28, 0</coordinates></LineString>",
      "<LineString><coordinates>61,27 x,28,29 63,29</coordinates></LineString>",
      "<LineString><coordinates>61,27, 62,28 63,29 64,30</coordinates></LineString>",
      `<Polygon><outerBoundaryIs>${ring("x")}</outerBoundaryIs>${hole}</Polygon>`,
      "<Model><Location><longitude>61</longitude><latitude>27</latitude></Location></Model>",
    ].map(placemark);
    const box = "<LatLonBox><north>28</north><south>27</south><east>62</east><west>61</west></LatLonBox>";
    const rest = `<GroundOverlay><Icon><href>https://elsewhere.example/a.png</href></Icon>${box}</GroundOverlay><NetworkLink/><ScreenOverlay/><PhotoOverlay/>`;
    const { features, report } = await readFile(`<kml><Document>${file.join("")}${rest}</Document></kml>`, "x.kml");
    expect(skippedOf(report)).toEqual({ "bad-geometry": [1, 5, 6], "network-link": [8], overlay: [9, 10] });
    expect(Object.fromEntries(report.notes)).toEqual({ "parts-left-out": [3, 4], "picture-left-out": [7] });
    expect(features.slice(0, 3).map(({ geometry }) => geometry)).toMatchObject([
      {
        coordinates: [
          [61, 27, 0],
          [62, 28, 0],
        ],
      },
      {
        coordinates: [
          [61, 27],
          [63, 29],
        ],
      },
      {
        coordinates: [
          [63, 29],
          [64, 30],
        ],
      },
    ]);
  });

  it("reads the names that HTML has for characters, and “&” as itself, as a browser shows them", async () => {
    const { features, report } = await readFile(corpus("kml-html-entities.kml"), "x.kml");
    expect(features.map(({ properties }) => properties.title.en)).toEqual(["Well\u00a0A — north", "B", "Salt & sand"]);
    const texts = features.map(({ properties }) => ("cells" in properties ? properties.cells.description : null));
    expect(texts).toEqual([
      "Café & tea, &unknown; <b>",
      "https://example.org/?a=1&b=2&nbsp;",
      "https://example.org/?a=1&b=2",
    ]);
    expect(report.notes.size).toBe(0);
    const beyond = "<gpx><wpt lat='27' lon='61'><name>&#1114112;&#x41;&LT;&hellip;</name></wpt></gpx>";
    expect((await readFile(beyond, "x.gpx")).features[0]?.properties.title.en).toBe("&#1114112;A<…");
  });

  it("refuses entities, endless nesting, cut-off text and other markup", async () => {
    const laughs = `<!DOCTYPE kml [<!ENTITY a "ha">${'<!ENTITY b "&a;&a;&a;">'}]><kml>&b;</kml>`;
    expect(await faultOf(laughs, "x.kml")).toBe("doctype");
    expect(await faultOf(`<kml>${"<Folder>".repeat(5000)}`, "x.kml")).toBe("too-deep");
    expect(await faultOf(KML.slice(0, 300), "x.kml")).toBe("not-xml");
    expect(await faultOf("<html><body>Not found</body></html>", "x.kml")).toBe("not-xml");
  });

  it("reads zipped KML and refuses bombs by what comes out, not by what they say", async () => {
    const zip = (files: Record<string, Uint8Array>) => zipSync(files) as BlobPart;
    expect((await readFile(zip({ "doc.kml": strToU8(KML) }), "x.kmz")).report.accepted).toBe(2);
    const two = zip({
      "files/more.kml": strToU8(KML),
      "doc.kml": strToU8("<kml><Placemark><name>First</name></Placemark></kml>"),
    });
    const { features } = await readFile(two, "x.kmz");
    expect(features.map(({ properties }) => properties.title.en)).toEqual(["First", "Post", "Way"]);
    const shadow = {
      "Map/doc.kml": strToU8(KML),
      "__MACOSX/Map/._doc.kml": strToU8("Mac OS X"),
      "Map/._a.kml": strToU8("x"),
    };
    const { report } = await readFile(zip(shadow), "x.kmz");
    expect([report.total, report.accepted]).toEqual([2, 2]);
    expect(await faultOf(zip({ "note.txt": strToU8("no map") }), "x.kmz")).toBe("zip-no-kml");
    expect(await faultOf(zip({ "doc.kml": new Uint8Array(20 * 1024 * 1024) }), "x.kmz")).toBe("zip-ratio");
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.zipEntries + 1 }, (_, at) => [`${at}.txt`, strToU8("x")]),
    );
    expect(await faultOf(zip(many), "x.kmz")).toBe("zip-entries");
    const broken = zipSync({ "doc.kml": strToU8(KML) }).slice(0, 120);
    expect(["zip-broken", "not-xml"]).toContain(await faultOf(broken as BlobPart, "x.kmz"));
  });
});

describe("FlatGeobuf and TopoJSON", () => {
  const collection = JSON.parse(collectionOf(point([62, 27], { name: "A" }), point([63, 26], { name: "B" })));

  it("reads what the libraries of the formats write", async () => {
    const bytes = serialize(collection as FeatureCollection) as BlobPart;
    const { features } = await readFile(bytes, "x.fgb");
    expect(features.map(({ properties }) => properties.title.en).sort()).toEqual(["A", "B"]);
    const topology = {
      type: "Topology",
      objects: { lines: { type: "LineString", arcs: [0], properties: { name: "L" } } },
      arcs: [
        [
          [61, 26],
          [62, 27],
        ],
      ],
    };
    const line = await readFile(JSON.stringify(topology), "x.topojson");
    expect(line.features[0]?.geometry).toEqual({ type: "LineString", coordinates: topology.arcs[0] });
  });

  it("refuses broken ones in words of their own", async () => {
    const bytes = serialize(collection as FeatureCollection);
    expect(await faultOf(bytes.slice(0, 60) as BlobPart, "x.fgb")).toBe("not-flatgeobuf");
    expect(await faultOf(bytes.slice(0, -20) as BlobPart, "x.fgb")).toBe("not-flatgeobuf");
    const faulty = { type: "Topology", objects: { a: { type: "LineString", arcs: [7] } }, arcs: [] };
    expect(skippedOf((await readFile(JSON.stringify(faulty), "x.json")).report)).toEqual({ "bad-geometry": [1] });
    expect(await faultOf('{"type":"Topology","objects":[],"arcs":{}}', "x.json")).toBe("not-topojson");
  });
});
