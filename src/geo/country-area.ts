import { areaSquareMeters, ringsSquareMeters } from "./area";
import { geodesicPath } from "./geodesic";
import { clipToExtent, commonRings } from "./outline";
import { type PackedPolygons, packPolygons, unpackPolygons } from "./packed";
import type { Extent, Position } from "./position";
import type { Outside } from "./side";
import type { AreaByCountry, Load, Side } from "./tasks";

/** Sides of countries are cut along their geodesics to this length before they are clipped as straight lines. */
const LONGEST_SIDE_METERS = 5000;
const MARGIN_DEGREES = 0.01;

/** The same polygons with no side longer than five kilometres, cut along geodesics. */
export function densifyPolygons(polygons: PackedPolygons): PackedPolygons {
  const densifyRing = (ring: number[][]): Position[] =>
    ring.flatMap(([lng = 0, lat = 0], index): Position[] => {
      const next = ring[index + 1];
      if (!next) return [[lng, lat]];
      const to: Position = [next[0] ?? 0, next[1] ?? 0];
      // A side of less than 0.03 degrees is shorter than five kilometres anywhere.
      if (Math.abs(to[0] - lng) + Math.abs(to[1] - lat) < 0.03) return [[lng, lat]];
      return geodesicPath([lng, lat], to, LONGEST_SIDE_METERS).slice(0, -1);
    });
  return packPolygons(unpackPolygons(polygons).map((polygon) => polygon.map(densifyRing)));
}

function extentOf({ coordinates }: PackedPolygons): Extent {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let at = 0; at < coordinates.length; at += 2) {
    west = Math.min(west, coordinates[at] as number);
    east = Math.max(east, coordinates[at] as number);
    south = Math.min(south, coordinates[at + 1] as number);
    north = Math.max(north, coordinates[at + 1] as number);
  }
  return [west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES];
}

/** What two extents have in common, or null. */
function commonExtent(one: Extent, other: Extent): Extent | null {
  const [west, south] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [east, north] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return west < east && south < north ? [west, south, east, north] : null;
}

/** The area in square metres that two sets of polygons cover in common. */
function commonSquareMeters(one: PackedPolygons, other: PackedPolygons): number {
  const extent = commonExtent(extentOf(one), extentOf(other));
  return extent ? ringsSquareMeters(commonRings(extent, one, other)) : 0;
}

/** The area of polygons and how it divides among countries, sea and other land; the parts add up to the whole. */
export function areaByCountry(
  polygons: PackedPolygons,
  countries: NonNullable<Load["countries"]>,
  outside: Outside | null,
): AreaByCountry {
  const squareMeters = areaSquareMeters(polygons);
  const byCountry: Record<Side, number> = { IR: 0, PK: 0, AF: 0, sea: 0, other: 0 };
  if (squareMeters === 0) return { squareMeters, byCountry };
  for (const country of countries) {
    byCountry[country.code] = commonSquareMeters(polygons, country);
  }
  const rest = Math.max(0, squareMeters - byCountry.IR - byCountry.PK - byCountry.AF);
  byCountry.other = rest;
  if (outside) {
    const known = clipToExtent(polygons, outside.extent);
    const unknown = squareMeters - areaSquareMeters(known);
    const land = commonSquareMeters(known, outside.land);
    byCountry.other = Math.min(rest, land + unknown);
    byCountry.sea = rest - byCountry.other;
  }
  return { squareMeters, byCountry };
}
