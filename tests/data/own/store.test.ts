import * as fake from "fake-indexeddb";
import fc from "fast-check";
import { openDB } from "idb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetImport, keepImport, keptImports } from "../../../src/data/own/store";
import { featuresOfColumns } from "../../../src/data/own/table";
import { columnsOf } from "../../state/rows/columns";

beforeEach(() => {
  for (const [name, value] of Object.entries(fake)) if (name.startsWith("IDB")) vi.stubGlobal(name, value);
  vi.stubGlobal("indexedDB", new fake.IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** What a device does over weeks: layers are kept, forgotten and spoiled, and the page is opened again. */
type Step =
  | { readonly kind: "keep"; readonly id: string; readonly titles: readonly string[] }
  | { readonly kind: "forget" | "spoil"; readonly id: string }
  | { readonly kind: "open" };

const id = fc.constantFrom("own-a", "own-b", "own-c");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("keep" as const),
    id,
    titles: fc.array(fc.string({ unit: "binary", minLength: 1 }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constantFrom("forget" as const, "spoil" as const), id }),
  fc.constant({ kind: "open" as const }),
);

/** Puts something else in the place of a kept layer, as a broken disk or another version would. */
async function spoil(key: string): Promise<void> {
  const database = await openDB("sarhad-own");
  if ((await database.count("layers", key)) > 0) await database.put("layers", { version: 7, spoiled: key }, key);
  database.close();
}

it("hands out exactly what is kept, sets aside exactly what was spoiled, and destroys nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      vi.stubGlobal("indexedDB", new fake.IDBFactory());
      const kept = new Map<string, readonly string[] | "spoiled">();
      await keptImports();
      for (const one of [...steps, { kind: "open" as const }]) {
        if (one.kind === "keep") {
          const columns = columnsOf(one.titles.map((title) => ({ title, lng: 61, lat: 27 })));
          const under = await keepImport({ version: 1, id: one.id, title: one.id, symbol: "own-plus", columns });
          // Nothing is put in the place of what another tab has kept.
          expect(kept.has(under)).toBe(false);
          if (!kept.has(one.id)) expect(under).toBe(one.id);
          kept.set(under, one.titles);
        } else if (one.kind === "forget") {
          await forgetImport(one.id);
          kept.delete(one.id);
        } else if (one.kind === "spoil") {
          await spoil(one.id);
          if (kept.has(one.id)) kept.set(one.id, "spoiled");
        } else {
          const { imports, broken, unread } = await keptImports();
          const sound = [...kept].filter(([, titles]) => titles !== "spoiled");
          expect(imports.map((layer) => layer.id).sort()).toEqual(sound.map(([key]) => key).sort());
          expect([broken, unread]).toEqual([kept.size - sound.length, 0]);
          for (const layer of imports) {
            const features = await featuresOfColumns(layer.columns);
            const titles = kept.get(layer.id) as readonly string[];
            expect(features.map(({ properties }) => properties.title.en)).toEqual(titles);
          }
          for (const [key, titles] of kept) if (titles === "spoiled") kept.delete(key);
        }
      }
      const database = await openDB("sarhad-own");
      for (const value of await database.getAll("broken")) expect(value).toMatchObject({ version: 7 });
      database.close();
    }),
    { numRuns: 60 },
  );
});

it("hands out what it keeps in the order in which it came", async () => {
  vi.stubGlobal("indexedDB", new fake.IDBFactory());
  const clock = vi.spyOn(Date, "now");
  for (const [at, id] of ["own-walk", "own-acled", "own-ged"].entries()) {
    clock.mockReturnValue(1_705_363_200_000 + at);
    await keepImport({ version: 1, id, title: id, symbol: "own-plus", columns: columnsOf([]) });
  }
  clock.mockRestore();
  expect((await keptImports()).imports.map(({ id }) => id)).toEqual(["own-walk", "own-acled", "own-ged"]);
});

it("hands out the others when the device does not hand out one, and leaves that one where it is", async () => {
  for (const key of ["own-a", "own-b", "own-c"]) {
    await keepImport({
      version: 1,
      id: key,
      title: key,
      symbol: "own-plus",
      columns: columnsOf([{ lng: 61, lat: 27 }]),
    });
  }
  const native = IDBObjectStore.prototype.get;
  const get = vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
    if (key === "own-b") throw new DOMException("the blob is gone", "NotReadableError");
    return native.call(this, key);
  });
  const first = await keptImports();
  expect(first.imports.map((layer) => layer.id)).toEqual(["own-a", "own-c"]);
  expect([first.broken, first.unread]).toEqual([0, 1]);
  get.mockRestore();
  expect((await keptImports()).imports).toHaveLength(3);
});

it("gives up on a database that never opens, and takes it when it opens after all", async () => {
  vi.useFakeTimers();
  const opened = vi.spyOn(indexedDB, "open").mockReturnValue(new fake.IDBOpenDBRequest());
  const asked = expect(keptImports()).rejects.toThrow("the database does not open");
  await vi.advanceTimersByTimeAsync(10_000);
  await asked;
  vi.useRealTimers();
  opened.mockRestore();
  expect(await keptImports()).toEqual({ imports: [], broken: 0, unread: 0 });
});
