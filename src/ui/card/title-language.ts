import type { Source } from "../../data/source";

/**
 * The language tag of a source's title as the register writes it: that of the publication, but English where the title of
 * a publication in another script stands in Latin letters, for it is then translated.
 */
export function titleLanguage({ title, lang }: Pick<Source, "title" | "lang">): string {
  const isLatinTitle = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(title);
  const isLatinLanguage = new Intl.Locale(lang).maximize().script === "Latn";
  return isLatinTitle && !isLatinLanguage ? "en" : lang;
}
