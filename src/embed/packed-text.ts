import type { Language } from "../data/language";
import type { LocalizedText } from "../data/text";

/** A text of a data script: in the script's language, or within brackets in English where that is all there is. */
export type PackedText = string | readonly [english: string];

/** The text as records carry it, in one language. */
export const unpackText = (text: PackedText, language: Language): LocalizedText =>
  // Without an English text beside it the type would not hold; whoever reads it asks for its own language first.
  (typeof text === "string" ? { [language]: text } : { en: text[0] }) as LocalizedText;

/** The text itself, whichever language it is in. */
export const wordsOf = (text: PackedText): string => (typeof text === "string" ? text : text[0]);
