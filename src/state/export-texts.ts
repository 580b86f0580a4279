import type { ExportTexts } from "../data/export/export-set";
import { LANGUAGES } from "../data/language";
import { loadTranslations } from "./language/translations";
import type { Model } from "./model";

/**
 * What exports say in other languages than English: the translations of texts that records carry in English, and the names
 * of places that records bear. A language whose translations cannot be had has the names alone.
 */
export async function exportTexts({ features }: Model): Promise<ExportTexts> {
  const titles = [...features.peek().values()].map(({ feature }) => feature.properties.title);
  const entries = LANGUAGES.filter((language) => language !== "en").map(async (language) => {
    const names = titles.flatMap((title) => {
      const own = title[language];
      return own === undefined ? [] : [[title.en, own] as const];
    });
    const translations = await loadTranslations(language).catch(() => ({}));
    return [language, { ...Object.fromEntries(names), ...translations }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
