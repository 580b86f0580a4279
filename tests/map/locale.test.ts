import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCatalogues } from "../../scripts/embed/input";
import { LANGUAGES } from "../../src/data/language";
import { MAPLIBRE_TEXTS, mapLocale } from "../../src/map/locale";
import { translator } from "../../src/state/language/translate";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "src/map");

/** The texts of the library as it is installed, by its own names for them. */
function textsOfLibrary(): readonly string[] {
  const library = readFileSync(join(ROOT, "node_modules/maplibre-gl/dist/maplibre-gl-dev.mjs"), "utf8");
  const table = /defaultLocale = \{([^}]*)\}/.exec(library)?.[1] ?? "";
  return [...table.matchAll(/['"](\w+\.\w+)['"]:/g)].map(([, name]) => name ?? "");
}

describe("the texts of MapLibre", () => {
  const sources = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(FOLDER, file), "utf8"))
    .join("\n");

  it("are ours for every part of it that the map uses", () => {
    const texts = textsOfLibrary();
    expect(texts.length).toBeGreaterThanOrEqual(25);
    // The map itself, and the handler that its option `cooperativeGestures` switches on; controls are named to be used.
    const isUsed = (part: string) => ["Map", "CooperativeGesturesHandler"].includes(part) || isMade(part);
    const isMade = (part: string) => new RegExp(`new (?:\\w+\\.)?${part}\\b`).test(sources);
    const used = texts.filter((name) => isUsed(name.split(".")[0] ?? ""));
    expect([...MAPLIBRE_TEXTS].sort()).toEqual(used.toSorted());
    expect(sources).toMatch(/attributionControl: false/);
  });

  it.each(LANGUAGES)("are said in %s", (language) => {
    const locale = mapLocale(translator(readCatalogues()[language], language));
    const script = language === "en" ? /^[A-Z][\w ⌘]+$/ : /^[\p{Script=Arabic}\p{Script=Inherited}\s⌘،؛\u200cCtrl+]+$/u;
    for (const name of MAPLIBRE_TEXTS) expect(locale[name], name).toMatch(script);
  });
});
