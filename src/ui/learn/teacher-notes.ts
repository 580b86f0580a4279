import { signal } from "@preact/signals";

/** True while the notes for the teacher are shown; kept from step to step, and hidden again with the page. */
export const teacherNotes = signal(false);
