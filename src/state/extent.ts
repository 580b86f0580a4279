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

/** A point grown by its radius of doubt; good to a per cent, enough to choose a camera. */
function around([lng, lat]: readonly [number, number], radiusMeters: number): Bounds {
  const north = Math.max(radiusMeters, 4_000) / METERS_PER_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [lng - east, lat - north, lng + east, lat + north];
}

const union = (a: Bounds | null, b: Bounds): Bounds =>
  a ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] : b;

/** The extent of a feature with its doubt and its further places, or null when no position is known. */
export function boundsOf(feature: AtlasFeature | null): Bounds | null {
  if (!feature) return null;
  const record = feature.properties;
  const radius = "where" in record ? (record.where?.uncertaintyRadiusM ?? 0) : 0;
  let bounds: Bounds | null = null;
  if (feature.geometry) {
    for (const [lng = 0, lat = 0] of positionsOf(feature.geometry)) {
      bounds = union(bounds, feature.geometry.type === "Point" ? around([lng, lat], radius) : [lng, lat, lng, lat]);
    }
  }
  if ("alsoAt" in record) {
    for (const { point, where } of record.alsoAt) {
      if (point) bounds = union(bounds, around(point, where?.uncertaintyRadiusM ?? 0));
    }
  }
  return bounds;
}
