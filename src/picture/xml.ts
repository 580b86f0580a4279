/** Characters that XML 1.0 cannot carry: controls, lone surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** `text` as character data or an attribute value of XML; what XML cannot carry is left out. */
export const escapeXml = (text: string): string =>
  text.replace(ILLEGAL, "").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

/** A number with at most `decimals` decimals and no needless zeros; never an exponent, NaN or infinity. */
export function number(value: number, decimals = 1): string {
  if (!Number.isFinite(value)) throw new RangeError("a picture needs finite numbers");
  const text = value.toFixed(decimals);
  return decimals === 0 ? text.replace(/^-0$/, "0") : text.replace(/\.?0+$/, "").replace(/^-0$/, "0");
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * One element as text. Attribute values are escaped; `content` is markup already made by `element` or `escapeXml`.
 * Attributes that are undefined are left out.
 */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const pairs = Object.entries(attributes)
    .filter((pair): pair is [string, string | number] => pair[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? number(value, 2) : escapeXml(value)}"`);
  const inside = content.join("");
  return inside === "" ? `<${name}${pairs.join("")}/>` : `<${name}${pairs.join("")}>${inside}</${name}>`;
}
