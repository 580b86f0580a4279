import type { Language } from "../../data/text";

/** What each language calls itself; the same in every language of the page. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", ur: "اردو", fa: "فارسی" };
