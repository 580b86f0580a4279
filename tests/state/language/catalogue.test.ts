import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { corridorRecord } from "../../../src/data/corridor-record";
import { claim, claimant, eventRecord } from "../../../src/data/event-record";
import { LANGUAGES, type Language } from "../../../src/data/language";
import { location, precisionClass } from "../../../src/data/location";
import { membershipRecord } from "../../../src/data/membership-record";
import { factLabel, placeRecord } from "../../../src/data/place-record";
import { source } from "../../../src/data/source";
import { parseMessage } from "../../../src/state/language/message";
import { LOCALES, translator } from "../../../src/state/language/translate";

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

const all = (texts: readonly string[], pattern: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));

/** Families of keys that are put together from the words of a schema: every word has its message, and no other has. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  "about.": claim.shape.about.options,
  "affiliation.": source.shape.affiliation.options,
  "built.": corridorRecord.shape.built.options,
  "claimant.": claimant.shape.type.options,
  "fact.": factLabel.options,
  "grade.": eventRecord.shape.verification.shape.grade.options,
  "kind.": [
    ...placeRecord.shape.kind.options,
    ...eventRecord.shape.kind.options,
    corridorRecord.shape.kind.value,
    membershipRecord.shape.kind.value,
    "own",
  ],
  "method.": [...location.shape.method.options, "wgs84-geodesic", "wgs84-geodesic-nearest"],
  "precision.": precisionClass.options,
  "source-type.": source.shape.type.options,
  "stance.": claim.shape.stance.options,
  "weapon.": eventRecord.shape.weapon.unwrap().options,
};

/** What is wrong between `code` and the keys of a catalogue: messages that are asked for and missing, or never asked for. */
function faultsOf(keys: ReadonlySet<string>, code: readonly string[]): string[] {
  // Texts in quotes that look like keys, and the fixed beginning of keys that are put together: `kind.${…}`.
  const literals = new Set(all(code, /["'`]([a-z][a-z0-9-]*(?:\.[a-z0-9_-]+)+)["'`]/g));
  const prefixes = new Set(all(code, /`([a-z][a-z0-9-]*(?:[.-][a-z0-9-]+)*[.-])\$\{/g));
  const asked = new Set([
    ...all(code, /\btranslate\(\s*["']([^"']+)["']/g),
    ...all(code, /\b\w*[kK]ey:\s*["']([a-z][a-z0-9-]*(?:\.[a-z0-9_-]+)+)["']/g),
    ...Object.entries(FAMILIES).flatMap(([prefix, words]) => words.map((word) => `${prefix}${word}`)),
  ]);
  const isUsed = (key: string) => {
    const family = Object.entries(FAMILIES).find(([prefix]) => key.startsWith(prefix));
    if (family && !literals.has(key)) return family[1].includes(key.slice(family[0].length));
    return literals.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix));
  };
  return [
    ...[...asked].filter((key) => !keys.has(key)).map((key) => `missing: ${key}`),
    ...[...keys].filter((key) => !isUsed(key)).map((key) => `unused: ${key}`),
  ];
}

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

/** A placeholder with what it is filled with: a text where it is plain, else a number. */
function wordFor(placeholder: string): [string, string | number] {
  const [name = "", type] = placeholder.split(":");
  return [name, Number(type) === TYPE.argument ? "“سرحد” <1>" : 3];
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

  it("hold every key that the code asks for, and no other", () => {
    expect(faultsOf(new Set(Object.keys(english)), code)).toEqual([]);
  });

  it("are caught when a key is missing or is used no more", () => {
    const without = (key: string) => new Set(Object.keys(english).filter((other) => other !== key));
    for (const key of ["app.subtitle", "tool.help", "kind.port", "shortcut.home"]) {
      expect(faultsOf(without(key), code)).toContain(`missing: ${key}`);
    }
    const more = new Set([...Object.keys(english), "nobody.asks", "kind.castle"]);
    expect(faultsOf(more, code).sort()).toEqual(["unused: kind.castle", "unused: nobody.asks"]);
  });

  it.each(LANGUAGES)("count in %s by the plural rules of the language", (language) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const faults: string[] = [];
    const walk = (key: string, elements: readonly MessageFormatElement[]) => {
      for (const element of elements) {
        if (element.type !== TYPE.plural) continue;
        const categories = Object.keys(element.options).filter((category) => !category.startsWith("="));
        if (String([...categories].sort()) !== String([...wanted].sort())) faults.push(`${key}: ${categories}`);
        for (const option of Object.values(element.options)) walk(key, option.value);
      }
    };
    for (const [key, text] of Object.entries(catalogues[language] ?? {})) walk(key, parse(text, { ignoreTag: true }));
    expect(faults).toEqual([]);
  });

  it("count nought and one alike in Persian, and only one as one in Urdu and English", () => {
    const counted = (language: Language, count: number) =>
      translator({ n: "{count, plural, one {one #} other {other #}}" }, language)("n", { count });
    expect([0, 1, 2].map((count) => counted("fa", count))).toEqual(["one ۰", "one ۱", "other ۲"]);
    expect([0, 1, 2].map((count) => counted("ur", count))).toEqual(["other 0", "one 1", "other 2"]);
    expect([0, 1, 2].map((count) => counted("en", count))).toEqual(["other 0", "one 1", "other 2"]);
  });

  it("write plain numbers in the digits that the reader chose", () => {
    const message = { step: "{step} of {count}, in {place}, ۵۰۰" };
    const values = { step: 3, count: 1200, place: "N-40" };
    expect(translator(message, "fa")("step", values)).toBe("۳ of ۱٬۲۰۰, in N-40, ۵۰۰");
    expect(translator(message, "fa", () => "latin")("step", values)).toBe("3 of 1,200, in N-40, 500");
    expect(translator(message, "ur")("step", values)).toBe("3 of 1,200, in N-40, ۵۰۰");
  });

  it.each(LANGUAGES)("read in %s as the library that defines their format reads them", (language) => {
    const catalogue = catalogues[language] ?? {};
    const translate = translator(catalogue, language);
    for (const [key, text] of Object.entries(catalogue)) {
      const format = new IntlMessageFormat(text, LOCALES[language], undefined, { ignoreTag: true });
      const names = placeholders(text).map((placeholder) => placeholder.split(":")[0] ?? "");
      for (const value of [0, 1, 2, 5, 21, 1234567]) {
        const counted = Object.fromEntries(names.map((name) => [name, value]));
        // Plain placeholders show numbers as they come there, and in the digits of the language here.
        const isPlain = placeholders(text).some((placeholder) => placeholder.endsWith(`:${TYPE.argument}`));
        if (!isPlain) expect(translate(key, counted), key).toBe(format.format(counted));
      }
      const words = Object.fromEntries(placeholders(text).map((placeholder) => wordFor(placeholder)));
      expect(translate(key, words), key).toBe(format.format(words));
    }
  });

  it("are refused when they are malformed or say more than is understood", () => {
    for (const text of [
      "{",
      "}",
      "a {name",
      "{n, plural, one {#}}",
      "{n, plural, other {#}",
      "{n, select, a {b} other {c}}",
      "{}",
    ]) {
      expect(() => parseMessage(text), text).toThrow(SyntaxError);
    }
    expect(() => translator({ n: "{name}" }, "en")("n")).toThrow(RangeError);
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
