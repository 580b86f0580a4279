import { landOutside } from "./outline";
import type { PackedPolygons } from "./packed";
import { PolygonIndex } from "./polygon-index";
import type { Extent } from "./position";
import type { Load, Side } from "./tasks";

/** What lies outside the countries: other land, and how far what is known of land and sea reaches. */
export interface Outside {
  readonly land: PackedPolygons;
  readonly extent: Extent;
}

/** Sorts what lies outside the countries, from land that may also cover them. */
export function outsideOf(countries: NonNullable<Load["countries"]>, land: PackedPolygons): Outside {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let at = 0; at < land.coordinates.length; at += 2) {
    west = Math.min(west, land.coordinates[at] as number);
    east = Math.max(east, land.coordinates[at] as number);
    south = Math.min(south, land.coordinates[at + 1] as number);
    north = Math.max(north, land.coordinates[at + 1] as number);
  }
  return { land: landOutside(land, countries), extent: [west, south, east, north] };
}

/** Tells on which side of the borders a point lies. */
export type SideOf = (lng: number, lat: number) => Side;

/**
 * The country whose polygon holds a point, else `sea` or `other` by the land. Where nothing is known of land and sea,
 * `other` stands for anywhere else. `findOutside` is asked once, when the first point outside the countries comes.
 */
export function sideFinder(
  countries: NonNullable<Load["countries"]>,
  findOutside: (() => Outside | null) | null,
): SideOf {
  const indexes = countries.map(({ code, ...polygons }) => ({ code, index: new PolygonIndex(polygons) }));
  let known: { readonly extent: Extent; readonly land: PolygonIndex } | null | undefined;
  return (lng, lat) => {
    for (const { code, index } of indexes) if (index.contains(lng, lat)) return code;
    if (known === undefined) {
      const outside = findOutside?.() ?? null;
      known = outside && { extent: outside.extent, land: new PolygonIndex(outside.land) };
    }
    if (!known) return "other";
    const [west, south, east, north] = known.extent;
    const isCharted = lng >= west && lng <= east && lat >= south && lat <= north;
    return isCharted && !known.land.contains(lng, lat) ? "sea" : "other";
  };
}
