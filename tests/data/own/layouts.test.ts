import { describe, expect, it } from "vitest";
import { ImportError } from "../../../src/data/own/import-error";
import { startImport } from "../../../src/data/own/import-job";
import { inProcessImportWorker } from "./in-process-worker";
import { readFile } from "./read";

const POINT = { type: "Point", coordinates: [61.5, 27.5] };
const whenOf = ({ properties }: { readonly properties: object }) => ("when" in properties ? properties.when : null);

describe("tables as programs write them", () => {
  it.each([
    ["a delimiter told in the first line", "sep=;\r\nname;lat;lon\r\nA;27,5;61,5\r\n"],
    ["a title and a blank line above the heading", "Exported 2024\n\nname,lat,lon\nA,27.5,61.5\n"],
    ["a title with the empty cells of a spreadsheet", "Exported 2024,,\n,,\nname,lat,lon\nA,27.5,61.5\n"],
    ["remarks above the heading", "# source: x\n# terms: y, z\nname,lat,lon\nA,27.5,61.5\n"],
    ["a row of tags under the heading", "Name,Latitude,Longitude\n#event,#geo+lat,#geo+lon\nA,27.5,61.5\n"],
    ["a heading that begins with a number sign", "#,name,lat,lon\n1,A,27.5,61.5\n"],
    [
      "commas inside the cells of a table divided otherwise",
      "name;lat;lon;remark\nA;27,5;61,5;one, two, three, four, five\n",
    ],
    ["a byte order mark", "\ufeffX,Y,name\n61.5,27.5,A\n"],
  ])("%s", async (_, text) => {
    const { features, report } = await readFile(text, "x.csv");
    expect(report).toMatchObject({ total: 1, accepted: 1 });
    expect(features[0]?.geometry).toEqual(POINT);
    expect(features[0]?.properties.title.en).toBe("A");
  });

  it("say how many lines above their heading are not read", async () => {
    const { preview } = await readFile("Exported 2024\nby hand\nname,lat,lon\nA,27.5,61.5\n", "x.csv");
    expect(preview.above).toBe(2);
    expect((await readFile("name,lat,lon\nA,27.5,61.5\n", "x.csv")).preview.above).toBe(0);
  });

  it("without a heading number their columns and lose no row", async () => {
    const text = "1\tZahedan\t29.4963\t60.8629\n2\tTaftan\t28.6\t61.13\n";
    const { preview, features } = await readFile(text, "x.txt", { mapping: { title: 1, lat: 2, lng: 3 } });
    expect(preview.fields).toEqual(["(1)", "(2)", "(3)", "(4)"]);
    expect(preview.sample).toHaveLength(2);
    expect(features.map(({ properties }) => properties.title.en)).toEqual(["Zahedan", "Taftan"]);
  });

  it("with a column for year, month and day have the date of all three, as far as they are known", async () => {
    const text =
      "eventid,iyear,imonth,iday,latitude,longitude\n1,2019,2,13,27.5,61.5\n2,2019,5,0,27.5,61.5\n3,2019,0,0,27.5,61.5\n";
    const { features } = await readFile(text, "x.csv");
    expect(features.map(whenOf)).toEqual([
      { start: "2019-02-13", end: "2019-02-13", precision: "day" },
      { start: "2019-05-01", end: "2019-05-31", precision: "month" },
      { start: "2019-01-01", end: "2019-12-31", precision: "year" },
    ]);
  });
});

describe("rows that are the same", () => {
  it("are so only when every column is: events of one place and day are not", async () => {
    const text =
      "id,name,date,lon,lat\n1,Zahedan,2024-01-16,61.5,27.5\n2,Zahedan,2024-01-16,61.5,27.5\n1,Zahedan,2024-01-16,61.5,27.5\n";
    const { findings } = await readFile(text, "x.csv");
    expect(findings.duplicates).toBe(1);
  });
});

describe("files in another encoding than UTF-8", () => {
  /** “زاهدان,27.5,61.5” in Windows-1256, by its code page: ز D2, ا C7, ه E5, د CF, ن E4. */
  const windows1256 = new Blob([
    "name,lat,lon\n",
    new Uint8Array([0xd2, 0xc7, 0xe5, 0xcf, 0xc7, 0xe4]),
    ",27.5,61.5\n",
  ]);
  const utf16 = (isBig: boolean) => {
    const text = "\ufeffname\tlat\tlon\r\nزاهدان\t27.5\t61.5\r\n";
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
    return new Blob([view]);
  };

  it.each([
    ["windows-1256", "not-utf8", windows1256],
    ["utf-16le", "utf16", utf16(false)],
    ["utf-16be", "utf16", utf16(true)],
  ] as const)("%s: refused at first, read when the reader says so", async (encoding, fault, blob) => {
    const refusal = await startImport(inProcessImportWorker())
      .open(blob, "x.csv")
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImportError);
    expect((refusal as ImportError).fault).toBe(fault);
    const preview = await startImport(inProcessImportWorker()).open(blob, "x.csv", encoding);
    expect(preview.sample).toEqual([["زاهدان", "27.5", "61.5"]]);
  });

  it("are refused again where they are not in the one that was chosen", async () => {
    const lone = new Blob([new Uint8Array([0x00, 0xd8, 0x41, 0x00])]);
    const refusal = await startImport(inProcessImportWorker())
      .open(lone, "x.csv", "utf-16le")
      .catch((error: unknown) => error);
    expect((refusal as ImportError).fault).toBe("not-encoding");
  });

  it("are read where XML declares it", async () => {
    const kml = new Blob([
      '<?xml version="1.0" encoding="windows-1256"?><kml><Placemark><name>',
      new Uint8Array([0xd2, 0xc7, 0xe5, 0xcf, 0xc7, 0xe4]),
      "</name><Point><coordinates>61.5,27.5</coordinates></Point></Placemark></kml>",
    ]);
    const { features } = await readFile(kml, "x.kml");
    expect(features[0]?.properties.title.en).toBe("زاهدان");
  });

  it("are not taken for text in UTF-16 where they are no text at all", async () => {
    const binary = new Blob([new Uint8Array(400)]);
    const refusal = await readFile(binary, "x.kmz").catch((error: unknown) => error);
    expect((refusal as ImportError).fault).toBe("zip-broken");
  });
});
