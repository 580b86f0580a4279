import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../src/data/text";
import { MAP_FONTS, withoutVowelMarks } from "../../src/picture/fonts";
import { codePointsOf } from "./font-cmap";

const FONTS = "public/fonts/";
const styles = readFileSync("src/ui/styles/fonts.css", "utf8");

/** Files that a page in a language asks for: its own face in two weights, and Latin. */
const LATIN_PAGE = ["source-sans-latin-400", "source-sans-latin-600", "source-sans-latin-ext-400"];
const PAGE: Readonly<Record<Language, readonly string[]>> = {
  en: [...LATIN_PAGE, "source-serif-latin-600", "source-serif-latin-ext-600"],
  ur: [...LATIN_PAGE, "naskh-400", "naskh-700"],
  fa: [...LATIN_PAGE, "vazirmatn-400", "vazirmatn-700"],
};
const sizeOf = (file: string) => statSync(`${FONTS}${file}`).size;
const kilobytes = (files: readonly string[]) => files.reduce((sum, file) => sum + sizeOf(file), 0) / 1000;

async function charactersOf(files: readonly string[]): Promise<ReadonlySet<number>> {
  const covered = new Set<number>();
  for (const file of files) for (const point of await codePointsOf(`${FONTS}${file}`)) covered.add(point);
  return covered;
}

/** Every text in `value` that stands under one of `keys`, however deep. */
function textsUnder(value: unknown, keys: readonly string[], inside = false): string[] {
  if (typeof value === "string") return inside ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsUnder(part, keys, Array.isArray(value) ? inside : keys.includes(key)),
  );
}

/** Line ends, direction marks, and the command key, which only keyboards that have it name. */
const DRAWN_BY_THE_SYSTEM = /[\n\u200e\u200f⌘]/;

const missing = (texts: readonly string[], covered: ReadonlySet<number>) =>
  [...new Set(texts.flatMap((text) => [...withoutVowelMarks(text)]))]
    .filter((character) => !covered.has(character.codePointAt(0) ?? 0) && !DRAWN_BY_THE_SYSTEM.test(character))
    .map((character) => `U+${character.codePointAt(0)?.toString(16)} ${character}`);

const parse = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const layers = readdirSync("data")
  .filter((name) => name.endsWith(".geojson"))
  .map((name) => parse(`data/${name}`));
const CATALOGUES = "src/state/language/catalogue";
const catalogue = (language: Language) =>
  Object.values(parse(`${CATALOGUES}/${language}.json`) as Record<string, string>);

test.each(["Regular", "Bold"] as const)("%s labels of the map cover every name of the data", async (font) => {
  const covered = await charactersOf(MAP_FONTS[font].map(({ file }) => file));
  const names = layers.flatMap((layer) => textsUnder(layer, LANGUAGES));
  expect(names.length).toBeGreaterThan(1000);
  expect(missing(names, covered)).toEqual([]);
});

test("every joined shape of every Arabic letter of the names is there", async () => {
  const covered = await charactersOf(["map-arabic-400.woff2", "map-arabic-700.woff2"]);
  const letters = new Set(layers.flatMap((layer) => textsUnder(layer, ["ur", "fa"])).join(""));
  const forms: string[] = [];
  for (let code = 0xfb50; code <= 0xfefc; code++) {
    const base = String.fromCodePoint(code).normalize("NFKD");
    if (/^\p{Script=Arabic}$/u.test(base) && letters.has(base)) forms.push(String.fromCodePoint(code));
  }
  expect(forms.length).toBeGreaterThan(120);
  expect(missing(forms, covered)).toEqual([]);
});

test.each(LANGUAGES)("page fonts of %s cover its catalogue and its texts", async (language) => {
  const covered = await charactersOf([...PAGE[language], "naskh-400"].map((name) => `${name}.woff2`));
  expect(
    missing([...catalogue(language), ...layers.flatMap((layer) => textsUnder(layer, [language]))], covered),
  ).toEqual([]);
});

test.each(LANGUAGES)("page fonts of %s weigh 75 kB at most", (language) => {
  expect(kilobytes(PAGE[language].map((name) => `${name}.woff2`))).toBeLessThanOrEqual(75);
});

test("fonts of the map weigh 80 kB at most", () => {
  const files = new Set(Object.values(MAP_FONTS).flatMap((faces) => faces.map(({ file }) => file)));
  expect(kilobytes([...files])).toBeLessThanOrEqual(80);
});

test("every font of the style sheet exists, swaps in, and has its licence beside it", () => {
  const files = [...styles.matchAll(/url\("\/fonts\/([^"]+)"\)/g)].map(([, file = ""]) => file);
  expect(files.length).toBe(styles.match(/font-display: swap/g)?.length);
  for (const file of files) expect(sizeOf(file), file).toBeGreaterThan(1000);
  expect(
    readdirSync(FONTS)
      .filter((name) => name.endsWith(".txt"))
      .sort(),
  ).toEqual(
    ["noto-naskh-arabic", "noto-nastaliq-urdu", "noto-sans", "source-sans-3", "source-serif-4", "vazirmatn"].map(
      (name) => `OFL-${name}.txt`,
    ),
  );
});
