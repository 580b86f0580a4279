import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/data/language";

const SOURCE = join(import.meta.dirname, "../../../src");
const catalogues = Object.fromEntries(
  LANGUAGES.map((language): [string, Record<string, string>] => [
    language,
    JSON.parse(readFileSync(join(SOURCE, `state/language/catalogue/${language}.json`), "utf8")),
  ]),
);
const english = catalogues.en ?? {};

const code = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(SOURCE, file), "utf8"));

/** Texts in quotes that look like keys: words joined by dots. */
const literals = new Set(
  code.flatMap((text) =>
    [...text.matchAll(/["'`]([a-z][a-z0-9-]*(?:\.[a-z0-9_-]+)+)["'`]/g)].map((match) => match[1] ?? ""),
  ),
);
/** The fixed beginning of keys that are put together: `kind.${…}`. */
const prefixes = new Set(
  code.flatMap((text) =>
    [...text.matchAll(/`([a-z][a-z0-9-]*(?:[.-][a-z0-9-]+)*[.-])\$\{/g)].map((match) => match[1] ?? ""),
  ),
);
/** Keys that are named in the code as the first argument of a call that translates. */
const asked = new Set(
  code.flatMap((text) => [...text.matchAll(/\btranslate\(\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "")),
);

/** Names of the placeholders of a message, each with its kind. */
function placeholders(message: string): readonly string[] {
  const found = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if ("value" in element && typeof element.value === "string") found.add(`${element.value}:${element.type}`);
      if ("options" in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(message, { ignoreTag: true }));
  return [...found].sort();
}

describe("the catalogues", () => {
  it.each(["ur", "fa"])("have the same keys in %s as in English", (language) => {
    expect(Object.keys(catalogues[language] ?? {}).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(["ur", "fa"])("have the same placeholders in %s as in English", (language) => {
    const differing = Object.keys(english).filter(
      (key) => String(placeholders(catalogues[language]?.[key] ?? "")) !== String(placeholders(english[key] ?? "")),
    );
    expect(differing).toEqual([]);
  });

  it("hold every key that the code asks for", () => {
    expect([...asked].filter((key) => !(key in english))).toEqual([]);
  });

  it("hold no key that the code never asks for", () => {
    const unused = Object.keys(english).filter(
      (key) => !literals.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it("are written in their own script", () => {
    for (const language of ["ur", "fa"]) {
      const foreign = Object.entries(catalogues[language] ?? {}).filter(
        ([key, text]) =>
          !/\p{Script=Arabic}/u.test(text) &&
          !/^digits\.|^summary\.part$/.test(key) &&
          /[a-z]{3}/i.test(text.replace(/\{[^}]*\}/g, "")),
      );
      expect(foreign).toEqual([]);
    }
  });

  it("never state a target or an author of violence as a fact", () => {
    const unattributed = Object.entries(english).filter(([, text]) =>
      /\b(terrorist|militant base|was hit by)\b/i.test(text),
    );
    expect(unattributed).toEqual([]);
    expect(english["card.target"]).toMatch(/stated/i);
    expect(english["claims.according-to"]).toMatch(/according to/i);
  });
});
