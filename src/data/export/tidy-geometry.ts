import type { Geometry, Position } from "geojson";

/** Decimals of lines and areas of the atlas: about a metre. */
export const LINE_DECIMALS = 5;
/** Decimals of the reader's own positions: about a decimetre, as RFC 7946 advises. */
export const OWN_DECIMALS = 6;

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0;

function tidyPosition([lng = 0, lat = 0, height]: Position, decimals: number): Position {
  const flat = [rounded(lng, decimals), rounded(lat, decimals)];
  return height === undefined || !Number.isFinite(height) ? flat : [...flat, rounded(height, 2)];
}

/** Twice the signed area of a ring in square degrees: positive when it runs counter-clockwise. */
function turn(ring: readonly Position[]): number {
  let sum = 0;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    sum += x * nextY - nextX * y;
  }
  return sum;
}

function tidyRings(rings: readonly Position[][], decimals: number): Position[][] {
  return rings.map((ring, index) => {
    // Judged before rounding: a small ring may lose its area.
    const runsWrong = index === 0 ? turn(ring) < 0 : turn(ring) > 0;
    const positions = ring.map((position) => tidyPosition(position, decimals));
    return runsWrong ? positions.reverse() : positions;
  });
}

/**
 * `geometry` with positions of at most `decimals` decimals of a degree and rings by the right-hand rule
 * (RFC 7946 §3.1.6: outer rings counter-clockwise, holes clockwise). Heights are kept to the centimetre.
 */
export function tidyGeometry(geometry: Geometry, decimals: number): Geometry {
  const line = (positions: readonly Position[]) => positions.map((position) => tidyPosition(position, decimals));
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: tidyPosition(geometry.coordinates, decimals) };
    case "MultiPoint":
    case "LineString":
      return { type: geometry.type, coordinates: line(geometry.coordinates) };
    case "MultiLineString":
      return { type: "MultiLineString", coordinates: geometry.coordinates.map(line) };
    case "Polygon":
      return { type: "Polygon", coordinates: tidyRings(geometry.coordinates, decimals) };
    case "MultiPolygon":
      return {
        type: "MultiPolygon",
        coordinates: geometry.coordinates.map((rings) => tidyRings(rings, decimals)),
      };
    case "GeometryCollection":
      return {
        type: "GeometryCollection",
        geometries: geometry.geometries.map((part) => tidyGeometry(part, decimals)),
      };
  }
}
