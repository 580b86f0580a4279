import type { Language, LocalizedName } from "../data/text";
import type { SecondLanguage } from "./label-languages";

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
