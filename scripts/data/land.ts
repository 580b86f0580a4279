import { readFileSync } from "node:fs";
import type { Position } from "geojson";
import { packageFile } from "./cache.ts";
import { roughKm2 } from "./geodesic.ts";
import { type Micro, toMicro } from "./micro.ts";
import type { PackageKey } from "./packages.ts";

/** A polygon as closed rings, the outer one first. */
export type Rings = readonly (readonly Micro[])[];

/** West, south, east and north edge of a box, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const SMALLEST_ISLAND_KM2 = 0.05;
/** Holes below this size are lakes, which are drawn on top of the land; the Caspian Sea and the Aral Sea stay holes. */
const SMALLEST_HOLE_KM2 = 3000;

/** Whether a ring's bounding box and `box` overlap. */
export function overlaps(ring: readonly (readonly number[])[], [west, south, east, north]: Box): boolean {
  let [minX, minY, maxX, maxY] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of ring) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return minX <= east && maxX >= west && minY <= north && maxY >= south;
}

/**
 * The polygons of a text whose geometry is one MultiPolygon, parsed one at a time: all of them together would take a
 * gigabyte of memory, and most of them lie elsewhere.
 */
function* eachPolygon(text: string): Generator<Position[][]> {
  const end = "]]]";
  for (let from = text.indexOf("[[[[") + 1; from > 0; ) {
    const to = text.indexOf(end, from) + end.length;
    yield JSON.parse(text.slice(from, to));
    from = text[to] === "," ? to + 1 : 0;
  }
}

/** The polygons of one of the @geo-maps packages whose outer ring overlaps `box`. */
export function readPolygons(key: PackageKey, box: Box): Rings[] {
  const polygons: Rings[] = [];
  for (const polygon of eachPolygon(readFileSync(packageFile(key, "map.geo.json"), "latin1"))) {
    if (overlaps(polygon[0] ?? [], box)) polygons.push(polygon.map((ring) => ring.map(toMicro)));
  }
  return polygons;
}

/** Land polygons (OpenStreetMap) that overlap `box`, without the smallest islands and with the lakes filled in. */
export function readLand(box: Box): Rings[] {
  return readPolygons("lands", box)
    .filter(([outer = []]) => roughKm2(outer) >= SMALLEST_ISLAND_KM2)
    .map(([outer = [], ...holes]) => [outer, ...holes.filter((hole) => roughKm2(hole) >= SMALLEST_HOLE_KM2)]);
}
