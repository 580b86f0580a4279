const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** `text` for a page: line ends become spaces, controls go, and what HTML reads as its own is escaped, in attributes too. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");

/** The attributes of a tag, each with a space before it. */
export const htmlAttributes = (pairs: Readonly<Record<string, string | number>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join("");
