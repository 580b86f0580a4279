import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../../src/data/record";
import type { Source } from "../../src/data/source";
import { LANGUAGES, plainText } from "../../src/data/text";
import type { Translations } from "../../src/data/translations";
import { asciiDigits } from "../../src/state/digits";
import { partyName } from "../../src/state/facet";

const DATA = join(import.meta.dirname, "../../data");
const read = <Shape>(...path: readonly string[]) => JSON.parse(readFileSync(join(DATA, ...path), "utf8")) as Shape;

interface Layers {
  readonly layers: readonly { readonly file: string }[];
}
const recordsIn = (folder: string) =>
  read<Layers>(folder, "layers.json").layers.flatMap(({ file }) =>
    read<{ features: readonly { properties: AnyRecord }[] }>(folder, file).features.map(({ properties }) => properties),
  );

/** Every text of a record, or of a part of it, that is shown in English where no translation is found. */
function englishTexts(record: AnyRecord): (string | null)[] {
  const texts: (string | null)[] = [record.nameNote, ...record.history.map(({ note }) => note)];
  const parties = "claims" in record ? record.claims.map(({ claimant }) => claimant.name) : [];
  const wheres = "where" in record ? [record.where] : [];
  if ("actor" in record) {
    if (record.actor) parties.push(record.actor.name);
    texts.push(record.statedTarget?.name ?? null, record.verification.rationale);
    if (record.sensitivity.level !== "open") texts.push(record.sensitivity.rationale);
    texts.push(record.when.localTime, record.when.utc);
    wheres.push(...record.alsoAt.map(({ where }) => where));
  }
  texts.push(...parties, ...parties.map(partyName));
  for (const where of wheres) {
    if (where) texts.push(where.remarks, where.generalisation.applied ? where.generalisation.reason : null);
  }
  if ("figures" in record) texts.push(...record.figures.flatMap(({ text, by }) => [text, by]));
  if ("approximate" in record) texts.push(record.approximate?.note ?? null);
  if ("memberships" in record) texts.push(...record.memberships.map(({ note }) => note));
  if ("waypoints" in record) texts.push(...record.waypoints.flatMap(({ branch, note }) => [branch, note]));
  return texts;
}

/** Names of places that no record of the atlas bears, so that no title says them in the reader's language. */
function strangePlaces(records: readonly AnyRecord[]): (string | null)[] {
  const known = new Set(records.flatMap(({ title, alternates }) => [title.en, ...alternates.en]));
  const wheres = records.flatMap((record) => [
    "where" in record ? record.where : null,
    ...("alsoAt" in record ? record.alsoAt.map(({ where }) => where) : []),
  ]);
  return wheres.map((where) => (where?.place && !known.has(where.place) ? where.place : null));
}

function needed(folder: string): Set<string> {
  const records = recordsIn(folder);
  const { sources } = read<{ sources: readonly Source[] }>(folder, "sources.json");
  const texts = [
    ...records.flatMap(englishTexts),
    ...strangePlaces(records),
    ...sources.flatMap(({ note, url, locator }) => [note, url === null ? locator : null]),
  ];
  return new Set(texts.filter((text) => text !== null));
}

const current = needed(".");
const kept = readdirSync(join(DATA, "versions"))
  .filter((name) => existsSync(join(DATA, "versions", name, "layers.json")))
  .flatMap((version) => [...needed(join("versions", version))]);
const wanted = new Set([...current, ...kept]);

/** Numbers by their digits alone, so that separators and the minus of a range do not count. */
const numbersOf = (text: string) =>
  asciiDigits(text)
    .replace(/[٬,](?=\d{3})/g, "")
    .replaceAll("٫", ".")
    .match(/\d+(?:[.:]\d+)*/g) ?? [];

/** Lakhs and crores, and a century in words: the same numbers said as the language says them. */
const SAID_OTHERWISE: readonly string[] = [
  "about 370 million US dollars",
  "2.5 million tonnes",
  "82 million tonnes",
  "last part of 120 million US dollars paid on 26 August 2025",
  "Memorandum on the Silk Road Economic Belt and 21st Century Maritime Silk Road",
];

it("the branches of corridors, which records carry as ids, have names in English", () => {
  const branches = recordsIn(".").flatMap((record) =>
    "waypoints" in record ? record.waypoints.flatMap(({ branch }) => branch ?? []) : [],
  );
  const names = read<Translations>("translations-en.json");
  expect(Object.keys(names).sort()).toEqual([...new Set(branches)].sort());
  for (const name of Object.values(names)) expect(name).toMatch(/^[A-Z]/);
});

describe.each(LANGUAGES.filter((language) => language !== "en"))("translations into %s", (language) => {
  const texts = read<Translations>(`translations-${language}.json`);

  it("are there for every English text of records and sources, and for no other", () => {
    const has = new Set(Object.keys(texts));
    expect([...wanted].filter((text) => !has.has(text))).toEqual([]);
    expect([...has].filter((text) => !wanted.has(text))).toEqual([]);
  });

  it("are plain texts with the letters of their language", () => {
    for (const [english, text] of Object.entries(texts)) {
      expect(plainText.safeParse(text).success, english).toBe(true);
      // The letters of Arabic that look like ours, and spaces that a search would not find.
      expect(text, english).not.toMatch(/[يك\u00a0]| {2}|^\s|\s$/);
    }
    // Persian has digits of its own, Urdu Latin ones; what has Latin letters beside it is a number of a register or a zone.
    const strange = language === "fa" ? /^[^A-Za-z]*[0-9][^A-Za-z]*$/ : /[۰-۹]/;
    expect(Object.values(texts).filter((text) => strange.test(text))).toEqual([]);
  });

  it("say every number of the English text", () => {
    for (const [english, text] of Object.entries(texts)) {
      if (SAID_OTHERWISE.includes(english)) continue;
      expect(numbersOf(text).sort(), english).toEqual(numbersOf(english).sort());
    }
  });
});
