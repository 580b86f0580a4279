import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import layersFile from "../../data/layers.json";
import type { Manifest } from "../../src/data/manifest";
import { keptImports } from "../../src/data/own/store";
import { createModel } from "../../src/state/model";
import { decode } from "../../src/state/permalink";
import { addToPage } from "../../src/ui/own-data/add-to-page";
import { columnsOf } from "../state/rows/columns";

afterEach(() => void vi.restoreAllMocks());

const open = () =>
  createModel({
    manifest: layersFile as unknown as Manifest,
    load: async () => [],
    view: decode(""),
    chrome: "full",
    browserLanguages: ["en"],
  });
const addition = { title: "Wells", columns: columnsOf([{ lng: 61, lat: 27 }]), isKept: true };

it.each([
  ["has no room left", "QuotaExceededError", "no-room"],
  ["refuses for another reason", "UnknownError", "failed"],
] as const)("shows an import also when the device %s, and says that it is not kept", async (_, name, outcome) => {
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("no", name);
  });
  const model = open();
  const { kept, layerId } = await addToPage(model, addition);
  expect(kept).toBe(outcome);
  const [layer] = model.own.list.peek();
  expect([layer?.layer.id, layer?.features.length, layer?.forget]).toEqual([layerId, 1, null]);
  vi.restoreAllMocks();
  expect(await keptImports()).toMatchObject({ imports: [], broken: 0 });
});

it("shows an import also when the device has no database at all", async () => {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  const model = open();
  expect((await addToPage(model, addition)).kept).toBe("failed");
  expect(model.own.list.peek()).toHaveLength(1);
});
