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

let isRead = false;

/** Brings back the lesson kept on this device, and keeps further changes, as far as the device allows. */
export async function keepOwnLesson(): Promise<void> {
  if (isRead) return;
  isRead = true;
  try {
    const kept = window.localStorage.getItem(KEY);
    const read = kept === null ? null : await readLesson(kept);
    if (read?.ok && ownLesson.peek() === null) ownLesson.value = read.lesson;
    if (kept !== null && !read?.ok) {
      window.localStorage.setItem(ASIDE, kept);
      isSetAside.value = true;
    }
  } catch {
    isKept.value = false;
  }
  effect(() => {
    const lesson = ownLesson.value;
    try {
      if (lesson && lesson.steps.length > 0) window.localStorage.setItem(KEY, writeLesson(lesson));
      else window.localStorage.removeItem(KEY);
    } catch {
      isKept.value = false;
    }
  });
}
