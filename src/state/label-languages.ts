import type { Language, LocalizedName } from "../data/text";
import type { Settings } from "./model";

/** A second language for names of places; `local` is that of the country the place is in. */
export type SecondLanguage = Language | "local";

/** The language of the second line of labels, or null for one line: beside English the local one, else English. */
export function secondLanguageOf({ labelLanguages }: Settings, language: Language): SecondLanguage | null {
  if (labelLanguages === "one") return null;
  return language === "en" ? "local" : "en";
}

const LOCAL_LANGUAGES: Readonly<Record<string, Language>> = { IR: "fa", PK: "ur" };

/** The name on the second line of a label; undefined where there is none or it says the same as `first`. */
export function secondName(
  title: LocalizedName,
  first: string,
  second: SecondLanguage | null,
  country: string | null,
): string | undefined {
  const language = second === "local" ? LOCAL_LANGUAGES[country ?? ""] : second;
  const name = language && title[language];
  return name === first ? undefined : (name ?? undefined);
}
