import { effect, signal } from "@preact/signals";
import type { OwnLesson } from "../../data/lesson";
import { readLesson, writeLesson } from "../../state/lesson-file";

const KEY = "sarhad:1:own-lesson";
/** What could not be read any more, kept so that nothing is destroyed; it is in what the settings take away. */
const ASIDE = "sarhad:1:own-lesson-unreadable";

/** The lesson being written on this device; null when there is none. */
export const ownLesson = signal<OwnLesson | null>(null);
/** False once the device has refused to keep it. */
export const isKept = signal(true);
/** Whether the lesson kept here could not be read and was set aside. */
export const isSetAside = signal(false);

/** What the device keeps; null when it keeps nothing or does not say. */
function keptText(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    isKept.value = false;
    return null;
  }
}

/** Keeps the lesson as it is changed from now on, as far as the device allows, and follows other pages that do. */
function keepChanges(): void {
  /** The last title that was one: whoever is about to write another has none for a moment, and a lesson needs one. */
  let title = "–";
  let takenOver: OwnLesson | null = null;
  effect(() => {
    const lesson = ownLesson.value;
    if (lesson) title = lesson.title || title;
    if (lesson !== null && lesson === takenOver) return;
    try {
      if (lesson && lesson.steps.length > 0) window.localStorage.setItem(KEY, writeLesson({ ...lesson, title }));
      else window.localStorage.removeItem(KEY);
      isKept.value = true;
    } catch {
      isKept.value = false;
    }
  });
  const takeOver = async () => {
    const kept = keptText();
    const read = kept === null ? null : await readLesson(kept).catch(() => null);
    // What the device refused to keep is on this page alone.
    if (!isKept.peek() || (kept !== null && !read?.ok)) return;
    takenOver = read?.ok ? read.lesson : null;
    ownLesson.value = takenOver;
  };
  // Another tab writes the same lesson: the newest change is the one that both show.
  addEventListener("storage", ({ key }) => {
    if (key === KEY) void takeOver();
  });
  // A page that comes back as it was left has heard of nothing meanwhile.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void takeOver();
  });
}

async function bringBack(): Promise<void> {
  const kept = keptText();
  const read = kept === null ? null : await readLesson(kept);
  if (kept !== null && !read?.ok) {
    try {
      window.localStorage.setItem(ASIDE, kept);
    } catch {
      // Where it cannot be set aside nothing is written over it.
      isKept.value = false;
      return;
    }
    isSetAside.value = true;
  }
  if (read?.ok) ownLesson.value = read.lesson;
  keepChanges();
}

let reading: Promise<void> | null = null;

/**
 * Brings back the lesson kept on this device, once, and keeps further changes. Rejects when what reads lessons does not
 * arrive: the one on the device is left as it is then, and the next call tries again.
 */
export function keepOwnLesson(): Promise<void> {
  reading ??= bringBack().catch((error: unknown) => {
    reading = null;
    throw error;
  });
  return reading;
}
