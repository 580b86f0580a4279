import { within } from "./xml-element";

/** The elements inside `parent` that have this name, whatever their prefix. */
export const allOf = (parent: Document | Element, name: string): readonly Element[] =>
  Array.from(parent.getElementsByTagNameNS("*", name));

/** The numbers of one position, as the library reads them. */
export const numbersOf = (text: string, separator: string): number[] => text.split(separator).map(Number.parseFloat);

/** True for numbers that begin with a longitude and a latitude. */
export const isReadable = (numbers: readonly number[]): boolean =>
  numbers.length >= 2 && numbers.slice(0, 2).every((number) => !Number.isNaN(number));

/** A number as XML Schema writes it: the library would take what begins with one for that one, as 0 of “0x3D”. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const isPlain = (parts: readonly string[]): boolean => parts.slice(0, 2).every((part) => NUMBER.test(part));

/** Two numbers, or three with the height: of more nobody knows which belong together. */
const isTuple = (text: string): boolean => {
  const parts = text.split(",");
  return parts.length >= 2 && parts.length <= 3 && isPlain(parts);
};

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Takes out of a document what the library would misread – it would take the second and third number of “x,61,27” for a
 * position – and the spaces at which it would split one in two. Answers the elements that have lost a position so.
 */
export function takeOutUnreadable(document: Document): ReadonlySet<Element> {
  const touched = new Set<Element>();
  for (const coordinates of within(document, "coordinates")) {
    const text = (coordinates.textContent ?? "").trim().replace(/\s*,\s*/g, ",");
    const tuples = text === "" ? [] : text.split(/\s+/);
    const readable = tuples.filter(isTuple);
    if (readable.length < tuples.length) touched.add(coordinates);
    setText(coordinates, readable.join(" "));
  }
  for (const position of allOf(document, "coord")) {
    const text = (position.textContent ?? "").trim().replace(/\s+/g, " ");
    // Its place in the track stays, for the times beside it.
    setText(position, isPlain(text.split(" ")) ? text : "");
  }
  return touched;
}

/** Whether the library takes a line or ring: it wants two positions, and of a ring four when it is closed. */
export function isLongEnough(shape: Element): boolean {
  const tuples = within(shape, "coordinates")[0]?.textContent?.split(" ") ?? [];
  if (shape.localName !== "LinearRing") return tuples.length >= 2;
  return tuples.length + Number(tuples[0] !== tuples.at(-1)) >= 4;
}

/** True for an area whose outline is lost, so that the library would take a hole of it for one. */
export const hasLostOutline = (polygon: Element): boolean =>
  within(polygon, "innerBoundaryIs").length > 0 &&
  !within(polygon, "outerBoundaryIs").some((outline) => within(outline, "LinearRing").some(isLongEnough));
