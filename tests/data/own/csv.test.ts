import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportError } from "../../../src/data/own/import-error";
import { startImport } from "../../../src/data/own/import-job";
import { suggestMapping } from "../../../src/data/own/mapping";
import { inProcessImportWorker } from "./in-process-worker";
import { readFile, skippedCount, skippedOf } from "./read";

const spectrum = dirname(createRequire(import.meta.url).resolve("csv-spectrum"));
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../fixtures/own", name));
const rows = (...lines: string[]) => `lon,lat,name\n${lines.join("\n")}\n`;

describe("tables of the csv-spectrum collection", () => {
  const names = [
    "comma_in_quotes",
    "escaped_quotes",
    "json",
    "newlines",
    "newlines_crlf",
    "quotes_and_newlines",
    "simple",
    "simple_crlf",
    "utf8",
    "empty",
    "empty_crlf",
  ];
  it.each(names)("%s: every cell is what the collection says", async (name) => {
    const text = readFileSync(join(spectrum, "csvs", `${name}.csv`), "utf8");
    const expected: Record<string, string>[] = JSON.parse(readFileSync(join(spectrum, "json", `${name}.json`), "utf8"));
    const { fields, sample } = await startImport(inProcessImportWorker()).open(new Blob([text]), `${name}.csv`);
    const read = sample.map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at]])));
    expect(read).toEqual(expected);
  });

  it("location_coordinates: skips what has no number, with a reason for each row", async () => {
    const text = readFileSync(join(spectrum, "csvs", "location_coordinates.csv"), "utf8");
    const { report, preview } = await readFile(text, "location_coordinates.csv", { mapping: { lng: 0, lat: 1 } });
    expect(preview.fields.length).toBeGreaterThan(0);
    expect(report.accepted + skippedCount(report)).toBe(report.total);
  });
});

describe("conflict-event tables", () => {
  it("knows UCDP GED by its columns and turns its codes into precision classes", async () => {
    const { preview, features, report } = await readFile(fixture("ucdp-ged.csv"), "ucdp-ged.csv");
    expect(preview.suggested.table).toBe("ucdp");
    expect(report).toMatchObject({ total: 4, accepted: 4 });
    expect(features.map(({ properties }) => "where" in properties && properties.where?.precision)).toEqual([
      "settlement",
      "district",
      "province",
      "country",
    ]);
    expect(features.map(({ properties }) => "when" in properties && properties.when)).toEqual([
      { start: "2021-03-04", end: "2021-03-04", precision: "day" },
      { start: "2021-03-08", end: "2021-03-14", precision: "week" },
      { start: "2021-04-01", end: "2021-04-30", precision: "month" },
      { start: "2021-01-01", end: "2021-12-31", precision: "year" },
    ]);
    expect(features[1]?.properties).toMatchObject({ where: { uncertaintyRadiusM: 25_000 } });
  });

  /** The headings of whole releases: the 49 columns of UCDP GED and the 31 of an ACLED export. */
  const GED =
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";
  const ACLED =
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";

  it.each([
    [
      "ucdp",
      GED,
      {
        lng: "longitude",
        lat: "latitude",
        title: "where_coordinates",
        category: "type_of_violence",
        date: "date_start",
        endDate: "date_end",
        wherePrecision: "where_prec",
        whenPrecision: "date_prec",
      },
    ],
    [
      "acled",
      ACLED,
      {
        lng: "longitude",
        lat: "latitude",
        title: "location",
        category: "event_type",
        date: "event_date",
        wherePrecision: "geo_precision",
        whenPrecision: "time_precision",
      },
    ],
  ] as const)("knows the %s table by the headings of a whole release, in capitals too", (table, header, wanted) => {
    for (const written of [header, header.toUpperCase()]) {
      const fields = written.split(",");
      const suggested = suggestMapping(fields);
      expect(suggested.table).toBe(table);
      for (const [part, name] of Object.entries(wanted)) {
        const at = suggested[part as keyof typeof wanted];
        expect(fields[at ?? -1]?.toLowerCase(), part).toBe(name);
      }
    }
  });

  it("knows ACLED by its columns, its day names and its codes", async () => {
    const { preview, features } = await readFile(fixture("acled.csv"), "acled.csv");
    expect(preview.suggested.table).toBe("acled");
    expect(features.map(({ properties }) => "where" in properties && properties.where?.precision)).toEqual([
      "settlement",
      "district",
      "province",
    ]);
    expect(features.map(({ properties }) => "when" in properties && properties.when)).toEqual([
      { start: "2021-03-04", end: "2021-03-04", precision: "day" },
      { start: "2021-03-05", end: "2021-03-11", precision: "week" },
      { start: "2021-02-01", end: "2021-02-28", precision: "month" },
    ]);
  });
});

describe("any other table", () => {
  it("keeps every cell as it came, also digits with zeros before them and long numbers", async () => {
    const { features } = await readFile("lon,lat,code,code\n62,27,007,12345678901234567890\n", "x.csv");
    expect(features[0]?.properties).toMatchObject({
      cells: { lon: "62", lat: "27", code: "007", "code (2)": "12345678901234567890" },
    });
  });

  it("says for each row it cannot take why, by its number", async () => {
    const text = rows(
      "62,27,one",
      ",27,two",
      "east,27,three",
      "62,95,four",
      "62,27,five,six",
      "1e999,27,six",
      "62,27,seven",
      "62,27",
    );
    const { report, features } = await readFile(text, "x.csv");
    expect(skippedOf(report)).toEqual({
      "no-position": [2],
      "not-a-number": [3],
      "too-many-cells": [5],
      "not-finite": [6],
      "out-of-range": [4],
    });
    expect(report.total).toBe(8);
    expect(features.map(({ id }) => id)).toEqual(["1", "7", "8"]);
    expect(features[2]?.properties.title.en).toBe("#8");
  });

  it("reads Persian digits, semicolons, tabs and well-known text", async () => {
    const persian = await readFile("lon;lat\n۶۲٫۵;۲۷\n", "x.csv");
    expect(persian.features[0]?.geometry).toEqual({ type: "Point", coordinates: [62.5, 27] });
    const tabs = await readFile(
      "name\twkt\nroute\tLINESTRING (60 25, 61 26)\nspot\tPOINT (60 25)\nbad\tPOINT (60\n",
      "x.tsv",
    );
    expect(tabs.features.map(({ geometry }) => geometry?.type)).toEqual(["LineString", "Point"]);
    expect(skippedOf(tabs.report)).toEqual({ "bad-geometry": [3] });
  });

  it("asks for the order of day and month and notes the dates it did not read", async () => {
    const text = "lon,lat,date\n62,27,03/04/2024\n62,28,25/12/2023\n62,29,soon\n";
    const asked = await readFile(text, "x.csv");
    expect(asked.findings.numberedDates).toBe(1);
    expect(Object.fromEntries(asked.report.notes)).toEqual({ "date-unread": [1, 3] });
    const { features } = await readFile(text, "x.csv", { mapping: { dayOrder: "dmy" } });
    expect(features[0]?.properties).toMatchObject({ when: { start: "2024-04-03" } });
  });

  it("refuses what is not text, in words of its own", async () => {
    const faultOf = (content: BlobPart, name = "x.csv") =>
      readFile(content, name).then(
        () => "read",
        (error: unknown) => (error instanceof ImportError ? error.fault : `uncaught ${error}`),
      );
    expect(await faultOf(new Uint8Array([0xff, 0xfe, 0x6c, 0]))).toBe("utf16");
    expect(await faultOf(new Uint8Array([0x6c, 0, 0x6f, 0, 0x6e, 0]))).toBe("utf16");
    expect(await faultOf(new Uint8Array([0x6c, 0x6f, 0x6e, 0x2c, 0xe9, 0x0a, 0x31]))).toBe("not-utf8");
    expect(await faultOf("")).toBe("empty");
    expect(await faultOf("lon,lat,__proto__\n1,2,3\n")).toBe("forbidden-key");
    expect(await faultOf(`lon,lat,${"x,".repeat(300)}\n1,2\n`)).toBe("too-many-keys");
    expect(await faultOf(`\ufefflon,lat\n62,27\n`)).toBe("read");
  });

  it("gives a forgotten quote one row and reads on", async () => {
    const { report, features } = await readFile(rows('62,27,"open', "62,28,next", "62,29,last"), "x.csv");
    expect(report.total).toBe(3);
    expect(skippedOf(report)["broken-quote"]).toEqual([1]);
    expect(features.map(({ properties }) => properties.title.en)).toEqual(["next", "last"]);
  });

  it("loses no row silently, whatever the cells hold", async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.constantFrom("62", "27.5", "NaN", "1e999", '"', "=1+1", "\u202e"),
    );
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }), async (table) => {
        const lines = table.map((row) => row.map(quoted).join(","));
        const { report, features } = await readFile(`lon,lat,name\n${lines.join("\n")}\n`, "x.csv");
        expect(report.total).toBe(table.length);
        expect(report.accepted + skippedCount(report)).toBe(table.length);
        for (const { id, properties } of features) {
          const source = table[Number(id) - 1];
          expect(Object.values((properties as { cells: object }).cells)).toEqual(source);
        }
      }),
      { numRuns: 60 },
    );
  });
});
