import type { PackedPolygons } from "./packed";
import { PolygonIndex } from "./polygon-index";
import type { Load, Side } from "./tasks";

/** Tells on which side of the borders a point lies. */
export type SideOf = (lng: number, lat: number) => Side;

/**
 * The country whose polygon holds a point, else `sea` or `other` by the land. Without land every place outside the
 * countries is `other`.
 */
export function sideFinder(countries: NonNullable<Load["countries"]>, land: PackedPolygons | null): SideOf {
  const indexes = countries.map(({ code, ...polygons }) => ({ code, index: new PolygonIndex(polygons) }));
  const landIndex = land ? new PolygonIndex(land) : null;
  return (lng, lat) => {
    for (const { code, index } of indexes) if (index.contains(lng, lat)) return code;
    return landIndex && !landIndex.contains(lng, lat) ? "sea" : "other";
  };
}
