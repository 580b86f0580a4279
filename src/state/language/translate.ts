import { IntlMessageFormat } from "intl-messageformat";
import type { Language, LocalizedText } from "../../data/text";

/** A message as written (ICU MessageFormat) or, in the built page, already parsed. */
export type Message = ConstructorParameters<typeof IntlMessageFormat>[0];
/** The messages of one language by key. */
export type Catalogue = Readonly<Record<string, Message>>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate = (key: string, values?: MessageValues) => string;

/** Locale tags that give each language its digits and plural rules: Persian its own digits, Urdu Latin ones. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  ur: "ur-PK-u-nu-latn",
  fa: "fa-IR-u-nu-arabext",
};

/** Right-to-left for Urdu and Persian. */
export const directionOf = (language: Language): "ltr" | "rtl" => (language === "en" ? "ltr" : "rtl");

/**
 * A function that answers the message of a key in `language`, its placeholders filled by `values`.
 * It throws RangeError for a key the catalogue lacks, so that a missing text fails a test and never shows as a blank.
 */
export function translator(catalogue: Catalogue, language: Language): Translate {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const message = catalogue[key];
    if (message === undefined) throw new RangeError(`unknown message: ${key}`);
    if (typeof message === "string" && !message.includes("{") && !message.includes("'")) return message;
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, LOCALES[language]);
      formats.set(key, format);
    }
    return String(format.format(values as Record<string, string | number> | undefined));
  };
}

/** The text in `language`, else English; Urdu never stands in for Persian nor the reverse. */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en;
}

/** True when `text` is missing in `language`, so that the reader sees another language and is told so. */
export const isFallback = (text: LocalizedText, language: Language): boolean => text[language] === undefined;
