import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import views from "../../data/views.json";
import { curatedViews } from "../../src/data/curated-view";
import type { Manifest } from "../../src/data/manifest";
import { decode, encode } from "../../src/state/permalink";

const DATA = join(import.meta.dirname, "../../data");
const read = <Shape>(file: string) => JSON.parse(readFileSync(join(DATA, file), "utf8")) as Shape;
const manifest = read<Manifest>("layers.json");

describe("the curated views", () => {
  it("are what the schema says, the whole border first, each name once", () => {
    expect(curatedViews.parse(views)).toEqual(views);
    expect(views.views[0]?.link).toBe("#v=1");
    expect(new Set(views.views.map(({ id }) => id)).size).toBe(views.views.length);
  });

  it.each(views.views)("$id is a link as the atlas writes it, of features that exist", ({ link }) => {
    const view = decode(link);
    expect(encode(view)).toBe(link);
    expect(view.language).toBeNull();
    if (!view.selected) return;
    const layer = manifest.layers.find(({ id }) => id === view.selected?.layer);
    const { features } = read<{ features: { id: string }[] }>(layer?.file ?? "");
    expect(features.map(({ id }) => id)).toContain(view.selected.id);
  });
});
