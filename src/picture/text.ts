import type { Language, LocalizedName, LocalizedText } from "../data/text";
import { type Attributes, element, escapeXml } from "./xml";

const ARABIC_SCRIPT = /[\u0600-\u06ff\u0750-\u077f]/;

/** The direction a text runs in, by its script: a name that is shown in another language keeps its own. */
export const directionOfText = (text: string): "ltr" | "rtl" => (ARABIC_SCRIPT.test(text) ? "rtl" : "ltr");

const advances = new Map<string, number>();

/** Advance widths in parts of the size, by kind of character; measured on the page's fonts and rounded up. */
function advance(character: string): number {
  const known = advances.get(character);
  if (known !== undefined) return known;
  const width = measuredAdvance(character);
  advances.set(character, width);
  return width;
}

function measuredAdvance(character: string): number {
  if (ARABIC_SCRIPT.test(character)) return 0.5;
  if (/[A-ZÀ-ÞĀ-Ž–—]/.test(character)) return 0.62;
  if (/[ .,:;'’()|ijltfrI·-]/.test(character)) return 0.32;
  if (/[mwMW]/.test(character)) return 0.82;
  return /\p{Mark}|[\u200b-\u200f\u2066-\u2069]/u.test(character) ? 0 : 0.52;
}

/** About how wide `text` is at `size` px; good to a tenth, enough to keep texts apart. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + advance(character), 0) * size;

/** `text` broken between words into lines of at most `width` px. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** Where a text stands towards its point on the screen, whatever its direction. */
export type Side = "left" | "middle" | "right";

/**
 * A line of text that begins right of its point (`right`), ends left of it (`left`) or has it in its middle. In SVG “start”
 * and “end” follow the direction of the text, so they trade places for Arabic script.
 */
export function textElement(text: string, x: number, y: number, side: Side, attributes: Attributes = {}): string {
  const direction = directionOfText(text);
  const isStart = (side === "right") === (direction === "ltr");
  const anchor = side === "middle" ? "middle" : isStart ? undefined : "end";
  return element(
    "text",
    { x, y, "text-anchor": anchor, direction: direction === "rtl" ? "rtl" : undefined, ...attributes },
    escapeXml(text),
  );
}

/** The name in `language`, else in English: Urdu and Persian never stand in for each other. */
export const nameIn = (name: LocalizedName | LocalizedText, language: Language): string => name[language] ?? name.en;
