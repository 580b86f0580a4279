import type { Geometry, Position } from "geojson";
import type { Frame } from "./frame";

function positionsOf(geometry: Exclude<Geometry, { type: "GeometryCollection" }>): readonly Position[] {
  switch (geometry.type) {
    case "Point":
      return [geometry.coordinates];
    case "LineString":
    case "MultiPoint":
      return geometry.coordinates;
    case "Polygon":
    case "MultiLineString":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
  }
}

/** Whether any of a geometry may show in a frame: the rectangle around it and that of the frame meet. */
export function isInSight(geometry: Geometry | null, frame: Frame): boolean {
  if (geometry === null) return false;
  if (geometry.type === "GeometryCollection") return geometry.geometries.some((part) => isInSight(part, frame));
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of positionsOf(geometry)) {
    const [x, y] = frame.toPixel(position);
    if (frame.holds([x, y])) return true;
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return left <= frame.width && right >= 0 && top <= frame.height && bottom >= 0;
}
