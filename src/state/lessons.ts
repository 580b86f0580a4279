import type { Glossary, Lesson } from "../data/lesson";
import type { SourceRegister } from "../data/source";

/** The lessons that ship with the atlas, in the order in which they build on each other. */
export const LESSON_IDS = [
  "where-the-line-runs",
  "crossing-it",
  "ports-and-corridors",
  "how-maps-lie",
  "reading-a-contested-report",
] as const;

const FILES = import.meta.glob<Lesson>(
  ["../../data/lessons/*.json", "!../../data/lessons/glossary.json", "!../../data/lessons/sources.json"],
  { import: "default" },
);

/** Fetches the lessons. Rejects when one cannot be loaded. */
export function loadLessons(): Promise<readonly Lesson[]> {
  return Promise.all(
    LESSON_IDS.map((id) => {
      const load = FILES[`../../data/lessons/${id}.json`];
      return load ? load() : Promise.reject(new RangeError(`no lesson: ${id}`));
    }),
  );
}

/** Fetches the glossary of the lessons; its file is checked against the schema while testing. */
export async function loadGlossary(): Promise<Glossary> {
  return (await import("../../data/lessons/glossary.json")).default as Glossary;
}

/** Fetches the register of publications that only the lessons cite. */
export async function loadLessonSources(): Promise<SourceRegister> {
  return (await import("../../data/lessons/sources.json")).default as SourceRegister;
}
