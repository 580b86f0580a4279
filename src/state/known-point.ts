import type { AtlasFeature } from "../data/feature";
import type { Vertex } from "./vertex-history";

/** One end of a measured distance with its doubt. */
export interface KnownEnd {
  readonly position: Vertex;
  readonly radiusMeters: number;
}

/** The point of a feature and its radius of doubt, or null when it has no point. */
export function knownPoint(feature: AtlasFeature | null | undefined): KnownEnd | null {
  if (feature?.geometry?.type !== "Point") return null;
  const [lng, lat] = feature.geometry.coordinates;
  if (lng === undefined || lat === undefined) return null;
  const record = feature.properties;
  return { position: [lng, lat], radiusMeters: "where" in record ? (record.where?.uncertaintyRadiusM ?? 0) : 0 };
}
