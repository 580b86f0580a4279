/** Characters that XML 1.0 cannot carry: controls, lone surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // A parser turns a bare carriage return into a line feed.
  "\r": "&#13;",
};

/** `text` as character data or an attribute value of XML; what XML cannot carry is left out. */
export const escapeXml = (text: string): string =>
  text.replace(ILLEGAL, "").replace(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? "");
