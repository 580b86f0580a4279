import { LANGUAGES, type Language } from "../../data/language";

/** The first of `tags` (BCP 47, best first) that the atlas speaks, else English. */
export function languageFor(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split("-")[0];
    const known = LANGUAGES.find((language) => language === primary);
    if (known) return known;
  }
  return "en";
}
