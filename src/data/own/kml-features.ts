import { kml } from "@tmcw/togeojson";
import type { Feature, Geometry } from "geojson";
import type { SkipReason } from "./issues";
import { hasLostOutline, isLongEnough, takeOutUnreadable } from "./kml-coordinates";
import { tracksOf, withTracks } from "./kml-tracks";
import { Refused } from "./refused";
import { type ReadElement, readElement, within } from "./xml-element";

/** The elements of which the library makes features, in the order in which it goes through them. */
const ELEMENTS = ["Placemark", "GroundOverlay", "NetworkLink"] as const;

/** Elements that stand for no place of their own, and why they are passed over. */
const REFUSED: Readonly<Record<string, SkipReason>> = {
  NetworkLink: "network-link",
  PhotoOverlay: "overlay",
  ScreenOverlay: "overlay",
};

const BAD_GEOMETRY: ReadElement = { feature: new Refused("bad-geometry"), note: null };

/** True when something of an element has coordinates of which not all could be read. */
function hasLostParts(element: Element, touched: ReadonlySet<Element>): boolean {
  const hasText = (shape: Element) => within(shape, "coordinates").some(({ textContent }) => textContent !== "");
  return (
    within(element, "coordinates").some((coordinates) => touched.has(coordinates)) ||
    tracksOf(element).some(({ placed }) => !placed.every(Boolean)) ||
    ["LineString", "LinearRing"].some((name) =>
      within(element, name).some((shape) => hasText(shape) && !isLongEnough(shape)),
    )
  );
}

function readPlacemark(element: Element, read: Feature<Geometry | null>, touched: ReadonlySet<Element>): ReadElement {
  if (within(element, "Polygon").some(hasLostOutline)) return BAD_GEOMETRY;
  const feature = withTracks(read, element);
  const isPartial = hasLostParts(element, touched);
  if (feature.geometry === null && (isPartial || within(element, "Model").length > 0)) return BAD_GEOMETRY;
  return readElement(element, feature, isPartial ? "parts-left-out" : null);
}

/** The elements right inside `parent` that have this name. */
const childrenNamed = (parent: Element, name: string): readonly Element[] =>
  within(parent, name).filter((element) => element.parentNode === parent);

/** The names of the folders that an element lies in, the outermost first; empty for none. */
function foldersOf(element: Element): string {
  const names: string[] = [];
  for (let at = element.parentNode as Element | null; at; at = at.parentNode as Element | null) {
    if (at.localName === "Folder") names.unshift((childrenNamed(at, "name")[0]?.textContent ?? "").trim());
  }
  return names.filter((name) => name !== "").join(" / ");
}

/** True for a document that the atlas wrote itself: its folders are layers, not what its records have. */
const isExport = (document: Document): boolean =>
  within(document, "Document").some((element) =>
    childrenNamed(element, "ExtendedData").some((data) =>
      within(data, "Data").some((one) => one.getAttribute("name") === "dataVersion"),
    ),
  );

/** What was read of an element, with its folders. */
function inFolders(read: ReadElement, element: Element): ReadElement {
  const folder = foldersOf(element);
  if (folder === "" || read.feature instanceof Refused || Object.hasOwn(read.feature.properties, "folder")) return read;
  return { ...read, feature: { ...read.feature, properties: { ...read.feature.properties, folder } } };
}

/** The features of a KML document; what links to other files and what lies on the screen is refused with its reason. */
export function featuresOfKml(document: Document): readonly ReadElement[] {
  const touched = takeOutUnreadable(document);
  const isOurs = isExport(document);
  const { features } = kml(document);
  const elements = ELEMENTS.flatMap((name) => within(document, name));
  const read = elements.flatMap((element, at): readonly ReadElement[] => {
    const feature = features[at];
    if (!feature || element.localName === "NetworkLink") return [];
    if (element.localName === "Placemark") {
      const placemark = readPlacemark(element, feature, touched);
      return [isOurs ? placemark : inFolders(placemark, element)];
    }
    if (feature.geometry === null && hasLostParts(element, touched)) return [BAD_GEOMETRY];
    const note = within(element, "href").length > 0 ? "picture-left-out" : null;
    return [readElement(element, feature, note)];
  });
  const refused = Object.entries(REFUSED).flatMap(([name, reason]) =>
    within(document, name).map((): ReadElement => ({ feature: new Refused(reason), note: null })),
  );
  return [...read, ...refused];
}
