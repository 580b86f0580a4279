import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import layersFile from "../../data/layers.json";
import type { Manifest } from "../../src/data/manifest";
import { keptImports } from "../../src/data/own/store";
import { createModel } from "../../src/state/model";
import { restoreImports } from "../../src/state/own-restore";
import { createPage } from "../../src/state/page";
import { decode } from "../../src/state/permalink";
import { addToPage } from "../../src/ui/own-data/add-to-page";
import { columnsOf } from "../state/rows/columns";

afterEach(() => void vi.restoreAllMocks());

const open = (link = "") =>
  createModel({
    manifest: layersFile as unknown as Manifest,
    load: async () => [],
    view: decode(link),
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

it("shows all of what a link brings, unless the link says where to look; what a reader adds is always shown", async () => {
  const brought = { ...addition, isKept: false };
  const cameraAfter = async (link: string, isFitted?: boolean) => {
    const model = open(link);
    model.viewport.value = { ...model.viewport.peek(), width: 1000, height: 800 };
    await addToPage(model, isFitted === undefined ? brought : { ...brought, isFitted });
    const { zoom, lat, lng } = model.view.peek().camera;
    return [zoom, Math.round(lat * 100) / 100, Math.round(lng * 100) / 100];
  };
  expect(await cameraAfter("#v=1&data=wells.csv")).toEqual([9, 27, 61]);
  expect(await cameraAfter("#v=1&map=7/30/66&data=wells.csv")).toEqual([7, 30, 66]);
  expect(await cameraAfter("#v=1&map=7/30/66&data=wells.csv", true)).toEqual([9, 27, 61]);
});

it("keeps what two tabs read under one name apart, and what is kept apart from what a link brings under that name", async () => {
  const titles = ({ own }: ReturnType<typeof open>) =>
    own.list.peek().map(({ layer, features }) => [layer.id, features[0]?.properties.title.en]);
  const columns = (title: string) => columnsOf([{ title, lng: 61, lat: 27 }]);
  const [first, second, third] = [open(), open(), open("#v=1&data=springs.csv")];
  await addToPage(first, { title: "Springs", columns: columns("first"), isKept: true });
  await addToPage(second, { title: "Springs", columns: columns("second"), isKept: true });
  expect(titles(second)).toEqual([["own-springs-2", "second"]]);
  await addToPage(third, { title: "Springs", columns: columns("linked"), isKept: false });
  const page = createPage(third, { catalogue: async () => ({}), measures: () => new Promise(() => undefined) });
  expect(await restoreImports(page)).toBeNull();
  expect(titles(third)).toEqual(
    expect.arrayContaining([
      ["own-springs", "linked"],
      ["own-springs-2", "first"],
      ["own-springs-2-2", "second"],
    ]),
  );
  await third.own.remove("own-springs-2");
  expect((await keptImports()).imports.map(({ id }) => id)).not.toContain("own-springs");
  expect((await keptImports()).imports.map(({ id }) => id)).toContain("own-springs-2");
});
