import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ImportError } from "../../../src/data/own/import-error";
import { LIMITS } from "../../../src/data/own/limits";
import { formatOf } from "../../../src/data/own/open";
import { reportOf, skippedOf } from "./read";

const MEGABYTE = 1024 * 1024;

/** What became of a file: the fault for which it was refused, or the rows skipped. */
const outcome = (content: BlobPart, name: string): Promise<unknown> =>
  reportOf(content, name).then(skippedOf, (error: unknown) => (error instanceof ImportError ? error.fault : error));

/** A blob that begins with `head` and says that it is so long. */
const sized = (head: string, size: number): Blob => Object.defineProperty(new Blob([head]), "size", { value: size });

const GEOJSON = '{"type":"FeatureCollection","features":[';
const point = (properties: unknown, coordinates: unknown = [62, 27]) =>
  JSON.stringify({ type: "Feature", geometry: { type: "Point", coordinates }, properties });
const collection = (...features: readonly string[]) => `${GEOJSON}${features.join(",")}]}`;
const kml = (content: string) => `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${content}</Document></kml>`;
const PLACEMARK = "<Placemark><name>A</name><Point><coordinates>62,27</coordinates></Point></Placemark>";

it("are those that the dialog states", () => {
  expect(LIMITS).toEqual({
    streamedBytes: 200 * MEGABYTE,
    streamedFeatures: 1_000_000,
    wholeBytes: 50 * MEGABYTE,
    wholeFeatures: 200_000,
    vertices: 2_000_000,
    zipBytes: 50 * MEGABYTE,
    zipRatio: 100,
    zipEntries: 200,
    nesting: 32,
    textBytes: 10 * 1024,
    keys: 200,
    silentMilliseconds: 15_000,
    totalMilliseconds: 120_000,
  });
});

describe("the size of a file", () => {
  it.each([
    ["x.csv", "lon,lat\n", 200],
    ["x.geojsonl", `${point({})}\n${point({})}\n`, 200],
    ["x.fgb", "fgb\u0003fgb\u0001", 200],
    ["x.geojson", GEOJSON, 50],
    ["x.topojson", '{"type":"Topology"', 50],
    ["x.kml", "<kml>", 50],
    ["x.gpx", "<gpx >", 50],
    ["x.kmz", "PK\u0003\u0004", 50],
  ])("%s: is looked at before the file is read", async (name, head, megabytes) => {
    await expect(formatOf(sized(head, megabytes * MEGABYTE), name)).resolves.toBeTruthy();
    await expect(formatOf(sized(head, megabytes * MEGABYTE + 1), name)).rejects.toMatchObject({ fault: "too-large" });
  });
});

describe("the number of rows", () => {
  const rows = (count: number) => `lon,lat\n${"62,27\n".repeat(count)}`;

  it("of a table: a million, and the next one is skipped for it", async () => {
    const report = await reportOf(rows(LIMITS.streamedFeatures + 1), "x.csv");
    expect([report.total, report.accepted]).toEqual([1_000_001, 1_000_000]);
    expect(skippedOf(report)).toEqual({ "too-many-features": [1_000_001] });
  });

  it("of a file that is read whole: two hundred thousand", async () => {
    const features = Array.from({ length: LIMITS.wholeFeatures + 1 }, () => point({}));
    expect(await outcome(collection(...features), "x.geojson")).toEqual({ "too-many-features": [200_001] });
    expect(await outcome(collection(...features.slice(1)), "x.geojson")).toEqual({});
  });

  it("of vertices: two million, in one shape or in several", async () => {
    const line = (count: number) => `{"type":"LineString","coordinates":[[62,27]${",[62,28]".repeat(count - 1)}]}`;
    const feature = (count: number) => `{"type":"Feature","properties":{},"geometry":${line(count)}}`;
    expect(await outcome(collection(feature(LIMITS.vertices)), "x.geojson")).toEqual({});
    expect(await outcome(collection(feature(LIMITS.vertices + 1)), "x.geojson")).toEqual({ "too-many-vertices": [1] });
    const two = collection(feature(LIMITS.vertices - 2), feature(3), feature(2), point({}));
    expect(await outcome(two, "x.geojson")).toEqual({ "too-many-vertices": [2] });
  });
});

describe("depth, length and number of values", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  it("JSON nests thirty-two deep", async () => {
    // The collection, its list, the feature and its properties are four.
    const file = (depth: number) =>
      collection(`{"type":"Feature","geometry":null,"properties":{"deep":${nested(depth - 4)}}}`);
    expect(await outcome(file(LIMITS.nesting), "x.geojson")).toEqual({});
    expect(await outcome(file(LIMITS.nesting + 1), "x.geojson")).toBe("too-deep");
  });

  it("XML nests thirty-two deep", async () => {
    // <kml>, <Document>, <Placemark>, <Point> and <coordinates> are five.
    const folders = LIMITS.nesting - 5;
    const file = (depth: number) => kml(`${"<Folder>".repeat(depth)}${PLACEMARK}${"</Folder>".repeat(depth)}`);
    expect(await outcome(file(folders), "x.kml")).toEqual({});
    expect(await outcome(file(folders + 1), "x.kml")).toBe("too-deep");
  });

  it.each([
    ["a", LIMITS.textBytes],
    ["چ", LIMITS.textBytes / 2],
    ["😀", LIMITS.textBytes / 4],
  ])("a text of “%s” has ten kilobytes", async (letter, most) => {
    const [fitting, longer] = [letter.repeat(most), `${letter.repeat(most)}b`];
    const file = (text: string) => collection(point({ note: text }));
    expect(await outcome(file(fitting), "x.geojson")).toEqual({});
    expect(await outcome(file(longer), "x.geojson")).toEqual({ "text-too-long": [1] });
    const table = (text: string) => `lon,lat,note\n62,27,${text}\n`;
    expect(await outcome(table(fitting), "x.csv")).toEqual({});
    expect(await outcome(table(longer), "x.csv")).toEqual({ "text-too-long": [1] });
    const described = (text: string) => kml(PLACEMARK.replace("</name>", `</name><description>${text}</description>`));
    expect(await outcome(described(fitting), "x.kml")).toEqual({});
    expect(await outcome(described(longer), "x.kml")).toEqual({ "text-too-long": [1] });
  });

  it("a row has two hundred columns", async () => {
    const named = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);
    const table = (count: number) => `lon,lat,${named(count - 2).join(",")}\n62,27\n`;
    expect(await outcome(table(LIMITS.keys), "x.csv")).toEqual({});
    expect(await outcome(table(LIMITS.keys + 1), "x.csv")).toBe("too-many-keys");
    const feature = (count: number) => collection(point(Object.fromEntries(named(count).map((key) => [key, 1]))));
    expect(await outcome(feature(LIMITS.keys), "x.geojson")).toEqual({});
    expect(await outcome(feature(LIMITS.keys + 1), "x.geojson")).toEqual({ "too-many-keys": [1] });
  });
});

describe("zipped KML", () => {
  const zip = (files: Record<string, Uint8Array>, level: 0 | 1 = 0) => zipSync(files, { level }) as BlobPart;

  it("has two hundred entries", async () => {
    const archive = (count: number) =>
      zip({
        "doc.kml": strToU8(kml(PLACEMARK)),
        ...Object.fromEntries(Array.from({ length: count - 1 }, (_, at) => [`${at}.txt`, strToU8("x")])),
      });
    expect(await outcome(archive(LIMITS.zipEntries), "x.kmz")).toEqual({});
    expect(await outcome(archive(LIMITS.zipEntries + 1), "x.kmz")).toBe("zip-entries");
  });

  it("inflates to fifty megabytes", async () => {
    const first = strToU8(kml(PLACEMARK));
    // Letters at random zip to well over a hundredth, so that the size decides and not the ratio.
    const noise = new Uint8Array(LIMITS.zipBytes + 1 - first.length);
    let seed = 1;
    for (let at = 0; at < noise.length; at += 64) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      noise[at] = seed >>> 16;
      noise[at + 1] = seed >>> 24;
    }
    const archive = (bytes: number) =>
      zip({ "doc.kml": first, "more.kml": noise.subarray(0, bytes - first.length) }, 1);
    expect(await outcome(archive(LIMITS.zipBytes), "x.kmz")).toEqual({ "broken-file": [2] });
    expect(await outcome(archive(LIMITS.zipBytes + 1), "x.kmz")).toBe("zip-too-large");
  });

  it("inflates to a hundred times its size", async () => {
    const text = strToU8(kml(PLACEMARK));
    const archive = (bytes: number) => {
      const whole = new Uint8Array(bytes).fill(32);
      whole.set(text);
      return zipSync(
        { "doc.kml": whole, "note.txt": [new Uint8Array(4096).map((_, at) => at * 7), { level: 0 }] },
        { level: 9 },
      );
    };
    // The archive hardly grows with what is put into it: its greatest content is found by halving.
    let [fitting, bursting] = [text.length, 4 * MEGABYTE];
    const isFitting = (bytes: number) => bytes <= archive(bytes).length * LIMITS.zipRatio;
    while (bursting - fitting > 1) {
      const middle = (fitting + bursting) >> 1;
      if (isFitting(middle)) fitting = middle;
      else bursting = middle;
    }
    expect(fitting).toBeGreaterThan(64 * 1024);
    expect(await outcome(archive(fitting) as BlobPart, "x.kmz")).toEqual({});
    expect(await outcome(archive(bursting) as BlobPart, "x.kmz")).toBe("zip-ratio");
  });
});
