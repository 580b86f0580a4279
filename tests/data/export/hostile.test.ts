import { gpx as readGpx, kml as readKml } from "@tmcw/togeojson";
import fc from "fast-check";
import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csv } from "../../../src/data/export/csv";
import type { ExportFormat } from "../../../src/data/export/export-set";
import { flatgeobuf } from "../../../src/data/export/flatgeobuf";
import { guarded, unguarded } from "../../../src/data/export/formula-guard";
import { geojson } from "../../../src/data/export/geojson";
import { gpx } from "../../../src/data/export/gpx";
import { kml } from "../../../src/data/export/kml";
import { bytesOf, HOSTILE, parseXml, setOf, textOf, townCalled } from "./export-fixtures";

/** A town with `text` in its name, its summary and its place, as `format` writes it. */
const chunksOf = (format: ExportFormat, text: string) =>
  format.write(setOf([townCalled({ name: text, summary: text, place: text })]), { hasByteOrderMark: false })[0]?.chunks;

/** The text that is left when what XML 1.0 cannot carry is left out. */
function legalInXml(text: string): string {
  let legal = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isControl = code < 0x20 && ![9, 10, 13].includes(code);
    if (!isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff) legal += character;
  }
  return legal;
}

/** Text as a reader of UTF-8 gets it: half a surrogate pair is no character. */
const legalInUtf8 = (text: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));

const texts = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", minLength: 1, maxLength: 40 }));

const everyText = (check: (text: string) => void | Promise<void>) =>
  fc.assert(
    fc.asyncProperty(texts, async (text) => check(text)),
    {
      numRuns: 150,
      examples: HOSTILE.map((text): [string] => [text]),
    },
  );

describe("a text in any field", () => {
  it("comes back from GeoJSON as it was", () =>
    everyText((text) => {
      const { features } = JSON.parse(textOf(chunksOf(geojson, text))) as FeatureCollection;
      expect(features[0]?.properties).toMatchObject({
        name: text,
        title: { en: text, ur: text },
        where: { place: text },
      });
    }));

  it("comes back from CSV as it was, and begins no formula on the way", () =>
    everyText((text) => {
      const bytes = bytesOf(chunksOf(csv, text));
      const { data, errors } = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      expect(data).toHaveLength(1);
      for (const column of ["name", "name_ur", "summary", "place"]) {
        const cell = data[0]?.[column] ?? "";
        expect(unguarded(cell)).toBe(legalInUtf8(text));
        if (/^[=@\t\r]/.test(text)) expect(cell).toBe(`'${legalInUtf8(text)}`);
      }
      expect(Number(data[0]?.lon)).toBeGreaterThan(0);
    }));

  it("leaves KML well-formed and comes back without what XML cannot carry", () =>
    everyText((text) => {
      const document = parseXml(textOf(chunksOf(kml, text)));
      const placemark = document.getElementsByTagName("Placemark")[0];
      expect(placemark?.getElementsByTagName("name")[0]?.textContent ?? "").toBe(legalInXml(text));
      expect(placemark?.getElementsByTagName("description")[0]?.textContent ?? "").toBe(legalInXml(text));
      expect(readKml(document as unknown as Document).features).toHaveLength(1);
    }));

  it("leaves GPX well-formed and comes back without what XML cannot carry", () =>
    everyText((text) => {
      const document = parseXml(textOf(chunksOf(gpx, text)));
      const waypoint = document.getElementsByTagName("wpt")[0];
      expect(waypoint?.getElementsByTagName("name")[0]?.textContent ?? "").toBe(legalInXml(text));
      expect(readGpx(document as unknown as Document).features).toHaveLength(1);
    }));

  it("comes back from FlatGeobuf as it was", () =>
    everyText(async (text) => {
      const found: (Readonly<Record<string, unknown>> | null)[] = [];
      for await (const { properties } of deserialize(bytesOf(chunksOf(flatgeobuf, text)))) found.push(properties);
      expect(found).toHaveLength(1);
      // The parser's own decoder takes a byte order mark at the beginning of a text for one.
      const read = (name: string) => legalInUtf8(text).replace(/^\ufeff/, "") === found[0]?.[name];
      expect(["name", "name_ur", "summary", "place"].every(read)).toBe(true);
    }));
});

describe("the guard against formulas", () => {
  it.each([
    ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
    ["+1+1", "'+1+1"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["'=1", "''=1"],
    ["＝1", "'＝1"],
    ["-1", "-1"],
    ["-61.5954", "-61.5954"],
    ["+92300123", "+92300123"],
    ["Gwadar", "Gwadar"],
    ["'Ain", "'Ain"],
  ])("makes %j %j", (text, wanted) => {
    expect(guarded(text)).toBe(wanted);
    expect(unguarded(wanted)).toBe(text);
  });

  it("can always be taken back", () => {
    fc.assert(fc.property(texts, (text) => unguarded(guarded(text)) === text));
  });
});
