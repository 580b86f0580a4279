import { Readable, Writable } from "node:stream";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { enrichStream } from "../../src/cli/csv/enrich-stream";
import { createEnricher } from "../../src/cli/enricher";
import type { NamedPlace } from "../../src/cli/ground";
import { Ground } from "../../src/geo/ground";
import { bestFoot, nearestExact } from "../../src/geo/nearest-exact";
import { packLines } from "../../src/geo/packed";
import { freshFolder, runSarhad } from "./run-sarhad";

const port: NamedPlace = {
  id: "port-gwadar",
  key: "ports/port-gwadar",
  group: "ports",
  title: "Gwadar",
  position: [62.3254, 25.1264],
  radiusMeters: 0,
};

const ground = new Ground();
ground.load({
  lines: [
    {
      id: "border",
      dataErrorMeters: 1000,
      isBorder: true,
      ...packLines([
        [
          [61, 29],
          [62, 27],
          [61.6, 25.2],
        ],
      ]),
    },
  ],
});
const enricher = createEnricher(ground, ground.line("border"), [port], [{ column: "within_25_km", meters: 25_000 }]);

/** Enriches text given in pieces of a few bytes, so that every boundary falls somewhere awkward. */
async function enrich(text: string, pieceBytes = 7): Promise<string> {
  const bytes = Buffer.from(text, "utf8");
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const written: Buffer[] = [];
  const output = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      written.push(piece);
      done();
    },
  });
  await enrichStream(Readable.from(pieces), output, enricher, "test.csv");
  return Buffer.concat(written).toString("utf8");
}

const table = (text: string, delimiter = ",") => Papa.parse<string[]>(text, { delimiter }).data;

describe("enrich", () => {
  it("appends its columns in the promised order", async () => {
    const [names] = table(await enrich("lon,lat\n61.2,28\n"));
    expect(names?.join(" ")).toBe(
      "lon lat border_distance_m border_lon border_lat border_chainage_m side nearest_crossing nearest_crossing_m " +
        "nearest_market nearest_market_m nearest_port nearest_port_m within_25_km error",
    );
  });

  it("gives the figures of the exact engine to the millimetre", async () => {
    const [, row = []] = table(await enrich("lon,lat\n61.2,28\n"));
    const foot = bestFoot(nearestExact(ground.line("border"), [61.2, 28]));
    expect(Math.abs(Number(row[2]) - foot.meters)).toBeLessThan(0.002);
    expect(Math.abs(Number(row[5]) - foot.chainageMeters)).toBeLessThan(0.01);
    expect(row[11]).toBe("port-gwadar");
    expect(row[13]).toBe(String(foot.meters <= 25_000));
    expect(row.at(-1)).toBe("");
  });

  it("keeps cells byte for byte: quotes, line ends in cells, other scripts, spaces", async () => {
    const line = '"a ""quoted"" word", چابهار ,"two\r\nlines",61.2,28';
    const enriched = await enrich(`name,place,note,lon,lat\r\n${line}\r\n`);
    expect(enriched.split("\r\n").slice(1).join("\r\n").startsWith(`${line},`)).toBe(true);
    expect(enriched.endsWith("\r\n")).toBe(true);
  });

  it("keeps a byte order mark, semicolons, tabs and a last line without an end", async () => {
    const marked = await enrich("\uFEFFid;longitude;latitude\n1;61.2;28");
    expect(marked.startsWith("\uFEFFid;longitude;latitude;border_distance_m;")).toBe(true);
    expect(marked.endsWith("\n")).toBe(false);
    expect(table(await enrich("id\tLAT\tLON\nx\t28\t61.2\n"), "\t")[1]?.at(-1)).toBe("");
  });

  it("gives a column whose name exists the suffix _2", async () => {
    const [names = []] = table(await enrich("lon,lat,side,error\n61.2,28,left,none\n"));
    expect(names.filter((name) => /^(side|error)/.test(name))).toEqual(["side", "error", "side_2", "error_2"]);
  });

  it("keeps rows it cannot read, in order, with the reason and no figures", async () => {
    const rows = table(
      await enrich(
        'id,lon,lat\na,x,28\nb,,28\nc,61,95\nd,"61,2",28\ne,Infinity,28\nf,0x3d,28\ng,61,28,more\nh,61.2,28\n',
      ),
    ).slice(1, 9);
    expect(rows.map(([id]) => id)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
    expect(rows.map((row) => row.at(-1))).toEqual([
      "longitude is not a number: x",
      "longitude is missing",
      "latitude is out of range: 95",
      "longitude is not a number: 61,2 (write a point, not a comma)",
      "longitude is not a number: Infinity",
      "longitude is not a number: 0x3d",
      "has 4 cells where the header has 3",
      "",
    ]);
    expect(rows.slice(0, 6).every((row) => row.slice(3, -1).every((cell) => cell === ""))).toBe(true);
  });

  it("fills up short rows, so that figures stand under their names", async () => {
    const [names = [], row = []] = table(await enrich("lon,lat,note\n61.2,28\n"));
    expect(row).toHaveLength(names.length);
    expect(Number(row[names.indexOf("border_distance_m")])).toBeGreaterThan(0);
  });

  it("keeps blank lines and answers swapped pairs with a note", async () => {
    const enriched = await enrich("lon,lat\n\n28,61.2\n");
    expect(enriched.split("\n")[1]).toBe("");
    expect(table(enriched)[2]?.at(-1)).toBe("likely swapped");
  });

  it("loses no row to a quote that was never closed", async () => {
    const rows = table(await enrich('id,lon,lat\na,61.2,28\nb,"61.3,28\nc,61.4,28\nd,"x"y,28\ne,61.5,28\n'));
    const told = rows.slice(1).filter((row) => row.length > 1);
    expect(told.map(([id]) => id)).toEqual(["a", "b", "c", "d", "e"]);
    expect(told.map((row) => row.at(-1))).toEqual(["", "has a broken quote", "", "has a broken quote", ""]);
  });

  it("passes a cell of five megabytes through", async () => {
    const big = "x".repeat(5_000_000);
    const [, row = []] = table(await enrich(`note,lon,lat\n"${big}\n",61.2,28\n`, 1 << 16));
    expect(row[0]).toHaveLength(big.length + 1);
    expect(row.at(-1)).toBe("");
  });

  it("refuses input without coordinates, empty input and UTF-16", async () => {
    await expect(enrich("name,x,y\na,1,2\n")).rejects.toThrow(
      "test.csv: has no columns lon,lat or longitude,latitude (found: name, x, y)",
    );
    await expect(enrich("")).rejects.toThrow("test.csv: is empty");
    const utf16 = new Writable({ write: (_piece, _encoding, done) => done() });
    const input = Readable.from([Buffer.from("\uFEFFlon,lat\n", "utf16le")]);
    await expect(enrichStream(input, utf16, enricher, "test.csv")).rejects.toThrow("is UTF-16");
  });
});

describe("sarhad enrich", () => {
  it("is a filter from standard input to standard output", async () => {
    const { status, output } = await runSarhad(["enrich", "--within-km", "5,25"], "lon,lat\n61.595,28.99\n");
    expect(status).toBe(0);
    const [names = [], row = []] = table(output);
    expect(row[names.indexOf("side")]).toBe("PK");
    expect(row[names.indexOf("within_25_km")]).toBe("true");
  });

  it("tells how many rows got no figures, and names the first with its reason", async () => {
    const input = "name,lon,lat\nTaftan,61.595,28.99\nnowhere,abc,28\nfar,61.5,95\n";
    const { status, output, errors } = await runSarhad(["enrich"], input);
    expect(status).toBe(0);
    expect(table(output).filter(([name]) => name !== "").length).toBe(4);
    expect(errors).toMatch(/^standard input: 2 of 3 rows .*row 2: .*abc/);
    expect((await runSarhad(["enrich"], "lon,lat\n61.595,28.99\n")).errors).toBe("");
  });

  it("names a file it cannot read or write, with status 2", async () => {
    const missing = await runSarhad(["enrich", "no-such.csv"]);
    expect(missing).toMatchObject({ status: 2, output: "" });
    expect(missing.errors).toContain("cannot read no-such.csv: no such file");
    const unwritable = await runSarhad(["enrich", "--out", freshFolder()], "lon,lat\n61,28\n");
    expect(unwritable.status).toBe(2);
    expect(unwritable.errors).toContain("--out: cannot write");
  });
});
