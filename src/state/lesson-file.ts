import type { OwnLesson, OwnStep } from "../data/lesson";
import type { Language } from "../data/text";
import { decode, encode } from "./permalink";
import type { View } from "./view";

/** What is wrong with a lesson file, as a message key with its values. */
export interface FileFault {
  readonly key:
    | "learn.fault-json"
    | "learn.fault-kind"
    | "learn.fault-field"
    | "learn.fault-size"
    | "learn.fault-unread"
    | "learn.fault-no-link";
  readonly values?: Readonly<Record<string, string>>;
}

export type ReadFile =
  | { readonly ok: true; readonly lesson: OwnLesson }
  | { readonly ok: false; readonly fault: FileFault };

const FILE_LIMIT = 1_000_000;

/** An empty lesson in the language of whoever writes it. */
export const newLesson = (language: Language, title: string): OwnLesson => ({
  kind: "sarhad-lesson",
  schemaVersion: "1.0.0",
  language,
  title,
  steps: [],
});

/** The link of what a step shows: the map and what is on it, without the reader's own settings. */
export const linkOfStep = (view: View): string =>
  encode({ ...view, language: null, theme: null, lesson: null, ownLesson: null, pin: null, data: null });

/** An empty step that shows `view`. */
export const newStep = (view: View): OwnStep => ({
  title: "",
  text: "",
  view: linkOfStep(view),
  question: "",
  answer: "",
});

/** `steps` with the step at `from` moved to `to`; unchanged when either is outside. */
export function movedStep(steps: readonly OwnStep[], from: number, to: number): readonly OwnStep[] {
  const step = steps[from];
  if (!step || to < 0 || to >= steps.length) return steps;
  const rest = steps.filter((_, index) => index !== from);
  return [...rest.slice(0, to), step, ...rest.slice(to)];
}

/** The text of a lesson file. */
export const writeLesson = (lesson: OwnLesson): string => `${JSON.stringify(lesson, null, 2)}\n`;

/**
 * Reads the text of a lesson file. Answers what is wrong, naming step and field, when it is none; links in it are brought
 * to what this version of the atlas can show. Rejects when the schema cannot be fetched.
 */
export async function readLesson(text: string): Promise<ReadFile> {
  if (text.length > FILE_LIMIT) return { ok: false, fault: { key: "learn.fault-size" } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: { key: "learn.fault-json" } };
  }
  if (typeof value !== "object" || value === null || !("kind" in value) || value.kind !== "sarhad-lesson") {
    return { ok: false, fault: { key: "learn.fault-kind" } };
  }
  // The schema library is fetched only by those who open a file.
  const { ownLesson } = await import("../data/lesson");
  const read = ownLesson.safeParse(value);
  if (!read.success) {
    const field = read.error.issues[0]?.path.map((part) => (typeof part === "number" ? part + 1 : String(part)));
    return { ok: false, fault: { key: "learn.fault-field", values: { field: field?.join(" › ") ?? "" } } };
  }
  const steps = read.data.steps.map((step) => ({ ...step, view: linkOfStep(decode(step.view)) }));
  return { ok: true, lesson: { ...read.data, steps } };
}
