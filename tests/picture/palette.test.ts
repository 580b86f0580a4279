import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TOKENS_FILE, tokensCss } from "../../scripts/tokens";
import { symbolName } from "../../src/data/manifest";
import { GROUNDS, PALETTES, type Palette, SYMBOL_COLORS } from "../../src/picture/palette";
import { contrast, difference, lab, VISIONS } from "./color-vision";

const TEXT: readonly (keyof Palette)[] = ["ink", "muted", "accent", "danger", "borderLine", "water"];
const SYMBOLS = [...new Set(Object.values(SYMBOL_COLORS))];

const pairs = SYMBOLS.flatMap((a, index) => SYMBOLS.slice(index + 1).map((b) => [a, b] as const));

describe.each(["light", "dark"] as const)("%s palette", (theme) => {
  const palette = PALETTES[theme];

  test("every colour is six hexadecimal digits", () => {
    for (const value of Object.values(palette)) expect(value).toMatch(/^#[0-9A-F]{6}$/);
  });

  test("symbols and lines keep 3:1 against every ground and against shaded hills", () => {
    for (const name of [...SYMBOLS, "accent"] as const) {
      for (const ground of [...GROUNDS, "hillShade"] as const) {
        expect(contrast(palette[name], palette[ground]), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test("text keeps 4.5:1 against every ground", () => {
    for (const name of TEXT) {
      for (const ground of GROUNDS) {
        expect(contrast(palette[name], palette[ground]), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(
    VISIONS,
  )("every pair of symbol colours stays 10 apart in %s vision, so that no pair relies on shape alone", (vision) => {
    const close = pairs
      .map(([a, b]) => ({ a, b, delta: difference(palette[a], palette[b], vision) }))
      .filter(({ delta }) => delta < 10);
    expect(close).toEqual([]);
  });
});

test("day and night of one symbol are different colours of the same job", () => {
  for (const name of SYMBOLS) expect(lab(PALETTES.dark[name])[0] - lab(PALETTES.light[name])[0]).toBeGreaterThan(10);
});

test("every symbol has a colour", () => {
  expect(Object.keys(SYMBOL_COLORS).sort()).toEqual([...symbolName.options].sort());
});

test("the style sheet of tokens is what the palette says", () => {
  expect(readFileSync(TOKENS_FILE, "utf8")).toBe(tokensCss());
});
