import { escapeXml } from "../xml-text";

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element that holds text; nothing when there is no text. */
export const textElement = (name: string, text: string | null, attributes = ""): string =>
  text === null || text === "" ? "" : `<${name}${attributes}>${escapeXml(text)}</${name}>`;

/** An attribute with a space before it. A parser would take a tab or a line end in its value for a space. */
export const attribute = (name: string, value: string | number): string =>
  ` ${name}="${escapeXml(String(value)).replace(/[\t\n]/g, (blank) => `&#${blank.charCodeAt(0)};`)}"`;
