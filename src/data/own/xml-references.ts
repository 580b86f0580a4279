import { HTML_ENTITIES } from "@xmldom/xmldom/lib/entities.js";

/** Where “&” is a character like any other, or the reference that it begins, if it begins one. */
const REFERENCES =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|&(?:#(\d{1,7});|#x([\da-f]{1,6});|([a-z][a-z\d]*);)?/gi;

/** The references that XML knows without being told. */
const XML_NAMES = new Set(["amp", "lt", "gt", "quot", "apos"]);
const LAST_CODE_POINT = 0x10ffff;

const numeric = (characters: string) => Array.from(characters, (one) => `&#${one.codePointAt(0)};`).join("");

/**
 * `text` with every reference in it one that XML knows: the names of HTML, such as “&nbsp;”, as the numbers of their
 * characters, and an “&” that begins no reference, as in the query of an address, as itself. No markup comes of it.
 */
export function withKnownReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCES, (found: string, decimal?: string, hexadecimal?: string, name?: string) => {
    if (!found.startsWith("&") || (name !== undefined && XML_NAMES.has(name))) return found;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
    if (code <= LAST_CODE_POINT) return found;
    const characters = name !== undefined && Object.hasOwn(HTML_ENTITIES, name) ? HTML_ENTITIES[name] : undefined;
    return characters === undefined ? `&amp;${found.slice(1)}` : numeric(characters);
  });
}
