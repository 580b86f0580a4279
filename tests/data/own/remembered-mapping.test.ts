import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "../../../src/data/export/csv";
import { geojson } from "../../../src/data/export/geojson";
import { kml } from "../../../src/data/export/kml";
import type { Layer } from "../../../src/data/manifest";
import type { Mapping } from "../../../src/data/own/mapping";
import {
  isRemembered,
  proposedMapping,
  type RememberedMapping,
  rememberable,
} from "../../../src/data/own/remembered-mapping";
import type { Preview } from "../../../src/data/own/source";
import { bytesOf, manifest, setOf } from "../export/export-fixtures";
import { readFile } from "./read";

/** A table whose columns no rule knows: a place, its numbers in the other order, a day and a sort. */
const TABLE =
  "ort,hoch,rechts,tag,art\nGwadar,25.1264,62.3225,03/04/2024,port\nTaftan,28.9869,61.5692,05/06/2024,crossing\n";
/** What a reader says of it. */
const CHOSEN = { title: 0, lat: 1, lng: 2, date: 3, category: 4, dayOrder: "dmy" } as const;
const layer = { ...manifest.layers.find(({ id }) => id === "towns"), id: "own-orte", group: "own" } as Layer;

const chosenFor = (preview: Preview, chosen: Partial<Mapping> = CHOSEN): Mapping => ({
  ...preview.suggested,
  ...chosen,
});

async function remembered(): Promise<RememberedMapping> {
  const { preview } = await readFile(TABLE, "orte.csv", { mapping: CHOSEN });
  const memory = rememberable(preview, chosenFor(preview));
  // As it comes back from a device.
  const kept: unknown = JSON.parse(JSON.stringify(memory));
  if (!isRemembered(kept)) throw new Error("nothing to remember");
  return kept;
}

const told = (features: Awaited<ReturnType<typeof readFile>>["features"]) =>
  features
    .map(({ geometry, properties }) => ({
      title: properties.title.en,
      category: "category" in properties ? properties.category : null,
      when: "when" in properties ? properties.when : null,
      geometry,
    }))
    .sort((a, b) => a.title.localeCompare(b.title));

describe("a mapping made by hand", () => {
  it("is proposed for the same table, and for one with the same columns and more in another order", async () => {
    const memory = await remembered();
    const { preview } = await readFile(TABLE, "again.csv", { mapping: CHOSEN });
    expect(proposedMapping(preview, [memory])).toEqual(chosenFor(preview));

    const other = "note,art,tag,rechts,hoch,ort\nx,port,03/04/2024,62.3225,25.1264,Gwadar\n";
    const { preview: similar } = await readFile(other, "other.csv", { mapping: { lat: 4, lng: 3 } });
    expect(proposedMapping(similar, [memory])).toEqual(
      chosenFor(similar, { title: 5, lat: 4, lng: 3, date: 2, category: 1, dayOrder: "dmy" }),
    );
  });

  it.each([
    csv,
    geojson,
    kml,
  ])("is proposed for the export in $name, which is read as the table was", async (format) => {
    const memory = await remembered();
    const { features } = await readFile(TABLE, "orte.csv", { mapping: CHOSEN });
    const items = features.map((feature) => ({ layer, feature }));
    const [file] = format.write(setOf(items, null), { hasByteOrderMark: false });
    const content = bytesOf(file?.chunks) as BlobPart;
    const name = `again.${file?.extension}`;
    const { preview } = await readFile(content, name);
    const mapping = proposedMapping(preview, [memory]);
    const again = await readFile(content, name, { mapping: mapping ?? {} });
    const wanted = told(features);
    expect(wanted.map(({ title, category, when }) => [title, category, when?.start])).toEqual([
      ["Gwadar", "port", "2024-04-03"],
      ["Taftan", "crossing", "2024-06-05"],
    ]);
    expect(told(again.features)).toEqual(wanted);
  });

  it("says nothing of how dates are written in a table that lacks one of its columns", async () => {
    const memory = await remembered();
    const { preview } = await readFile("ort,hoch,rechts,tag,sort\nGwadar,25.1,62.3,03/04/2024,x\n", "x.csv", {
      mapping: { lat: 1, lng: 2 },
    });
    const { category: _, ...columns } = memory.columns;
    const less = { ...memory, columns };
    expect(proposedMapping(preview, [less])).toEqual(chosenFor(preview, { title: 0, lat: 1, lng: 2, date: 3 }));
  });

  it("is not proposed where a column of it is missing, or where the file suggests the same", async () => {
    const memory = await remembered();
    const { preview } = await readFile("ort,hoch,rechts\nGwadar,25.1,62.3\n", "less.csv", {
      mapping: { lat: 1, lng: 2 },
    });
    expect(proposedMapping(preview, [memory])).toBeNull();
    const { preview: known } = await readFile("name,lat,lon\nGwadar,25.1,62.3\n", "known.csv");
    expect(proposedMapping(known, [memory])).toBeNull();
    expect(rememberable(known, known.suggested)).toBeNull();
  });

  it("leaves a column out where the reader wanted none, and prefers the newest of the same columns", async () => {
    const text = "name,lat,lon,date,type\nGwadar,25.1,62.3,2024,port\n";
    const { preview } = await readFile(text, "x.csv");
    const without = rememberable(preview, { ...preview.suggested, category: null });
    const other = rememberable(preview, { ...preview.suggested, title: 4 });
    if (!without || !other) throw new Error("nothing to remember");
    expect(proposedMapping(preview, [without, other])?.category).toBeNull();
    expect(proposedMapping(preview, [other, without])?.title).toBe(4);
    const { preview: wider } = await readFile(`${text.replace("type", "type,more")}`, "y.csv");
    expect(proposedMapping(wider, [without])).toBeNull();
  });

  it("that is kept in any other form is none", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        if (isRemembered(value)) expect(Array.isArray(value.fields)).toBe(true);
      }),
    );
    for (const value of [
      null,
      [],
      {},
      { fields: [1], columns: {} },
      { fields: [], columns: { lng: 3 }, dayOrder: null, calendar: null },
    ])
      expect(isRemembered(value)).toBe(false);
  });
});
