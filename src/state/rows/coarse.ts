import type { Geometry, Position } from "geojson";
import type { Bounds } from "../camera";

/** How much of a shape is kept: corners nearer than `near` degrees go, beyond the bounds those nearer than `far`. */
export interface Coarseness {
  readonly bounds: Bounds;
  readonly near: number;
  readonly far: number;
}

const RING = 4;

const apart = ([x = 0, y = 0]: Position, [toX = 0, toY = 0]: Position) =>
  Math.max(Math.abs(toX - x), Math.abs(toY - y));
const flat = ([lng = 0, lat = 0]: Position): Position => [lng, lat];

/** A line with the corners that can be told apart; its ends stay, and so do the ends of long sides that may cross the view. */
function coarseLine(line: readonly Position[], { bounds, near, far }: Coarseness): Position[] {
  const [west, south, east, north] = bounds;
  const kept: Position[] = [];
  line.forEach((position, at) => {
    const [before, after] = [kept.at(-1), line[at + 1]];
    const [lng = 0, lat = 0] = position;
    const isInside = lng >= west && lng <= east && lat >= south && lat <= north;
    const isWanted =
      !before || !after || apart(before, position) >= (isInside ? near : far) || apart(position, after) >= far;
    if (isWanted) kept.push(flat(position));
  });
  return kept;
}

/** A ring likewise; one of fewer corners than a ring needs gets as many back. */
function coarseRing(ring: readonly Position[], coarseness: Coarseness): Position[] {
  const kept = coarseLine(ring, coarseness);
  if (kept.length >= RING) return kept;
  const last = ring.length - 1;
  return [0, last / 3, (2 * last) / 3, last].map((at) => flat(ring[Math.round(at)] ?? []));
}

/** A geometry as coarse as it may be drawn, without heights. */
export function coarse(geometry: Geometry, coarseness: Coarseness): Geometry {
  const rings = (all: readonly Position[][]) => all.map((ring) => coarseRing(ring, coarseness));
  switch (geometry.type) {
    case "Point":
    case "MultiPoint":
      return geometry;
    case "LineString":
      return { type: "LineString", coordinates: coarseLine(geometry.coordinates, coarseness) };
    case "MultiLineString":
      return {
        type: "MultiLineString",
        coordinates: geometry.coordinates.map((line) => coarseLine(line, coarseness)),
      };
    case "Polygon":
      return { type: "Polygon", coordinates: rings(geometry.coordinates) };
    case "MultiPolygon":
      return { type: "MultiPolygon", coordinates: geometry.coordinates.map(rings) };
    case "GeometryCollection":
      return { type: "GeometryCollection", geometries: geometry.geometries.map((part) => coarse(part, coarseness)) };
  }
}
