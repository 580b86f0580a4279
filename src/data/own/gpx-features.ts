import { gpx } from "@tmcw/togeojson";
import type { Feature, Geometry } from "geojson";
import { Refused } from "./refused";
import { type ReadElement, readElement, within } from "./xml-element";

/** The elements that become features, in the order in which the library goes through them. */
const ELEMENTS = ["trk", "rte", "wpt"] as const;

const isPlaced = (point: Element): boolean =>
  ["lon", "lat"].every((name) => !Number.isNaN(Number.parseFloat(point.getAttribute(name) ?? "")));

/** For each point of each line of an element whether it has a position. */
const LINES: Readonly<Record<(typeof ELEMENTS)[number], (element: Element) => readonly (readonly boolean[])[]>> = {
  trk: (track) => within(track, "trkseg").map((segment) => within(segment, "trkpt").map(isPlaced)),
  rte: (route) => [within(route, "rtept").map(isPlaced)],
  wpt: (point) => [[isPlaced(point)]],
};

const placedOf = (line: readonly boolean[]): number => line.filter(Boolean).length;

/**
 * `feature` with what the library noted of the points of its lines only for those that have a position: it keeps the
 * others' values although it leaves the points out.
 */
function aligned(feature: Feature<Geometry | null>, lines: readonly (readonly boolean[])[]): Feature<Geometry | null> {
  const noted = feature.properties?.coordinateProperties as Readonly<Record<string, unknown>> | undefined;
  if (!noted || lines.every((line) => line.every(Boolean))) return feature;
  const kept = (values: unknown, line: readonly boolean[] = []): unknown =>
    Array.isArray(values) && values.length === line.length ? values.filter((_, at) => line[at]) : values;
  const tidy = Object.entries(noted).map(([name, values]) => {
    if (name === "times" || !Array.isArray(values)) return [name, values];
    return [name, lines.length === 1 ? kept(values, lines[0]) : values.map((part, at) => kept(part, lines[at]))];
  });
  return { ...feature, properties: { ...feature.properties, coordinateProperties: Object.fromEntries(tidy) } };
}

/** What the library takes itself, or what is no text. */
const TAKEN = ["name", "cmt", "desc", "type", "time", "keywords", "sym", "ele", "link", "extensions"];

/** `feature` with the texts of its element that the library passes over, as how good its position is. */
function withTexts(feature: Feature<Geometry | null>, element: Element): Feature<Geometry | null> {
  const texts = Array.from(element.childNodes)
    .filter((node): node is Element => node.nodeType === 1)
    .filter(
      ({ localName, childNodes: [only, ...more] }) =>
        !TAKEN.includes(localName) && more.length === 0 && only?.nodeType !== 1,
    )
    .map(({ localName, textContent }) => [localName, (textContent ?? "").trim()] as const)
    .filter(([name, text]) => text !== "" && !Object.hasOwn(feature.properties ?? {}, name));
  return { ...feature, properties: { ...feature.properties, ...Object.fromEntries(texts) } };
}

/**
 * Behind the key of a record, what this atlas writes of it where GPX has no words of its own: its days, for a day is no moment
 * as GPX's times are, and how exactly its place is known.
 */
const COMMENT =
  /^[^\s/]+\/[^\s/]+(?: (\d{4}-\d{2}-\d{2}))?(?: (\d{4}-\d{2}-\d{2}))?(?: ([a-z]+), within (\d+(?:\.\d+)?) m)?$/;

/** `feature` with what an export of ours has in its comment. */
function withComment(feature: Feature<Geometry | null>): Feature<Geometry | null> {
  const [, start, end = start, precision, radius] = COMMENT.exec(String(feature.properties?.cmt ?? "")) ?? [];
  const days = start === undefined ? {} : { date_start: start, date_end: end };
  const kind = feature.properties?.type;
  const where = precision === undefined ? {} : { kind, precision, uncertainty_m: Number(radius) };
  return { ...feature, properties: { ...feature.properties, ...days, ...where } };
}

/** The features of a GPX document: tracks, routes and way points. */
export function featuresOfGpx(document: Document): readonly ReadElement[] {
  const read = gpx(document).features.values();
  const isOurs = document.documentElement?.getAttribute("creator") === "Sarhad";
  return ELEMENTS.flatMap((name) =>
    within(document, name).map((element): ReadElement => {
      const least = name === "wpt" ? 1 : 2;
      const lines = LINES[name](element).filter((line) => line.length > 0);
      // The library passes over what has no line, without a word.
      const taken = lines.filter((line) => placedOf(line) >= least);
      const feature = taken.length > 0 ? read.next().value : undefined;
      if (!feature) return { feature: new Refused("bad-geometry"), note: null };
      const isWhole = taken.length === lines.length && taken.every((line) => line.every(Boolean));
      const told = withTexts(aligned(feature, taken), element);
      return readElement(element, isOurs ? withComment(told) : told, isWhole ? null : "parts-left-out");
    }),
  );
}
