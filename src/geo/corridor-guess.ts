import { Clipper, EndType, JoinType } from "clipper2-ts";
import { azimuthalPlane, type PlanePoint } from "./azimuthal";
import { geodesicFrom } from "./geodesic";
import type { Line } from "./line";
import type { Position } from "./position";
import { simplifiedIndexes } from "./simplify";

/** The plane is laid out in whole centimetres. */
const CELLS_PER_METER = 100;

/** Sides of the outline are cut to this length, so that a straight side and a geodesic differ by some decimetres. */
const LONGEST_SIDE_METERS = 5000;

/**
 * How far, as a share of the half-width, the line is simplified before it is widened and arcs are cut short afterwards.
 * Widening costs more than all the rest, and far more with every vertex; the exact step makes the difference good.
 */
const COARSENESS_SHARE = 0.03;

/** The parts of the line as positions, long segments cut along their geodesics. */
function densifiedParts(line: Line, stepMeters: number): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  line.segmentStarts.forEach((start, segment) => {
    const end = part.at(-1);
    if (!end || end[0] !== start[0] || end[1] !== start[1]) {
      part = [start];
      parts.push(part);
    }
    const meters = line.segmentMeters[segment] as number;
    const count = Math.ceil(meters / stepMeters);
    if (count > 1) {
      const at = geodesicFrom(start, line.segmentBearings[segment] as number);
      for (let index = 1; index < count; index++) part.push(at((meters * index) / count));
    }
    part.push(line.segmentEnds[segment] as Position);
  });
  return parts;
}

/** The middle of the line's extent, by the shorter way round the Earth. */
function middle(line: Line): Position {
  const [firstLng] = line.segmentStarts[0] as Position;
  let [west, east, south, north] = [0, 0, 90, -90];
  for (const [lng, lat] of [...line.segmentStarts, line.segmentEnds.at(-1) as Position]) {
    const turn = ((lng - firstLng + 540) % 360) - 180;
    west = Math.min(west, turn);
    east = Math.max(east, turn);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [((firstLng + (west + east) / 2 + 540) % 360) - 180, (south + north) / 2];
}

function cutSides(ring: readonly PlanePoint[]): PlanePoint[] {
  return ring.flatMap((start, index) => {
    const end = ring[(index + 1) % ring.length] ?? start;
    const count = Math.max(1, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / LONGEST_SIDE_METERS));
    return Array.from({ length: count }, (_, cut) => ({
      x: start.x + ((end.x - start.x) * cut) / count,
      y: start.y + ((end.y - start.y) * cut) / count,
    }));
  });
}

/**
 * A first guess of the outline around a line, right to a few per cent of the half-width or to `leastCoarsenessMeters`:
 * the line is laid on a plane, simplified and widened there with round joins and ends. Rings are open, outer ones
 * counter-clockwise, and do not cross.
 */
export function guessOutline(line: Line, halfWidthMeters: number, leastCoarsenessMeters = 0): Position[][] {
  const plane = azimuthalPlane(middle(line));
  const step = Math.max(250, Math.min(LONGEST_SIDE_METERS, halfWidthMeters));
  const coarseness = Math.max(leastCoarsenessMeters, halfWidthMeters * COARSENESS_SHARE);
  const paths = densifiedParts(line, step).map((part) => {
    const path = part.map(plane.project);
    return simplifiedIndexes(path, coarseness).map((index) => {
      const { x, y } = path[index] as PlanePoint;
      return { x: Math.round(x * CELLS_PER_METER), y: Math.round(y * CELLS_PER_METER) };
    });
  });
  const width = halfWidthMeters * CELLS_PER_METER;
  const tolerance = COARSENESS_SHARE * width;
  const rings = Clipper.inflatePaths(paths, width, JoinType.Round, EndType.Round, 2, tolerance);
  return rings.map((ring) => {
    const meters = ring.map(({ x, y }) => ({ x: x / CELLS_PER_METER, y: y / CELLS_PER_METER }));
    return cutSides(meters).map(plane.unproject);
  });
}
