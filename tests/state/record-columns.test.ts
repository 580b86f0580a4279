import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/data/day";
import type { Manifest } from "../../src/data/manifest";
import { createSieve } from "../../src/state/filter";
import { createModel } from "../../src/state/model";
import { describeOwnLayer } from "../../src/state/own-description";
import { tableOf } from "../../src/state/own-import";
import { decode } from "../../src/state/permalink";
import { cellOf, compareCells, toTsv } from "../../src/state/record-columns";
import { createRows, inProcessRowsWorker } from "../../src/state/rows/client";
import { entryOf } from "../../src/state/table-row";
import { type TableOptions, tableRows } from "../../src/state/table-rows";
import { columnsOf } from "./rows/columns";

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe("cells", () => {
  it("are ordered with the unknown last in either direction", () => {
    const cells = [3, null, 1, 2];
    expect([...cells].sort((a, b) => compareCells(a, b, false, byCode))).toEqual([1, 2, 3, null]);
    expect([...cells].sort((a, b) => compareCells(a, b, true, byCode))).toEqual([3, 2, 1, null]);
  });

  it("come back from tab-separated text through an independent parser, and no formula runs", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 }).filter((value) => !/["\t\r\n]/.test(value));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.integer()), { minLength: 1, maxLength: 6 }), (rows) => {
        const { data } = Papa.parse<string[]>(toTsv(rows), { delimiter: "\t" });
        const expected = rows.map(([name, figure]) => [/^[=+\-@]/.test(name) ? `'${name}` : name, String(figure)]);
        expect(data).toEqual(expected);
      }),
    );
    expect(toTsv([["=HYPERLINK(1)", -5]])).toBe("'=HYPERLINK(1)\t-5");
    expect(toTsv([["a\tb\nc", null]])).toBe("a b c\t");
  });
});

/** As many points of the reader's own as asked, named from the last to the first. */
const ownColumns = (count: number) =>
  columnsOf(
    Array.from({ length: count }, (_, row) => ({
      title: `Point ${String(count - row).padStart(6, "0")}`,
      lng: 61,
      lat: 27,
      category: row % 2,
      start: dayOf("2024-01-16"),
    })),
    ["even", "odd"],
  );

describe("rows of the table", () => {
  const open = async (hash: string, count: number) => {
    const model = createModel({
      manifest: { dataVersion: "1.0.0", released: "2026-01-01", layers: [] } as Manifest,
      view: decode(hash),
      chrome: "full",
      browserLanguages: ["en"],
      createSieve,
      load: async () => [],
    });
    const columns = ownColumns(count);
    const rows = createRows(inProcessRowsWorker);
    await rows.load("own-mine", columns);
    model.own.rows.value = rows;
    model.own.put({ layer: describeOwnLayer(model.own, "mine"), features: [], table: tableOf(columns) });
    return model;
  };
  const options: TableOptions = {
    scope: {},
    text: "",
    sort: null,
    nameOf: ({ properties }) => properties.title.en,
    compareTexts: byCode,
  };
  const never = new AbortController().signal;

  it("take in the rows of large imports, in order by any column", async () => {
    const model = await open("#v=1", 20_000);
    const rows = await tableRows(model, { ...options, sort: { column: "name", isDescending: false } }, never);
    expect(rows).toHaveLength(20_000);
    const first = rows[0] && entryOf(rows[0]);
    expect(first && cellOf("name", first, null, first.feature.properties.title.en)).toBe("Point 000001");
  });

  it("are narrowed by search, filters and period like all others", async () => {
    expect(await tableRows(await open("#v=1&f=category:odd", 1000), options, never)).toHaveLength(500);
    expect(await tableRows(await open("#v=1&t=2025-01-01/2025-02-01", 1000), options, never)).toHaveLength(0);
    expect(await tableRows(await open("#v=1", 1000), { ...options, text: "000123" }, never)).toHaveLength(1);
  });

  it("are given up when nobody wants them any more", async () => {
    const controller = new AbortController();
    const asked = tableRows(await open("#v=1&f=category:odd", 60_000), options, controller.signal);
    controller.abort(new Error("no longer"));
    await expect(asked).rejects.toThrow("no longer");
  });
});
