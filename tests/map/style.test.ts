import { createExpression, featureFilter, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import layers from "../../data/layers.json";
import type { Manifest } from "../../src/data/manifest";
import { LANGUAGES, type Language } from "../../src/data/text";
import { BANDS } from "../../src/map/bands";
import { nameIn, nameLabel } from "../../src/map/label-text";
import * as online from "../../src/map/online";
import { style } from "../../src/map/style";
import type { StyleInput, Theme } from "../../src/map/style-context";
import { PALETTES } from "../../src/picture/palette";
import type { SecondLanguage } from "../../src/state/label-languages";

const manifest = layers as unknown as Manifest;
const input = (rest: Partial<StyleInput> = {}): StyleInput => ({
  manifest,
  theme: "light",
  language: "en",
  secondLanguage: null,
  assets: { baseUrl: "https://atlas.example/", words: { schematic: "schematic", km: "km" } },
  ...rest,
});

const THEMES: readonly Theme[] = ["light", "dark"];
const SECOND: readonly (SecondLanguage | null)[] = [null, "en", "local"];
const everyInput = THEMES.flatMap((theme) =>
  LANGUAGES.flatMap((language) => SECOND.map((secondLanguage) => input({ theme, language, secondLanguage }))),
);

describe("style", () => {
  it.each(everyInput)("is valid in $theme, $language, with $secondLanguage below", (each) => {
    expect(validateStyleMin(style(each)).map(({ message }) => message)).toEqual([]);
  });

  it.each(["openfreemap", "relief-online"] as const)("is valid over the base map %s", (basemap) => {
    for (const theme of THEMES) {
      expect(validateStyleMin(style(input({ basemap, online, theme }))).map(({ message }) => message)).toEqual([]);
    }
  });

  it("gives every layer an id of its own and a source that exists", () => {
    const { layers: drawn, sources } = style(input());
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
    for (const layer of drawn) if ("source" in layer) expect(Object.keys(sources)).toContain(layer.source);
  });

  it("draws every layer of the manifest, hidden unless asked for", () => {
    const { layers: drawn } = style(input({ visible: ["strikes"] }));
    for (const { id } of manifest.layers) {
      const own = drawn.filter(({ metadata }) => (metadata as { owner?: string } | undefined)?.owner === id);
      expect(own.length, id).toBeGreaterThan(0);
      for (const layer of own) expect(layer.layout?.visibility).toBe(id === "strikes" ? "visible" : "none");
    }
  });

  it("draws from relief to selection in the order of a printed map", () => {
    const ids = style(input()).layers.map(({ id }) => id);
    const order = [
      "hillshade",
      "water",
      "memberships-area",
      "river",
      "admin1",
      "corridors-built",
      "overlay-line",
      "border-line",
      "strikes-doubt-fill",
      "strikes-symbol",
      "town-label",
      "strikes-label",
      "selected-ring",
    ];
    expect(order.map((id) => ids.indexOf(id))).toEqual(order.map((id) => ids.indexOf(id)).toSorted((a, b) => a - b));
    expect(ids).toEqual(expect.arrayContaining(order));
  });

  it("says the same layers in the same order whatever the theme and the language", () => {
    const ids = style(input()).layers.map(({ id }) => id);
    for (const each of everyInput) expect(style(each).layers.map(({ id }) => id)).toEqual(ids);
  });

  it("asks only its own host, and no glyph server", () => {
    const text = JSON.stringify(style(input()));
    expect(text.match(/https?:\/\/[^/"]+/g)?.filter((host) => host !== "https://atlas.example")).toEqual([]);
    expect(style(input()).glyphs).toBeUndefined();
  });

  it("fills a playa as ground and a lake as water", () => {
    for (const theme of THEMES) {
      const { land, sea } = PALETTES[theme];
      const water = style(input({ theme })).layers.find(({ id }) => id === "water");
      const read = createExpression(water?.type === "fill" ? water.paint?.["fill-color"] : null, "paint.fill-color");
      if (read.result === "error") throw new Error("the colour of water cannot be read");
      const colorOf = (kind: string) =>
        String(read.value.evaluate({ zoom: 6 }, { type: "Polygon", properties: { kind }, geometry: [] }));
      expect(colorOf("lake")).toBe(colorOf("river"));
      expect(colorOf("playa")).not.toBe(colorOf("lake"));
      expect([land, sea].map((color) => color.toLowerCase())).not.toContain(colorOf("playa").toLowerCase());
    }
  });

  it("reads records from one source, each layer its own ones", () => {
    const { layers: drawn, sources } = style(input());
    expect(Object.keys(sources)).not.toContain("strikes");
    const onRecords = drawn.filter((layer) => "source" in layer && layer.source === "records");
    expect(onRecords.length).toBeGreaterThan(40);
    for (const layer of onRecords) {
      const { owner } = layer.metadata as { readonly owner: string };
      const isRead = (from: string, properties: object) => {
        const filter = featureFilter("filter" in layer ? layer.filter : undefined, "layers.filter");
        return filter.filter({ zoom: 11 }, { type: 1, properties: { from, ...properties } } as never);
      };
      const every = { part: "symbol", mark: "sharp", kind: "peak", also: false, km: 50 };
      for (const part of ["symbol", "doubt", "line", "area"]) {
        expect(isRead("elsewhere", { ...every, part }), `${layer.id} of ${owner}`).toBe(false);
      }
    }
  });

  it("names each band once", () => {
    expect(new Set(BANDS).size).toBe(BANDS.length);
  });
});

function evaluate(expression: unknown, properties: Record<string, unknown>): string {
  const compiled = createExpression(expression, "layers[0].layout.text-field");
  if (compiled.result === "error") throw new Error(compiled.value.map(({ message }) => message).join());
  return String(compiled.value.evaluate({ zoom: 6 }, { type: 1, properties } as never));
}

describe("nameIn", () => {
  const all = { name_en: "Taftan", name_ur: "تافتان", name_fa: "تفتان", name: "local" };
  it.each<[Language, Record<string, unknown>, string]>([
    ["en", all, "Taftan"],
    ["ur", all, "تافتان"],
    ["fa", all, "تفتان"],
    ["ur", { ...all, name_ur: null }, "Taftan"],
    ["fa", { name_en: "Taftan", name_ur: "تافتان" }, "Taftan"],
    ["ur", { name: "local", name_fa: "تفتان" }, "local"],
    ["fa", { name_ur: "تافتان" }, ""],
  ])("in %s of %o is %s", (language, properties, expected) => {
    expect(evaluate(nameIn(language), properties)).toBe(expected);
  });
});

describe("nameLabel", () => {
  const zahedan = { name_en: "Zahedan", name_ur: "زاہدان", name_fa: "زاهدان", country: "IR" };
  it.each<[Language, SecondLanguage | null, Record<string, unknown>, string]>([
    ["en", null, zahedan, "Zahedan"],
    ["en", "local", zahedan, "Zahedan\nزاهدان"],
    ["en", "local", { ...zahedan, country: "PK" }, "Zahedan\nزاہدان"],
    ["en", "local", { ...zahedan, country: "AF" }, "Zahedan"],
    ["fa", "en", zahedan, "زاهدان\nZahedan"],
    ["fa", "en", { name_en: "Zahedan" }, "Zahedan"],
  ])("in %s with %s below, of %o", (language, second, properties, expected) => {
    expect(evaluate(nameLabel(language, second), properties)).toBe(expected);
  });
});
