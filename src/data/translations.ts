/**
 * Texts of one language by the English words that records carry: names of claimants and actors, grounds of grades, figures
 * as stated, remarks on places and on sources. `data/translations-LANGUAGE.json`.
 */
export type Translations = Readonly<Record<string, string>>;

/** The translation of an English text; null where there is none. */
export const translationOf = (texts: Translations, english: string): string | null =>
  Object.hasOwn(texts, english) ? (texts[english] ?? null) : null;
