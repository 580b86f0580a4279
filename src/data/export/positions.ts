import type { Geometry, Position } from "geojson";

/** Every position of a geometry, in order. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  switch (geometry.type) {
    case "Point":
      yield geometry.coordinates;
      return;
    case "MultiPoint":
    case "LineString":
      yield* geometry.coordinates;
      return;
    case "MultiLineString":
    case "Polygon":
      for (const part of geometry.coordinates) yield* part;
      return;
    case "MultiPolygon":
      for (const part of geometry.coordinates) for (const ring of part) yield* ring;
      return;
    case "GeometryCollection":
      for (const part of geometry.geometries) yield* positionsOf(part);
  }
}

/** West, south, east and north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** `box` with everything of `geometry` in it. */
export function grown(box: Box | null, geometry: Geometry): Box | null {
  let all = box;
  for (const [lng = 0, lat = 0] of positionsOf(geometry)) {
    all = all
      ? [Math.min(all[0], lng), Math.min(all[1], lat), Math.max(all[2], lng), Math.max(all[3], lat)]
      : [lng, lat, lng, lat];
  }
  return all;
}
