import type { Language, LocalizedText } from "../../src/data/text.ts";

/** The text in one language, or in English where that is all there is. */
export const textFor = (text: LocalizedText, language: Language): LocalizedText => {
  const own = text[language];
  // Without an English text beside it the type would not hold; an empty one costs two characters.
  return own === undefined || language === "en" ? { en: text.en } : ({ [language]: own } as unknown as LocalizedText);
};
