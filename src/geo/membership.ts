import { greatestChord, leastChord } from "./chord";
import { writeEcef } from "./ellipsoid";
import type { Line } from "./line";
import { bestFoot, nearestExact } from "./nearest-exact";

const ecef = new Float64Array(3);
const CHORD_DEPTH_METERS = 0.05;
/** What rounding in the geodesic itself can add: a vertex of the line is on the line. */
const ROUNDING_METERS = 1e-6;

/**
 * Answers for one half-width whether positions lie within it, exactly: almost every point is decided by chords alone,
 * because a geodesic of a given length has a chord between two known bounds; only in the thin shell between them (some
 * metres at 250 km) is the geodesic itself computed. The drawn outline is never asked.
 */
export function withinTest(line: Line, halfWidthMeters: number): (lng: number, lat: number) => boolean {
  const sure = Math.max(0, leastChord(halfWidthMeters) - CHORD_DEPTH_METERS) ** 2;
  const limit = (greatestChord(halfWidthMeters) + CHORD_DEPTH_METERS) ** 2;
  return (lng, lat) => {
    writeEcef(lng, lat, ecef, 0);
    const squared = line.tree.anyWithin(ecef[0] as number, ecef[1] as number, ecef[2] as number, sure, limit);
    if (squared < sure) return true;
    if (squared >= limit) return false;
    return bestFoot(nearestExact(line, [lng, lat])).meters <= halfWidthMeters + ROUNDING_METERS;
  };
}
