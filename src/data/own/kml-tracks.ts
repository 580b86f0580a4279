import type { Feature, Geometry, Position } from "geojson";
import { allOf, isReadable, numbersOf } from "./kml-coordinates";
import { within } from "./xml-element";

/** For each track of an element that has positions, whether each of them can be read. */
export const tracksOf = (element: Element) =>
  allOf(element, "Track")
    .map((track) => ({
      placed: allOf(track, "coord").map((at) => isReadable(numbersOf(at.textContent ?? "", " "))),
      hasTimes: within(track, "when").length > 0,
    }))
    .filter(({ placed }) => placed.length > 0);

/** A geometry without the positions of tracks that cannot be read; null when nothing is left of it. */
function placedGeometry(geometry: Geometry | null): Geometry | null {
  if (geometry?.type === "GeometryCollection") {
    const parts = geometry.geometries.map(placedGeometry).filter((part) => part !== null);
    return parts.length > 1 ? { ...geometry, geometries: parts } : (parts[0] ?? null);
  }
  if (geometry?.type === "Point") return isReadable(geometry.coordinates) ? geometry : null;
  if (geometry?.type !== "LineString") return geometry;
  const placed: Position[] = geometry.coordinates.filter(isReadable);
  const [only] = placed;
  if (placed.length > 1) return { ...geometry, coordinates: placed };
  return only ? { type: "Point", coordinates: only } : null;
}

/** A placemark without the positions of tracks that cannot be read, and without their times. */
export function withoutUnplaced(feature: Feature<Geometry | null>, element: Element): Feature<Geometry | null> {
  const tracks = tracksOf(element);
  if (tracks.every(({ placed }) => placed.every(Boolean))) return feature;
  const timed = tracks.filter(({ hasTimes }) => hasTimes).map(({ placed }) => placed);
  const kept = (times: unknown, placed: readonly boolean[] = []) =>
    Array.isArray(times) && times.length === placed.length ? times.filter((_, at) => placed[at]) : times;
  const { times } = (feature.properties?.coordinateProperties ?? {}) as { readonly times?: readonly unknown[] };
  const tidy = timed.length === 1 ? kept(times, timed[0]) : times?.map((part, at) => kept(part, timed[at]));
  const noted = times ? { coordinateProperties: { times: tidy } } : {};
  return { ...feature, geometry: placedGeometry(feature.geometry), properties: { ...feature.properties, ...noted } };
}
