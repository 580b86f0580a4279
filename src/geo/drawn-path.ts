import { geodesicPath } from "./geodesic";
import { type PackedLines, packLines } from "./packed";
import type { Position } from "./position";

/** Straight on a Mercator map, a side of this length runs within about a metre of the geodesic. */
const STEP_METERS = 10_000;

/** The same path without a jump at the 180th meridian: longitudes run on past ±180 so that it is drawn in one piece. */
export function unwrap(path: readonly Position[]): Position[] {
  let turn = 0;
  let previous = path[0]?.[0] ?? 0;
  return path.map(([lng, lat]) => {
    if (lng - previous > 180) turn -= 360;
    else if (previous - lng > 180) turn += 360;
    previous = lng;
    return [lng + turn, lat];
  });
}

/** The geodesics through positions, ready to be drawn; a single position gives a path of one. */
export function drawnPath(positions: readonly Position[]): PackedLines {
  const path: Position[] = positions.slice(0, 1);
  for (let index = 1; index < positions.length; index++) {
    path.push(...geodesicPath(positions[index - 1] as Position, positions[index] as Position, STEP_METERS).slice(1));
  }
  return packLines([unwrap(path)]);
}
