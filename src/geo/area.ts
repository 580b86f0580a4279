import { ringArea } from "./geodesic";
import { type PackedPolygons, unpackPolygons } from "./packed";

/** Area in square metres of polygons whose sides are geodesics: outer rings less their holes. */
export function areaSquareMeters(polygons: PackedPolygons): number {
  let sum = 0;
  for (const [outer, ...holes] of unpackPolygons(polygons)) {
    if (outer) sum += ringArea(outer).squareMeters;
    for (const hole of holes) sum -= ringArea(hole).squareMeters;
  }
  return sum;
}
