import { IntlMessageFormat } from "intl-messageformat";
import type { Language, LocalizedText } from "../../data/text";
import { asciiDigits } from "../fold";

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

/** Digits by language: `auto` follows the language, `latin` is 0–9 everywhere. */
export type Digits = "auto" | "latin";

/** The locale tag of `language` with the digits that the reader wants. */
export const localeOf = (language: Language, digits: Digits): string =>
  digits === "latin" ? LOCALES[language].replace(/-u-nu-\w+/, "-u-nu-latn") : LOCALES[language];

/** Numbers that a message shows as they come are written like those it counts with: in the digits of `locale`. */
function inDigits(format: IntlMessageFormat, values: MessageValues, locale: string): MessageValues {
  const plain = format.getAst().flatMap((element) => (element.type === TYPE_ARGUMENT ? [element.value] : []));
  const shown = plain.filter((name) => typeof values[name] === "number");
  if (shown.length === 0) return values;
  const written = shown.map((name) => [name, new Intl.NumberFormat(locale).format(values[name] as number)]);
  return { ...values, ...Object.fromEntries(written) };
}

/** What the parser calls a plain placeholder: `{name}`. */
const TYPE_ARGUMENT = 1;

/**
 * A function that answers the message of a key in `language`, its placeholders filled by `values`, with numbers in the
 * digits that `digits` answers when it is called. It throws RangeError for a key the catalogue lacks, so that a missing
 * text fails a test and never shows as a blank.
 */
export function translator(catalogue: Catalogue, language: Language, digits: () => Digits = () => "auto"): Translate {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const message = catalogue[key];
    if (message === undefined) throw new RangeError(`unknown message: ${key}`);
    const wanted = digits();
    const written = (text: string) => (wanted === "latin" ? asciiDigits(text) : text);
    if (typeof message === "string" && !message.includes("{") && !message.includes("'")) return written(message);
    const locale = localeOf(language, wanted);
    const name = `${locale} ${key}`;
    let format = formats.get(name);
    if (!format) {
      format = new IntlMessageFormat(message, locale);
      formats.set(name, format);
    }
    return written(String(format.format(values && inDigits(format, values, locale))));
  };
}

/** The text in `language`, else English; Urdu never stands in for Persian nor the reverse. */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en;
}

/** True when `text` is missing in `language`, so that the reader sees another language and is told so. */
export const isFallback = (text: LocalizedText, language: Language): boolean => text[language] === undefined;
