import type { Language } from "../data/language";
import type { MessageValues } from "../state/language/message";
import { numberText, pluralOf } from "../state/language/number-text";
import { LOCALES, type Translate } from "../state/language/translate";

/** A piece of a message: text, a value to fill in (`#` for the number of the plural around it), or a choice by number. */
export type LightPart =
  | string
  | { readonly value: string }
  | { readonly plural: string; readonly options: Readonly<Record<string, readonly LightPart[]>> };

/** The messages of the light map by key, parsed while building. */
export type LightMessages = Readonly<Record<string, string | readonly LightPart[]>>;

function fill(parts: readonly LightPart[], values: MessageValues, locale: string, counted = 0): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if ("plural" in part) {
        const count = Number(values[part.plural]);
        const { options } = part;
        const chosen = options[`=${count}`] ?? options[pluralOf(count, locale)] ?? options.other;
        return fill(chosen ?? [], values, locale, count);
      }
      const value = part.value === "#" ? counted : values[part.value];
      return typeof value === "number" ? numberText(value, locale) : String(value);
    })
    .join("");
}

/** A function that answers the message of a key. Throws RangeError for a key that is not there. */
export function lightTranslator(messages: LightMessages, language: Language): Translate {
  return (key, values = {}) => {
    const message = messages[key];
    if (message === undefined) throw new RangeError(`unknown message: ${key}`);
    return typeof message === "string" ? message : fill(message, values, LOCALES[language]);
  };
}
