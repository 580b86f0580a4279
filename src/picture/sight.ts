import type { Geometry, Position } from "geojson";
import type { AtlasFeature } from "../data/feature";
import { metersPerPx } from "../state/scale";
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
function isInSight(geometry: Geometry | null, frame: Frame): boolean {
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

/**
 * Whether something of a feature shows in a frame: its geometry, or the circle within which its place lies. Of a circle for a
 * whole country the edge alone is drawn; it does not count.
 */
export function isShown({ geometry, properties }: AtlasFeature, frame: Frame): boolean {
  if (isInSight(geometry, frame)) return true;
  const where = "where" in properties ? properties.where : null;
  if (geometry?.type !== "Point" || !where || where.precision === "country") return false;
  const [x, y] = frame.toPixel(geometry.coordinates);
  const [right, down] = [Math.max(-x, 0, x - frame.width), Math.max(-y, 0, y - frame.height)];
  const metersAPx = metersPerPx(geometry.coordinates[1] ?? 0, frame.camera.zoom);
  return Math.hypot(right, down) * metersAPx < where.uncertaintyRadiusM;
}
