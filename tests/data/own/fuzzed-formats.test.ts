import fc from "fast-check";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import { afterEach, describe, expect, it } from "vitest";
import { ImportError } from "../../../src/data/own/import-error";
import { readFile, reportOf, skippedCount } from "./read";

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

/** What became of a file; null when it was refused as a whole, in words of our own. Anything else is thrown. */
async function outcome(content: BlobPart, name: string) {
  try {
    return (await readFile(content, name)).report;
  } catch (error) {
    // “broken” is what a reader says of an error that it did not expect.
    if (error instanceof ImportError && error.fault !== "broken") return null;
    throw error;
  }
}

const expectOurs = async (content: BlobPart, name: string): Promise<void> => {
  await outcome(content, name);
};

/** Expects every one of `count` rows to have been taken, or skipped for a reason. */
async function expectAll(content: BlobPart, name: string, count: number): Promise<void> {
  const report = await outcome(content, name);
  if (count === 0) expect(report).toBeNull();
  else {
    expect(report?.total).toBe(count);
    expect(report && report.accepted + skippedCount(report)).toBe(count);
  }
}

/** `text` with a piece taken out, doubled or put in: what happens to files on their way. */
const damaged = (text: string) =>
  fc
    .record({
      from: fc.nat(text.length),
      length: fc.nat(40),
      put: fc.constantFrom(
        "",
        "<",
        ">",
        "&",
        "&nbsp;",
        "&#x110000;",
        "&__proto__;",
        "&toString;",
        "</",
        "<!--",
        "]]>",
        "\u0000",
        "1e999",
        '"',
        "\ud83d",
        "{",
        "]",
        "\n",
      ),
    })
    .map(({ from, length, put }) => text.slice(0, from) + put + text.slice(from + length));

const name = fc.constantFrom(
  "name",
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "a b",
  "چاه",
);
const coordinate = fc.oneof(
  fc.double({ min: -200, max: 200, noNaN: true }).map(String),
  fc.constantFrom("", "x", "NaN", "1e999", "-0", "62,5", " 27 ", "۶۲"),
);
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const words = fc.string({ maxLength: 12 }).map(escaped);

describe("KML", () => {
  const position = fc.tuple(coordinate, coordinate).map((pair) => pair.join(","));
  const positions = fc.array(position, { maxLength: 5 }).map((all) => all.join(" "));
  const shape = fc.oneof(
    position.map((at) => `<Point><coordinates>${at}</coordinates></Point>`),
    positions.map((all) => `<LineString><coordinates>${all}</coordinates></LineString>`),
    positions.map(
      (all) =>
        `<Polygon><outerBoundaryIs><LinearRing><coordinates>${all}</coordinates></LinearRing></outerBoundaryIs></Polygon>`,
    ),
    fc.constantFrom("", "<Model/>", "<MultiGeometry/>", "<gx:Track/>"),
  );
  const data = fc.tuple(name, words).map(([key, value]) => `<Data name="${key}"><value>${value}</value></Data>`);
  const placemark = fc
    .tuple(words, shape, fc.array(data, { maxLength: 3 }))
    .map(
      ([title, at, all]) =>
        `<Placemark><name>${title}</name>${at}<ExtendedData>${all.join("")}</ExtendedData></Placemark>`,
    );
  const file = (all: readonly string[]) =>
    `<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${all.join("")}</Document></kml>`;

  it("takes or refuses every placemark, whatever is in it", () =>
    fc.assert(
      fc.asyncProperty(fc.array(placemark, { maxLength: 8 }), (all) => expectAll(file(all), "x.kml", all.length)),
    ));

  it("keeps every point of a track that has a position, with its time, and tells of the others", () => {
    const point = fc.record({ place: fc.option(fc.tuple(fc.nat(170), fc.nat(80))), minute: fc.nat(59) });
    return fc.assert(
      fc.asyncProperty(fc.array(point, { minLength: 2, maxLength: 9 }), async (points) => {
        const times = points.map(({ minute }) => `2024-01-16T10:${String(minute).padStart(2, "0")}:00Z`);
        const placed = points.flatMap(({ place }, at) => (place ? [{ place, time: times[at] }] : []));
        const coords = points.map(({ place }) => `<gx:coord>${place ? `${place.join(" ")} 0` : ""}</gx:coord>`);
        const whens = times.map((time) => `<when>${time}</when>`);
        const text = file([`<Placemark><gx:Track>${whens.join("")}${coords.join("")}</gx:Track></Placemark>`]);
        const { features, report } = await readFile(text, "x.kml");
        if (placed.length === 0) {
          expect([...report.skipped.keys()]).toEqual(["bad-geometry"]);
          return;
        }
        expect(report.notes.has("parts-left-out")).toBe(placed.length < points.length);
        const { geometry, properties } = features[0] ?? {};
        const all = placed.map(({ place }) => [...place, 0]);
        if (all.length > 1) expect(geometry).toEqual({ type: "LineString", coordinates: all });
        else expect((geometry as { coordinates: number[] }).coordinates.slice(0, 2)).toEqual(all[0]?.slice(0, 2));
        expect(properties).toMatchObject({
          cells: { coordinateProperties: { times: placed.map(({ time }) => time) } },
        });
      }),
    );
  });

  it("refuses damaged files in words of its own", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(placemark, { minLength: 1, maxLength: 3 }).chain((all) => damaged(file(all))),
        (text) => expectOurs(text, "x.kml"),
      ),
    ));
});

describe("GPX", () => {
  const at = (element: string) =>
    fc
      .tuple(coordinate, coordinate, words)
      .map(([lat, lon, title]) => `<${element} lat="${lat}" lon="${lon}"><name>${title}</name></${element}>`);
  const points = (element: string) => fc.array(at(element), { maxLength: 4 }).map((all) => all.join(""));
  const part = fc.oneof(
    at("wpt"),
    points("rtept").map((all) => `<rte>${all}</rte>`),
    fc
      .array(points("trkpt"), { maxLength: 3 })
      .map((all) => `<trk>${all.map((one) => `<trkseg>${one}</trkseg>`).join("")}</trk>`),
    fc
      .tuple(at("wpt"), words)
      // A function: in a plain replacement “$&” would mean what it replaces.
      .map(([point, text]) => point.replace("</wpt>", () => `<x:__proto__>${text}</x:__proto__></wpt>`)),
  );
  const file = (all: readonly string[]) =>
    `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:x="https://example.org/x">${all.join("")}</gpx>`;

  it("takes or refuses every point, route and track, whatever is in it", () =>
    fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 8 }), (all) => expectAll(file(all), "x.gpx", all.length))));

  it("refuses damaged files in words of its own", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 3 }).chain((all) => damaged(file(all))),
        (text) => expectOurs(text, "x.gpx"),
      ),
    ));
});

describe("TopoJSON", () => {
  const number = fc.oneof(fc.double({ min: -200, max: 200, noNaN: true }), fc.constantFrom(0, 1e300));
  const arcs = fc.array(fc.array(fc.tuple(number, number), { maxLength: 4 }), { maxLength: 4 });
  const reference = fc.integer({ min: -6, max: 6 });
  const geometry = fc.record({
    type: fc.constantFrom("Point", "LineString", "Polygon", "MultiPolygon", "GeometryCollection", "Circle"),
    arcs: fc.oneof(fc.array(reference), fc.array(fc.array(reference)), fc.jsonValue({ maxDepth: 2 })),
    coordinates: fc.oneof(fc.tuple(number, number), fc.jsonValue({ maxDepth: 1 })),
    properties: fc.dictionary(name, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
  });
  const topology = fc.record({
    arcs,
    geometries: fc.array(fc.oneof(geometry, fc.jsonValue({ maxDepth: 2 })), { maxLength: 6 }),
  });
  const file = ({ arcs: all, geometries }: { readonly arcs: unknown; readonly geometries: unknown }) =>
    JSON.stringify({ type: "Topology", objects: { all: { type: "GeometryCollection", geometries } }, arcs: all });

  it("takes or refuses every geometry, whatever it names", () =>
    fc.assert(fc.asyncProperty(topology, (whole) => expectAll(file(whole), "x.topojson", whole.geometries.length))));

  it("refuses damaged files in words of its own", () =>
    fc.assert(
      fc.asyncProperty(
        topology.chain((whole) => damaged(file(whole))),
        (text) => expectOurs(text, "x.topojson"),
      ),
    ));

  it("unfolds no shape that names a long line too often", async () => {
    const arc = Array.from({ length: 1000 }, (_, at) => [50 + at / 100, 27]);
    const line = { type: "LineString", arcs: [0] };
    const bomb = { type: "MultiLineString", arcs: Array.from({ length: 2000 }, () => [0]) };
    const report = await reportOf(file({ arcs: [arc], geometries: [line, bomb, line] }), "x.topojson");
    expect([report.total, report.accepted]).toEqual([3, 2]);
    expect(report.skipped.get("too-many-vertices")).toEqual([2]);
  });
});

describe("FlatGeobuf", () => {
  const value = fc.oneof(fc.string({ maxLength: 8 }), fc.double(), fc.boolean(), fc.constant(null));
  const feature = fc
    .record({
      lng: fc.double(),
      lat: fc.double(),
      properties: fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true }),
    })
    .map(({ lng, lat, properties }) => ({
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: [lng, lat] },
      properties,
    }));
  const features = fc.array(feature, { minLength: 1, maxLength: 6 });
  /** What the library writes; null for what it cannot. */
  const bytesOf = (all: FeatureCollection["features"]): Uint8Array | null => {
    try {
      return serialize({ type: "FeatureCollection", features: all });
    } catch {
      return null;
    }
  };

  it("takes or refuses every feature, whatever is in it", () =>
    fc.assert(
      fc.asyncProperty(features, async (all) => {
        const bytes = bytesOf(all);
        fc.pre(bytes !== null);
        const report = await outcome(bytes as BlobPart, "x.fgb");
        if (report) expect(report.accepted + skippedCount(report)).toBe(all.length);
      }),
    ));

  it("refuses damaged files in words of its own", () =>
    fc.assert(
      fc.asyncProperty(
        features,
        fc.array(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.boolean(),
        async (all, changes, isCut) => {
          const bytes = bytesOf(all);
          fc.pre(bytes !== null);
          const changed = (bytes as Uint8Array).slice();
          for (const { share, byte } of changes) changed[Math.floor(share * (changed.length - 1))] = byte;
          await outcome(changed.slice(0, isCut ? changed.length - 7 : undefined) as BlobPart, "x.fgb");
        },
      ),
    ));

  it("refuses a column whose name objects do not keep", async () => {
    const properties = Object.defineProperty({ name: "A" }, "__proto__", { value: "x", enumerable: true });
    const bytes = bytesOf([{ type: "Feature", geometry: { type: "Point", coordinates: [62, 27] }, properties }]);
    const refusal = readFile(bytes as BlobPart, "x.fgb");
    await expect(refusal).rejects.toMatchObject({ fault: "forbidden-key", detail: "__proto__" });
  });
});
