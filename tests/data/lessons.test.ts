import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fleschKincaid } from "flesch-kincaid";
import geographiclib from "geographiclib-geodesic";
import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import type { AtlasCollection, AtlasFeature } from "../../src/data/feature";
import { glossary, type Lesson, lesson } from "../../src/data/lesson";
import type { Manifest } from "../../src/data/manifest";
import { sourceRegister } from "../../src/data/source";
import { decode, encode } from "../../src/state/permalink";

const DATA = join(import.meta.dirname, "../../data");
const read = (path: string): unknown => JSON.parse(readFileSync(join(DATA, path), "utf8"));

const NOT_LESSONS = ["glossary.json", "sources.json"];
const files = readdirSync(join(DATA, "lessons")).filter((file) => !NOT_LESSONS.includes(file));
const lessons = files.map((file) => ({ file, lesson: lesson.parse(read(`lessons/${file}`)) }));
const words = glossary.parse(read("lessons/glossary.json"));
const lessonSources = sourceRegister.parse(read("lessons/sources.json")).sources;
const manifest = read("layers.json") as Manifest;
const features = new Map<string, AtlasFeature>(
  manifest.layers.flatMap((layer) =>
    (read(layer.file) as AtlasCollection).features.map((feature) => [`${layer.id}/${feature.id}`, feature] as const),
  ),
);
const registered = new Set(
  [...(read("sources.json") as { sources: { id: string }[] }).sources, ...lessonSources].map((source) => source.id),
);

const steps = lessons.flatMap(({ file, lesson }) =>
  lesson.steps.map((step, index) => ({ name: `${file} step ${index + 1}`, lesson, step })),
);

/** Everything of a lesson that is written for pupils, in English, one text per entry. */
const forPupils = (given: Lesson) => [
  given.goal.en,
  ...given.steps.flatMap((step) => [
    step.text.en,
    ...(step.question ? [step.question.prompt.en] : []),
    ...(step.question && step.question.kind !== "open" ? [step.question.explanation.en] : []),
    ...(step.question?.kind === "open" ? [step.question.answer.en] : []),
  ]),
];

/**
 * The school grade a text needs (Flesch–Kincaid). Names of people and places count as one syllable: a reader takes
 * “Kuh-i-Malik Siah” as one sign on the map and does not spell it out.
 */
function gradeOf(text: string): number {
  const sentences = text.split(/(?<=[.!?:])\s+/).filter((sentence) => /\p{L}/u.test(sentence));
  const tokens = text.split(/\s+/).filter((token) => /[\p{L}\d]/u.test(token));
  let atStart = true;
  let syllables = 0;
  for (const token of tokens) {
    const isName = !atStart && /^[“(]?\p{Lu}/u.test(token);
    syllables += isName || /\d/.test(token) ? 1 : Math.max(1, syllable(token));
    atStart = /[.!?:]["”]?$/.test(token);
  }
  return fleschKincaid({ sentence: sentences.length, word: tokens.length, syllable: syllables });
}

describe("the lessons", () => {
  it("are the five that were promised, each under its own name", () => {
    expect(lessons.map(({ lesson }) => lesson.id).sort()).toEqual([
      "crossing-it",
      "how-maps-lie",
      "ports-and-corridors",
      "reading-a-contested-report",
      "where-the-line-runs",
    ]);
    expect(lessons.filter(({ file, lesson }) => file !== `${lesson.id}.json`)).toEqual([]);
  });

  it.each(lessons)("$file asks five to eight questions", ({ lesson }) => {
    const count = lesson.steps.filter((step) => step.question).length;
    expect(count).toBeGreaterThanOrEqual(5);
    expect(count).toBeLessThanOrEqual(8);
  });

  it.each(lessons)("$file keeps five questions without its conflict steps, or is hidden whole", ({ lesson }) => {
    const left = lesson.steps.filter((step) => !step.conflict && step.question).length;
    if (lesson.conflict) expect(left).toBe(0);
    else expect(left).toBeGreaterThanOrEqual(5);
  });

  it.each(lessons)("$file warns before steps that touch on violence", ({ lesson }) => {
    const touches = lesson.conflict || lesson.steps.some((step) => step.conflict);
    expect(lesson.advisory !== null).toBe(touches);
  });

  it.each(lessons)("$file can be read at twelve", ({ lesson }) => {
    const texts = forPupils(lesson);
    // A child of twelve is in grade seven.
    expect(gradeOf(texts.join(" "))).toBeLessThan(6);
    expect(texts.filter((text) => gradeOf(text) >= 10)).toEqual([]);
  });

  it.each(lessons)("$file can be read aloud and answered in its minutes", ({ lesson }) => {
    const spoken = forPupils(lesson).join(" ").split(/\s+/).length / 110;
    const thinking = lesson.steps.filter((step) => step.question).length * 0.5;
    expect(spoken + thinking).toBeLessThanOrEqual(lesson.minutes);
  });
});

describe("every step", () => {
  it.each(steps)("$name shows a view that is written as links are", ({ step }) => {
    expect(encode(decode(step.view))).toBe(step.view);
  });

  it.each(steps)("$name shows layers and places that exist", ({ step }) => {
    const view = decode(step.view);
    expect(view.layers.length).toBeGreaterThan(0);
    expect(view.language).toBeNull();
    if (view.selected) expect(features.has(`${view.selected.layer}/${view.selected.id}`)).toBe(true);
    if (view.selected) expect(view.layers).toContain(view.selected.layer);
  });

  it.each(steps)("$name shows conflict layers only when it says so", ({ lesson, step }) => {
    const conflictLayers = manifest.layers.filter((layer) => layer.conflict).map((layer) => layer.id);
    const shown = decode(step.view).layers.filter((id) => conflictLayers.includes(id));
    if (shown.length > 0) expect(step.conflict).toBe(true);
    if (lesson.conflict) expect(step.conflict).toBe(true);
  });

  it.each(steps)("$name rests on registered sources", ({ step }) => {
    expect(step.sources.filter((id) => !registered.has(id))).toEqual([]);
  });

  it.each(steps)("$name explains its words", ({ step }) => {
    const known = new Set(words.terms.map((term) => term.id));
    expect(step.terms.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(steps)("$name is written in the script of each language", ({ step }) => {
    for (const text of [step.title, step.text, step.notes]) {
      expect(text.en).not.toMatch(/[\u0600-\u06ff]/);
      expect(text.ur).not.toMatch(/[يكى\u200c]/);
      expect(text.fa).not.toMatch(/[يكىہٹڈڑںے]/);
      expect(text.fa, "digits in Persian texts are Persian").not.toMatch(/(?<!UTC\+|:)[0-9]/);
    }
  });

  it("gives answers that are not always in the same place", () => {
    const answers = steps.flatMap(({ step }) => (step.question?.kind === "choice" ? [step.question.answer] : []));
    const counts = [0, 1, 2].map((place) => answers.filter((answer) => answer === place).length);
    expect(Math.max(...counts)).toBeLessThan(answers.length * 0.65);
  });

  it("states distances as they are", () => {
    for (const { step } of steps) {
      if (step.question?.kind !== "estimate" || !step.question.between) continue;
      const [from, to] = step.question.between.map((key) => features.get(key)?.geometry);
      if (from?.type !== "Point" || to?.type !== "Point") throw new Error("an estimate between what is no point");
      const [fromLng = 0, fromLat = 0] = from.coordinates;
      const [toLng = 0, toLat = 0] = to.coordinates;
      const km = (geographiclib.Geodesic.WGS84.Inverse(fromLat, fromLng, toLat, toLng).s12 ?? 0) / 1000;
      expect(Math.abs(km - step.question.answer)).toBeLessThan(0.01 * km);
    }
  });
});

describe("the glossary", () => {
  it("explains every word once, briefly and in words for twelve-year-olds", () => {
    const ids = words.terms.map((term) => term.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { definition } of words.terms) {
      expect(definition.en.split(/\s+/).length).toBeLessThanOrEqual(20);
      expect(gradeOf(definition.en)).toBeLessThan(9);
    }
  });

  it("explains no word that the lessons do not use", () => {
    const used = new Set(steps.flatMap(({ step }) => step.terms));
    expect(words.terms.map((term) => term.id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe("the sources of the lessons", () => {
  it("are not those of the main register, and each is cited", () => {
    const main = new Set((read("sources.json") as { sources: { id: string }[] }).sources.map((source) => source.id));
    const cited = new Set(steps.flatMap(({ step }) => step.sources));
    expect(lessonSources.filter((source) => main.has(source.id))).toEqual([]);
    expect(lessonSources.filter((source) => !cited.has(source.id)).map((source) => source.id)).toEqual([]);
  });
});
