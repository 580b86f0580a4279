import { numberText, pluralOf } from "./number-text";

export type MessageValues = Readonly<Record<string, string | number>>;

/** A piece of a message: text, a value to fill in (`#` for the number of the plural around it), or a choice by number. */
export type MessagePart =
  | string
  | { readonly value: string }
  | { readonly plural: string; readonly options: Readonly<Record<string, readonly MessagePart[]>> };

const TEXT = /[^{}#]+|#/y;
const HEAD = /\{\s*(\w+)\s*(?:,\s*(number|plural,)\s*)?/y;
const OPTION = /\s*(=\d+|\w+)\s*\{/y;
const END = /\s*\}/y;

/**
 * The pieces of a message in the part of ICU MessageFormat that the catalogues are written in: `{name}`,
 * `{name, number}`, and `{name, plural, =0 {…} one {…} other {…}}` with `#`. There is no quoting. Throws SyntaxError for
 * anything else.
 */
export function parseMessage(text: string): readonly MessagePart[] {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const expect = (found: unknown) => {
    if (!found) throw new SyntaxError(`malformed message at ${at}: ${text}`);
  };
  const readParts = (isCounting: boolean): MessagePart[] => {
    const parts: MessagePart[] = [];
    for (;;) {
      const literal = take(TEXT)?.[0];
      const head = literal === undefined ? take(HEAD) : null;
      if (literal !== undefined) parts.push(isCounting && literal === "#" ? { value: "#" } : literal);
      else if (head) parts.push(readPlaceholder(head[1] ?? "", head[2] === "plural,"));
      else return parts;
    }
  };
  const readPlaceholder = (name: string, isPlural: boolean): MessagePart => {
    const options: Record<string, readonly MessagePart[]> = {};
    for (let option = isPlural && take(OPTION); option; option = take(OPTION)) {
      options[option[1] ?? ""] = readParts(true);
      expect(take(END));
    }
    expect(take(END));
    expect(!isPlural || options.other);
    return isPlural ? { plural: name, options } : { value: name };
  };
  const parts = readParts(false);
  expect(at === text.length);
  return parts;
}

/**
 * The text of a message with `values` in it, its numbers in the digits and its choices by the plural rules of `locale`.
 * Throws RangeError for a value that is not there.
 */
export function fillMessage(
  parts: readonly MessagePart[],
  values: MessageValues,
  locale: string,
  counted?: number,
): string {
  const valueNamed = (name: string) => {
    const value = name === "#" ? counted : values[name];
    if (value === undefined) throw new RangeError(`no value for ${name}`);
    return value;
  };
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if ("plural" in part) {
        const count = Number(valueNamed(part.plural));
        const chosen = part.options[`=${count}`] ?? part.options[pluralOf(count, locale)] ?? part.options.other ?? [];
        return fillMessage(chosen, values, locale, count);
      }
      const value = valueNamed(part.value);
      return typeof value === "number" ? numberText(value, locale) : value;
    })
    .join("");
}
