import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bundle } from "../../../src/data/export/bundle";
import { csv } from "../../../src/data/export/csv";
import type { ExportItem } from "../../../src/data/export/export-set";
import { EXPORT_FORMATS } from "../../../src/data/export/formats";
import { geojson } from "../../../src/data/export/geojson";
import { bytesOf, provenance, register, shipped, textOf, texts } from "./export-fixtures";

const options = { hasByteOrderMark: false };
const of = (...layers: string[]): readonly ExportItem[] => shipped.filter(({ layer }) => layers.includes(layer.id));

describe("what the reader is handed", () => {
  it("is one file, named by version, day and scope, when one holds it all", () => {
    const { name, chunks } = bundle({
      items: of("strikes"),
      sources: register,
      provenance,
      texts,
      format: geojson,
      options,
    });
    expect(name).toBe("sarhad-1.0.0-2026-11-26-filtered.geojson");
    expect(JSON.parse(textOf(chunks)).features).toHaveLength(of("strikes").length);
  });

  it("is a zip with the line under the ODbL in a file of its own, and a note", () => {
    const items = of("border", "strikes");
    const { name, mediaType, chunks } = bundle({
      items,
      sources: register,
      provenance,
      texts,
      format: geojson,
      options,
    });
    expect([name, mediaType]).toEqual(["sarhad-1.0.0-2026-11-26-filtered-geojson.zip", "application/zip"]);
    const files = unzipSync(bytesOf(chunks));
    expect(Object.keys(files).sort()).toEqual([
      "about.txt",
      "sarhad-1.0.0-2026-11-26-filtered-CC-BY-4.0.geojson",
      "sarhad-1.0.0-2026-11-26-filtered-ODbL-1.0.geojson",
    ]);
    const read = (licence: string) =>
      JSON.parse(strFromU8(files[`sarhad-1.0.0-2026-11-26-filtered-${licence}.geojson`] ?? new Uint8Array()));
    expect(read("ODbL-1.0").origin).toMatchObject({
      licence: "ODbL-1.0",
      licenceUrl: "https://opendatacommons.org/licenses/odbl/1-0/",
      attribution: ["© OpenStreetMap contributors"],
      layers: ["border"],
    });
    expect(read("ODbL-1.0").features).toHaveLength(of("border").length);
    expect(read("CC-BY-4.0").origin.layers).toEqual(["strikes"]);
    const note = strFromU8(files["about.txt"] ?? new Uint8Array());
    for (const part of ["CC-BY-4.0", "ODbL-1.0", "1.0.0", "2026-11-26", provenance.link, provenance.boundaryNote]) {
      expect(note).toContain(part);
    }
  });

  it("has the sources of a table beside it", () => {
    const { chunks } = bundle({ items: of("strikes"), sources: register, provenance, texts, format: csv, options });
    expect(Object.keys(unzipSync(bytesOf(chunks))).sort()).toEqual([
      "about.txt",
      "sarhad-1.0.0-2026-11-26-filtered-sources.csv",
      "sarhad-1.0.0-2026-11-26-filtered.csv",
    ]);
  });

  it("begins its tables with a byte order mark only when asked", () => {
    for (const hasByteOrderMark of [true, false]) {
      const { chunks } = bundle({
        items: of("strikes"),
        sources: register,
        provenance,
        texts,
        format: csv,
        options: { hasByteOrderMark },
      });
      for (const [name, bytes] of Object.entries(unzipSync(bytesOf(chunks)))) {
        const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
        expect(isMarked).toBe(hasByteOrderMark && name.endsWith(".csv"));
      }
    }
  });

  it("says licence, version, day and link in every format", () => {
    for (const format of EXPORT_FORMATS) {
      const files = format.write(
        { items: of("border"), sources: register, provenance, texts, licence: "ODbL-1.0" },
        options,
      );
      const text = Buffer.from(bytesOf(files[0]?.chunks)).toString("utf8").replaceAll("&amp;", "&");
      for (const part of ["odbl", "1.0.0", "2026-11-26", provenance.link]) {
        expect(text.toLowerCase(), format.id).toContain(part.toLowerCase());
      }
    }
  });
});
