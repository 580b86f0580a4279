import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/data/language";

const parse = (file: string) => JSON.parse(readFileSync(file, "utf8"));

type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;
interface Term {
  readonly en: string;
  readonly ur: string;
  readonly fa: string;
  readonly keys: readonly string[];
  readonly never: Readonly<Record<"ur" | "fa", readonly string[]>>;
}
interface Shipped {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly summary: Readonly<Record<string, string>>;
  readonly when?: unknown;
}

const locked: Names = parse("tests/fixtures/place-names.json").names;
const terms: readonly Term[] = parse("tests/fixtures/terms.json").terms;
const languages = parse("data/layers.json").layers;
const records: readonly Shipped[] = readdirSync("data")
  .filter((name) => name.endsWith(".geojson"))
  .flatMap((name) => parse(`data/${name}`).features)
  .map(({ properties }: { properties: Shipped }) => properties)
  .filter(({ title }) => typeof title === "object");
const catalogue = (language: string): Readonly<Record<string, string>> =>
  parse(`src/state/language/catalogue/${language}.json`);

/** Every object in `value` that is a text in languages, with its path. */
function texts(value: unknown, path: string): [path: string, text: Readonly<Record<string, string>>][] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value && typeof value.en === "string") return [[path, value as Readonly<Record<string, string>>]];
  return Object.entries(value).flatMap(([key, part]) => texts(part, `${path}.${key}`));
}

describe("names of places", () => {
  it("are those that were looked up, in every language", () => {
    const places = records.filter((record) => !("when" in record));
    expect(places.length).toBeGreaterThan(140);
    const differing = places.flatMap(({ id, title }) => {
      const { grade: _, ...names } = locked[id] ?? {};
      const { en: __, ...shown } = title;
      return JSON.stringify(Object.entries(names).sort()) === JSON.stringify(Object.entries(shown).sort())
        ? []
        : [`${id}: ${JSON.stringify(shown)} is not ${JSON.stringify(names)} of tests/fixtures/place-names.json`];
    });
    expect(differing).toEqual([]);
  });

  it("hold no name of a place that is gone", () => {
    const known = new Set(records.map(({ id }) => id));
    expect(Object.keys(locked).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("texts of the data", () => {
  const everything = [
    ...records.flatMap((record) => texts(record, record.id)),
    ...texts(languages, "layers"),
    ...readdirSync("data/lessons").flatMap((name) => texts(parse(`data/lessons/${name}`), name)),
  ];

  it("are there in all three languages", () => {
    expect(everything.length).toBeGreaterThan(1400);
    const lacking = everything.flatMap(([path, text]) =>
      LANGUAGES.filter((language) => !text[language]?.trim()).map((language) => `${path} lacks ${language}`),
    );
    expect(lacking).toEqual([]);
  });

  it("are written in the letters of their language", () => {
    const foreign = everything.flatMap(([path, { ur = "", fa = "" }]) => [
      ...(/[يكةۀ]/.test(ur.replace(/ۂ/g, "")) ? [`${path} has Arabic letters in Urdu: ${ur}`] : []),
      ...(/[يكةہھےٹڈڑں]/.test(fa) ? [`${path} has Arabic or Urdu letters in Persian: ${fa}`] : []),
    ]);
    expect(foreign).toEqual([]);
  });
});

describe("terms", () => {
  const urdu = catalogue("ur");
  const persian = catalogue("fa");

  it.each(terms)("$en is one word in each language", ({ ur, fa, keys, never }) => {
    expect(keys.filter((key) => !(urdu[key] ?? "").includes(ur))).toEqual([]);
    expect(keys.filter((key) => !(persian[key] ?? "").includes(fa))).toEqual([]);
    for (const [messages, words] of [
      [urdu, never.ur],
      [persian, never.fa],
    ] as const) {
      const used = Object.entries(messages).filter(([, text]) => words.some((word) => text.includes(word)));
      expect(used, `tests/fixtures/terms.json has another word than ${words.join(", ")}`).toEqual([]);
    }
  });
});
