import { gpx, kml } from "@tmcw/togeojson";
import type { Feature, Geometry } from "geojson";
import { Refused } from "./refused";
import { isForbiddenKey } from "./safe-json";

/** The elements that become features, in the order in which the library goes through them. */
const ELEMENTS = { kml: ["Placemark", "GroundOverlay", "NetworkLink"], gpx: ["trk", "rte", "wpt"] } as const;

const within = (parent: Document | Element, name: string): readonly Element[] =>
  Array.from(parent.getElementsByTagName(name));

/** Descriptions that may hold HTML are kept as the text that they are; times that togeojson nests get names of their own. */
function plainProperties(feature: Feature<Geometry | null>): unknown {
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(feature.properties ?? {})) {
    if (typeof value === "object" && value !== null && "@type" in value && "value" in value) {
      properties[name] = value.value;
    } else if (name === "timespan" && typeof value === "object" && value !== null) {
      const { begin, end } = value as { begin?: unknown; end?: unknown };
      properties.date_start = begin ?? null;
      properties.date_end = end ?? null;
    } else if (value !== undefined) properties[name] = value;
  }
  return { type: "Feature", geometry: feature.geometry, properties };
}

/** True when something in `element` would be written under a name that reaches into the machinery of a program. */
function hasForbiddenName(element: Element): boolean {
  const named = [...within(element, "Data"), ...within(element, "SimpleData")];
  return (
    named.some((data) => isForbiddenKey(data.getAttribute("name") ?? "")) || within(element, "__proto__").length > 0
  );
}

const featureOf = (element: Element, feature: Feature<Geometry | null>): unknown =>
  hasForbiddenName(element) ? new Refused("forbidden-key") : plainProperties(feature);

/** True for an element of KML that has coordinates of which the library could make nothing. */
const hasLostPlace = (element: Element): boolean =>
  ["coordinates", "gx:coord"].some((name) => within(element, name).some((part) => part.textContent?.trim() !== ""));

function featuresOfKml(document: Document): readonly unknown[] {
  const { features } = kml(document);
  return ELEMENTS.kml
    .flatMap((name) => within(document, name))
    .flatMap((element, at) => {
      const feature = features[at];
      if (!feature) return [];
      const isLost = feature.geometry === null && hasLostPlace(element);
      return [isLost ? new Refused("bad-geometry") : featureOf(element, feature)];
    });
}

const isPlaced = (point: Element): boolean =>
  ["lon", "lat"].every((name) => !Number.isNaN(Number.parseFloat(point.getAttribute(name) ?? "")));
const isLine = (line: Element, point: string): boolean => within(line, point).filter(isPlaced).length >= 2;

/** Whether the library makes a feature of an element; it passes the others over without a word. */
const IS_READ: Readonly<Record<(typeof ELEMENTS.gpx)[number], (element: Element) => boolean>> = {
  trk: (track) => within(track, "trkseg").some((segment) => isLine(segment, "trkpt")),
  rte: (route) => isLine(route, "rtept"),
  wpt: isPlaced,
};

function featuresOfGpx(document: Document): readonly unknown[] {
  const read = gpx(document).features.values();
  return ELEMENTS.gpx.flatMap((name) =>
    within(document, name).map((element) => {
      const feature = IS_READ[name](element) ? read.next().value : undefined;
      return feature ? featureOf(element, feature) : new Refused("bad-geometry");
    }),
  );
}

/** The features of a KML or GPX document, one for each element that stands for a place, a line or an area. */
export const featuresOfXml = (document: Document, root: "kml" | "gpx"): readonly unknown[] =>
  root === "kml" ? featuresOfKml(document) : featuresOfGpx(document);
