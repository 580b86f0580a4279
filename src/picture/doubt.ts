import type { Position } from "geojson";
import type { Location } from "../data/location";
import { curvatureRadii, DEGREES, ECCENTRICITY_SQUARED, RADIANS, writeEcef } from "../geo/ellipsoid";

/** How a place is marked: a filled symbol, a hollow one where only the district is known, or none but a soft patch. */
export type Mark = "sharp" | "hollow" | "soft";

/** A circle of doubt is drawn from this radius on: a smaller one would only blur the symbol. */
export const LEAST_DOUBT_PX = 4;

/** How exactly a place is known. */
export type Doubt = Pick<Location, "precision" | "uncertaintyRadiusM">;

/** The mark that a place deserves: hollow when coarser than a settlement, soft from a province on. */
export function markOf(where: Pick<Location, "precision"> | null): Mark {
  if (where === null) return "sharp";
  if (where.precision === "province" || where.precision === "country") return "soft";
  return where.precision === "district" ? "hollow" : "sharp";
}

/** Vertices of a ring that is large on the screen. */
export const MOST_VERTICES = 96;

/**
 * The closed ring of everything within `radiusMeters` of `centre`, for drawing: each of its vertices lies within
 * 0.02 % of the radius of where the WGS84 geodesic ends, to 400 km. The geodesic is replaced by the normal section, taken
 * as a circle of Euler's radius of curvature in its direction.
 */
export function doubtRing(
  [lng, lat]: readonly [number, number],
  radiusMeters: number,
  vertices: number = MOST_VERTICES,
): Position[] {
  const phi = lat * RADIANS;
  const lambda = lng * RADIANS;
  const origin = new Float64Array(3);
  writeEcef(lng, lat, origin, 0);
  const up = [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
  const east = [-Math.sin(lambda), Math.cos(lambda), 0];
  const north = [-Math.sin(phi) * Math.cos(lambda), -Math.sin(phi) * Math.sin(lambda), Math.cos(phi)];
  const { meridian, normal } = curvatureRadii(phi);
  const ring: Position[] = [];
  for (let index = 0; index < vertices; index++) {
    const bearing = (-2 * Math.PI * index) / vertices;
    const sine = Math.sin(bearing);
    const cosine = Math.cos(bearing);
    const radius = 1 / ((cosine * cosine) / meridian + (sine * sine) / normal);
    const along = radius * Math.sin(radiusMeters / radius);
    const down = radius * (1 - Math.cos(radiusMeters / radius));
    const at = (axis: 0 | 1 | 2) =>
      (origin[axis] ?? 0) + along * (sine * (east[axis] ?? 0) + cosine * (north[axis] ?? 0)) - down * (up[axis] ?? 0);
    ring.push(fromEcef(at(0), at(1), at(2), lng));
  }
  return [...ring, ring[0] as Position];
}

/** Longitude and latitude of a point near the ellipsoid; longitudes stay within 180° of `nearLng`, to cross the antimeridian. */
function fromEcef(x: number, y: number, z: number, nearLng: number): Position {
  const lng = Math.atan2(y, x) * DEGREES;
  const lat = Math.atan2(z, Math.hypot(x, y) * (1 - ECCENTRICITY_SQUARED)) * DEGREES;
  return [lng + 360 * Math.round((nearLng - lng) / 360), lat];
}
