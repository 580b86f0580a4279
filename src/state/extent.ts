import type { Geometry, Position } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { Bounds } from "./camera";

const METERS_PER_DEGREE = 111_320;

function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) yield* positionsOf(part);
    return;
  }
  const stack: unknown[] = [geometry.coordinates];
  while (stack.length > 0) {
    const item = stack.pop();
    if (!Array.isArray(item)) continue;
    if (typeof item[0] === "number") yield item as Position;
    else for (const part of item) stack.push(part);
  }
}

/** So much of the surroundings of a point a camera shows at least. */
const SURROUNDINGS_METERS = 4_000;

/** A point grown by its radius of doubt; good to a per cent, enough to choose a camera and what is in view. */
export function around([lng, lat]: readonly [number, number], radiusMeters: number): Bounds {
  const north = radiusMeters / METERS_PER_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [lng - east, lat - north, lng + east, lat + north];
}

const union = (a: Bounds | null, b: Bounds): Bounds =>
  a ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] : b;

/** The extent of a geometry, its points grown by a radius; null for one without positions. */
export function boundsOfGeometry(geometry: Geometry, radiusMeters: number): Bounds | null {
  let bounds: Bounds | null = null;
  for (const [lng = 0, lat = 0] of positionsOf(geometry)) {
    bounds = union(bounds, geometry.type === "Point" ? around([lng, lat], radiusMeters) : [lng, lat, lng, lat]);
  }
  return bounds;
}

/**
 * The extent of a feature with its doubt and its further places, or null when no position is known. Points are grown by
 * `leastRadiusMeters` at least: as they are, a camera would come too near.
 */
export function boundsOf(feature: AtlasFeature | null, leastRadiusMeters = SURROUNDINGS_METERS): Bounds | null {
  if (!feature) return null;
  const record = feature.properties;
  const radiusOf = (where: { readonly uncertaintyRadiusM: number } | null | undefined) =>
    Math.max(where?.uncertaintyRadiusM ?? 0, leastRadiusMeters);
  const where = "where" in record ? record.where : null;
  let bounds = feature.geometry && boundsOfGeometry(feature.geometry, radiusOf(where));
  if ("alsoAt" in record) {
    for (const { point, where } of record.alsoAt) {
      if (point) bounds = union(bounds, around(point, radiusOf(where)));
    }
  }
  return bounds;
}
