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

/** West, south, east and north of all geometries, in degrees; null where there is no position. */
export function boxOf(geometries: Iterable<Geometry | null>): [number, number, number, number] | null {
  let box: [number, number, number, number] | null = null;
  for (const geometry of geometries) {
    if (!geometry) continue;
    for (const [lng = 0, lat = 0] of positionsOf(geometry)) {
      box = box
        ? [Math.min(box[0], lng), Math.min(box[1], lat), Math.max(box[2], lng), Math.max(box[3], lat)]
        : [lng, lat, lng, lat];
    }
  }
  return box;
}
