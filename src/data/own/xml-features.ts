import { featuresOfGpx } from "./gpx-features";
import { featuresOfKml } from "./kml-features";
import { Refused } from "./refused";
import type { ReadElement } from "./xml-element";

/** Names under which KML and GPX tell a single moment. */
const MOMENTS = ["timestamp", "time"];

/** Where some elements tell a period, those that tell a moment begin with it: a file has one column of dates. */
function withOneColumnOfDates(elements: readonly ReadElement[]): readonly ReadElement[] {
  const hasPeriods = elements.some(({ feature }) => !(feature instanceof Refused) && feature.properties.date_start);
  if (!hasPeriods) return elements;
  return elements.map((element) => {
    const { feature, note } = element;
    if (feature instanceof Refused || feature.properties.date_start) return element;
    const { properties } = feature;
    const name = MOMENTS.find((one) => Object.hasOwn(properties, one));
    if (name === undefined) return element;
    return { feature: { ...feature, properties: { ...properties, date_start: properties[name] } }, note };
  });
}

/** What a KML or GPX document holds: one feature for each element that stands for a place, a line or an area. */
export const featuresOfXml = (document: Document, root: "kml" | "gpx"): readonly ReadElement[] =>
  withOneColumnOfDates(root === "kml" ? featuresOfKml(document) : featuresOfGpx(document));
