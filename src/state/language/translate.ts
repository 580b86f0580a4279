import type { Language, LocalizedText } from "../../data/text";
import { asciiDigits } from "../digits";
import { fillMessage, type MessagePart, type MessageValues, parseMessage } from "./message";

/** The messages of one language by key, in ICU MessageFormat. */
export type Catalogue = Readonly<Record<string, string>>;
export type Translate = (key: string, values?: MessageValues) => string;

/** Locale tags that give each language its digits and plural rules: Persian its own digits, Urdu Latin ones. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  ur: "ur-PK-u-nu-latn",
  fa: "fa-IR-u-nu-arabext",
};

/** Right-to-left for Urdu and Persian. */
export const directionOf = (language: Language): "ltr" | "rtl" => (language === "en" ? "ltr" : "rtl");

/** Digits by language: `auto` follows the language, `latin` is 0–9 everywhere. */
export type Digits = "auto" | "latin";

/** The locale tag of `language` with the digits that the reader wants. */
export const localeOf = (language: Language, digits: Digits): string =>
  digits === "latin" ? LOCALES[language].replace(/-u-nu-\w+/, "-u-nu-latn") : LOCALES[language];

/**
 * A function that answers the message of a key in `language`, its placeholders filled by `values`, with numbers in the
 * digits that `digits` answers when it is called. It throws RangeError for a key the catalogue lacks, so that a missing
 * text fails a test and never shows as a blank.
 */
export function translator(catalogue: Catalogue, language: Language, digits: () => Digits = () => "auto"): Translate {
  const parsed = new Map<string, readonly MessagePart[]>();
  return (key, values = {}) => {
    const message = catalogue[key];
    if (message === undefined) throw new RangeError(`unknown message: ${key}`);
    const parts = parsed.get(key) ?? parseMessage(message);
    parsed.set(key, parts);
    const wanted = digits();
    const text = fillMessage(parts, values, localeOf(language, wanted));
    return wanted === "latin" ? asciiDigits(text) : text;
  };
}

/** The text in `language`, else English; Urdu never stands in for Persian nor the reverse. */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en;
}

/** True when `text` is missing in `language`, so that the reader sees another language and is told so. */
export const isFallback = (text: LocalizedText, language: Language): boolean => text[language] === undefined;
