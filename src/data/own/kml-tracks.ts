import type { Feature, Geometry, Position } from "geojson";
import { allOf, isReadable, numbersOf } from "./kml-coordinates";
import { within } from "./xml-element";

/** The tracks of an element that have positions: whether each of these can be read, and what was noted at each. */
export const tracksOf = (element: Element) =>
  allOf(element, "Track")
    .map((track) => ({
      placed: allOf(track, "coord").map((at) => isReadable(numbersOf(at.textContent ?? "", " "))),
      hasTimes: within(track, "when").length > 0,
      noted: allOf(track, "SimpleArrayData").map((column) => ({
        name: column.getAttribute("name") ?? "",
        values: allOf(column, "value").map(({ textContent }) => textContent ?? ""),
      })),
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

/** `values` of the points that can be read, where there is one for each point. */
const kept = (values: unknown, placed: readonly boolean[] = []): unknown =>
  Array.isArray(values) && values.length === placed.length ? values.filter((_, at) => placed[at]) : values;

/**
 * A placemark with what its tracks note of each point – the library takes the times alone – and without the positions that
 * cannot be read, their times and notes.
 */
export function withTracks(feature: Feature<Geometry | null>, element: Element): Feature<Geometry | null> {
  const tracks = tracksOf(element);
  if (tracks.length === 0) return feature;
  const timed = tracks.filter(({ hasTimes }) => hasTimes).map(({ placed }) => placed);
  const { times } = (feature.properties?.coordinateProperties ?? {}) as { readonly times?: readonly unknown[] };
  const tidy = timed.length === 1 ? kept(times, timed[0]) : times?.map((part, at) => kept(part, timed[at]));
  const names = new Set(tracks.flatMap(({ noted }) => noted.map(({ name }) => name)));
  const columns = [...names].map((name) => {
    const parts = tracks.map(({ noted, placed }) => kept(noted.find((one) => one.name === name)?.values ?? [], placed));
    return [name, parts.length === 1 ? parts[0] : parts] as const;
  });
  if (!times && columns.length === 0) return { ...feature, geometry: placedGeometry(feature.geometry) };
  const coordinateProperties = Object.fromEntries([...columns, ...(times ? [["times", tidy] as const] : [])]);
  return {
    ...feature,
    geometry: placedGeometry(feature.geometry),
    properties: { ...feature.properties, coordinateProperties },
  };
}
