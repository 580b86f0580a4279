import type { Language, LocalizedText } from "../../src/data/text.ts";
import type { PackedText } from "../../src/embed/packed-text.ts";

/** The text in one language, or in English where that is all there is. */
export const textFor = (text: LocalizedText, language: Language): PackedText => text[language] ?? [text.en];
