import type { Language } from "../data/text";
import type { Settings } from "./model";

/** A second language for names of places; `local` is that of the country the place is in. */
export type SecondLanguage = Language | "local";

/** The language of the second line of labels, or null for one line: beside English the local one, else English. */
export function secondLanguageOf({ labelLanguages }: Settings, language: Language): SecondLanguage | null {
  if (labelLanguages === "one") return null;
  return language === "en" ? "local" : "en";
}
