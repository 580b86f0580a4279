import type { Language } from "../../data/language";

/** What stands between two of several, between the only two, and before the last of several: the patterns of Unicode's CLDR. */
const PATTERNS: Readonly<Record<Language, readonly [comma: string, both: string, last: string]>> = {
  en: [", ", " and ", " and "],
  ur: ["، ", " اور ", "، اور "],
  fa: ["،\u200f ", " و ", "، و "],
};

/** Several texts as one, as `language` lists them: "A, B and C". Without the browser's own lists: see `pluralOf`. */
export function listText(texts: readonly string[], language: Language): string {
  const [comma, both, last] = PATTERNS[language];
  if (texts.length < 3) return texts.join(both);
  return texts.slice(0, -1).join(comma) + last + texts.at(-1);
}
