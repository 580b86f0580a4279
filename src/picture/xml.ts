import { escapeXml } from "../data/xml-text";

export { escapeXml } from "../data/xml-text";

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
