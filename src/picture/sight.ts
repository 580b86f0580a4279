import type { Geometry, Position } from "geojson";
import type { AtlasFeature } from "../data/feature";
import { metersPerPx } from "../state/scale";
import { linesOf } from "./corridor-drawing";
import type { Doubt } from "./doubt";
import type { Frame } from "./frame";
import { visibleParts } from "./path";

const ringsOf = (geometry: Geometry): readonly Position[] =>
  geometry.type === "Polygon"
    ? geometry.coordinates.flat()
    : geometry.type === "MultiPolygon"
      ? geometry.coordinates.flat(2)
      : [];

/** Whether any of a shape may show in a frame: a line does, or the rectangle around an area meets that of the frame. */
function isInSight(geometry: Geometry, frame: Frame): boolean {
  if (geometry.type === "GeometryCollection") return geometry.geometries.some((part) => isInSight(part, frame));
  if (geometry.type === "Point") return frame.holds(frame.toPixel(geometry.coordinates));
  if (geometry.type === "MultiPoint")
    return geometry.coordinates.some((position) => frame.holds(frame.toPixel(position)));
  if (visibleParts(linesOf(geometry), frame, 0).length > 0) return true;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of ringsOf(geometry)) {
    const [x, y] = frame.toPixel(position);
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return left <= frame.width && right >= 0 && top <= frame.height && bottom >= 0;
}

/** Where a feature has a symbol or a circle of doubt: its own point, and the further ones of an event. */
function placesOf({
  geometry,
  properties,
}: AtlasFeature): { readonly point: Position; readonly where: Doubt | null }[] {
  const where = "where" in properties ? properties.where : null;
  const own = geometry?.type === "Point" ? [{ point: geometry.coordinates, where }] : [];
  const also = "alsoAt" in properties ? properties.alsoAt : [];
  return [...own, ...also.flatMap((other) => (other.point ? [{ point: [...other.point], where: other.where }] : []))];
}

/** Whether the circle within which a place lies reaches into a frame. */
function reaches({ point, where }: ReturnType<typeof placesOf>[number], frame: Frame): boolean {
  if (!where) return false;
  const [x, y] = frame.toPixel(point);
  const [right, down] = [Math.max(-x, 0, x - frame.width), Math.max(-y, 0, y - frame.height)];
  return Math.hypot(right, down) * metersPerPx(point[1] ?? 0, frame.camera.zoom) < where.uncertaintyRadiusM;
}

/**
 * Whether something of a feature shows in a frame: its geometry, a further place of it, or the circle within which a place
 * lies. Of a circle for a whole country the edge alone is drawn; it does not count.
 */
export function isShown(feature: AtlasFeature, frame: Frame): boolean {
  if (feature.geometry !== null && isInSight(feature.geometry, frame)) return true;
  return placesOf(feature).some(
    (place) =>
      frame.holds(frame.toPixel(place.point)) || (place.where?.precision !== "country" && reaches(place, frame)),
  );
}

/** A smaller circle of doubt lies behind its symbol and needs no explanation. */
const LEAST_EXPLAINED_PX = 12;

/** Whether a circle of doubt of a feature stands out in a frame. */
export const isDoubtShown = (feature: AtlasFeature, frame: Frame): boolean =>
  placesOf(feature).some(
    (place) =>
      reaches(place, frame) &&
      (place.where?.uncertaintyRadiusM ?? 0) >=
        LEAST_EXPLAINED_PX * metersPerPx(place.point[1] ?? 0, frame.camera.zoom),
  );
