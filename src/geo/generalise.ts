import { RADIANS } from "./ellipsoid";
import { inverse } from "./geodesic";
import { InputError } from "./input-error";
import type { Line } from "./line";
import { packLines, unpackLines } from "./packed";
import type { Position } from "./position";
import { simplifiedIndexes } from "./simplify";
import type { GeneralisedLine } from "./tasks";

/**
 * The plane of the tolerance touches the ellipsoid at the border's middle, 27.5° N: metres per degree there, the same as
 * those of the shipped generalisations, so that the slider and the table agree to the vertex.
 */
const METERS_PER_LNG = 111_319.49 * Math.cos(27.5 * RADIANS);
const METERS_PER_LAT = 110_800;

/**
 * The line with every vertex left out that the rest comes within `toleranceMeters` of (Douglas and Peucker), and the
 * length of its geodesics. The ends of every part are kept.
 */
export function generalise(line: Line, toleranceMeters: number): GeneralisedLine {
  if (!Number.isFinite(toleranceMeters) || toleranceMeters < 0) {
    const fault = Number.isFinite(toleranceMeters) ? "negative" : "not-a-number";
    const message = `invalid tolerance: ${toleranceMeters} m (must be 0 or more)`;
    throw new InputError(fault, "tolerance", String(toleranceMeters), message);
  }
  const parts = unpackLines(line.packed).map((part) => {
    if (toleranceMeters === 0) return part;
    const plane = part.map(([lng, lat]) => ({ x: lng * METERS_PER_LNG, y: lat * METERS_PER_LAT }));
    return simplifiedIndexes(plane, toleranceMeters).map((index) => part[index] as Position);
  });
  let meters = 0;
  for (const part of parts) {
    for (let index = 1; index < part.length; index++) {
      meters += inverse(part[index - 1] as Position, part[index] as Position).meters;
    }
  }
  const vertices = parts.reduce((sum, part) => sum + part.length, 0);
  return { toleranceMeters, vertices, meters, line: packLines(parts) };
}
