import type { Language } from "../../data/language";
import type { Translations } from "../../data/translations";

const FILES = import.meta.glob<Translations>("../../../data/translations-*.json", { import: "default" });

/** Fetches the translations of texts that records carry in English; none for English. Rejects when they cannot be had. */
export function loadTranslations(language: Language): Promise<Translations> {
  return FILES[`../../../data/translations-${language}.json`]?.() ?? Promise.resolve({});
}
