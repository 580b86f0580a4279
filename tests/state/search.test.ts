import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import layersFile from "../../data/layers.json";
import type { AtlasFeature } from "../../src/data/feature";
import type { Manifest } from "../../src/data/manifest";
import { fold } from "../../src/state/fold";
import { createGazetteer } from "../../src/state/search";

const { layers } = layersFile as unknown as Manifest;
const known = layers.flatMap((layer) => {
  const text = readFileSync(new URL(`../../data/${layer.file}`, import.meta.url), "utf8");
  const features: readonly AtlasFeature[] = JSON.parse(text).features;
  return features.map((feature) => ({ layer, feature }));
});
const find = createGazetteer(known);

/** What readers type, and what the title of a feature among the first five answers must contain. */
const QUERIES: readonly (readonly [string, RegExp])[] = [
  ["Chabahar", /Chabahar/],
  ["chah bahar", /Chabahar/],
  ["چابهار", /Chabahar/],
  ["چابھار", /Chabahar/],
  ["چاه بهار", /Chabahar/],
  ["چاہ بہار", /Chabahar/],
  ["Gwadar", /Gwadar/],
  ["گوادر", /Gwadar/],
  ["gwader", /Gwadar/],
  ["Taftan", /Taftan/],
  ["تفتان", /Taftan/],
  ["Mirjaveh", /Mirjaveh/],
  ["میرجاوه", /Mirjaveh/],
  ["ميرجاوه", /Mirjaveh/],
  ["Mirjawa", /Mirjaveh/],
  ["Rimdan", /Rimdan/],
  ["ریمدان", /Rimdan/],
  ["Gabd", /Gabd/],
  ["گبد", /Gabd/],
  ["Pishin", /Pishin/],
  ["پیشین", /Pishin/],
  ["Mand", /Mand/],
  ["مند", /Mand/],
  ["Kuhak", /Kuhak/],
  ["کوہک", /Kuhak/],
  ["Chedgi", /Ch[ae]dgi/],
  ["Saravan", /Saravan/],
  ["سراوان", /Saravan/],
  ["Panjgur", /Panjgur/],
  ["پنجگور", /Panjgur/],
  ["Koh-i-Sabz", /Koh-e-Sabz/],
  ["کوه سبز", /Koh-e-Sabz/],
  ["کوہ سبز", /Koh-e-Sabz/],
  ["Zahedan", /Zahedan/],
  ["زاهدان", /Zahedan/],
  ["زاہدان", /Zahedan/],
  ["Quetta", /Quetta/],
  ["کوئٹہ", /Quetta/],
  ["Turbat", /Turbat/],
  ["تربت", /Turbat/],
  ["INSTC", /INSTC|North.South/],
  ["CPEC", /CPEC|China.Pakistan/],
  ["N-40", /N-?40/],
  ["Khaf Herat", /Khaf/],
  ["Kuh-i-Malik Siah", /Malik Siah/],
  ["کوه ملک‌سیاه", /Malik Siah/],
  ["Hamun Mashkel", /Mash?k/],
  ["Erbil", /Erbil/],
  ["Marg Bar Sarmachar", /Sarmachar|Saravan/],
  ["Sistan and Baluchestan", /Sistan/],
];

describe("the gazetteer", () => {
  it("finds at least 95 % of fifty names as readers type them among the first five answers", () => {
    const missed = QUERIES.filter(
      ([query, title]) => !find(query, 5).some(({ feature }) => title.test(feature.properties.title.en)),
    ).map(([query]) => query);
    expect(QUERIES).toHaveLength(50);
    expect(missed.length, missed.join(", ")).toBeLessThanOrEqual(2);
  });

  it.each(["چابهار", "چابھار", "چاه بهار"])("finds Chabahar by %s", (query) => {
    expect(find(query)[0]?.feature.properties.title.en).toContain("Chabahar");
  });

  it("finds every feature by its own title in every language", () => {
    const missed = known.flatMap(({ feature }) =>
      Object.values(feature.properties.title)
        .filter((title) => title !== undefined)
        .filter((title) => !find(title, 40).some((hit) => hit.feature.id === feature.id))
        .map((title) => `${feature.id}: ${title}`),
    );
    expect(missed).toEqual([]);
  });

  it("answers nothing to nothing", () => {
    expect(find("")).toEqual([]);
    expect(find(" ‌ ")).toEqual([]);
    expect(find("zzzzqqqq")).toEqual([]);
  });
});

describe("folding", () => {
  it.each([
    ["چابھار", "چابهار"],
    ["ميرجاوه", "میرجاوہ"],
    ["كوئٹہ", "کوئته"],
    ["Kuh‑e Malek Sīāh", "kuh-e malek siah"],
    ["۱۴۰۲", "1402"],
    ["مَكران", "مکران"],
  ])("makes %s and %s one", (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
});
