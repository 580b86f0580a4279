import geographiclib from "geographiclib-geodesic";
import type { Position } from "./position";

/** Karney's algorithms (J. Geodesy 87, 43–55, 2013) on WGS84, good to 15 nanometres. */
const { WGS84, DISTANCE, AZIMUTH, REDUCEDLENGTH, GEODESICSCALE, DISTANCE_IN, STANDARD, AREA } = geographiclib.Geodesic;

/** Length and directions of a geodesic; bearings clockwise from north, from −180 to 180 degrees. */
export interface Inverse {
  readonly meters: number;
  readonly initialBearingDegrees: number;
  readonly finalBearingDegrees: number;
}

/** The shortest way between two positions. Between antipodes one of several equal ways is answered. */
export function inverse([lng1, lat1]: Position, [lng2, lat2]: Position): Inverse {
  const result = WGS84.Inverse(lat1, lng1, lat2, lng2, DISTANCE | AZIMUTH);
  return {
    meters: result.s12 ?? Number.NaN,
    initialBearingDegrees: result.azi1 ?? Number.NaN,
    finalBearingDegrees: result.azi2 ?? Number.NaN,
  };
}

/** Length in metres of the geodesic between two positions. */
export function distanceMeters([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  return WGS84.Inverse(lat1, lng1, lat2, lng2, DISTANCE).s12 ?? Number.NaN;
}

/** Where one arrives after `meters` along the geodesic that starts in a direction. */
export function destination([lng, lat]: Position, bearingDegrees: number, meters: number): Position {
  const result = WGS84.Direct(lat, lng, bearingDegrees, meters);
  return [result.lon2 ?? Number.NaN, result.lat2 ?? Number.NaN];
}

/** A function from metres along a geodesic to the position there. */
export function geodesicFrom([lng, lat]: Position, bearingDegrees: number): (meters: number) => Position {
  const line = WGS84.DirectLine(lat, lng, bearingDegrees, 1, STANDARD | DISTANCE_IN);
  return (meters) => {
    const result = line.Position(meters);
    return [result.lon2 ?? Number.NaN, result.lat2 ?? Number.NaN];
  };
}

/** A point of a geodesic segment that is nearest to another point, at least locally. */
export interface SegmentFoot {
  readonly position: Position;
  readonly meters: number;
  /** Distance from the start of the segment. */
  readonly alongMeters: number;
  /** Direction from the foot to the point, at the foot. */
  readonly bearingDegrees: number;
  /** Direction from the foot to the point, at the point. */
  readonly arrivalDegrees: number;
}

const NEWTON_STEPS = 12;
const STEP_METERS = 1e-6;

/**
 * The point of the geodesic segment (start, direction, length) nearest to `target`, by Newton's method from a first
 * guess `alongMeters`. With θ the angle between segment and connecting geodesic, the distance d(s) has
 * d′ = −cos θ and d″ = sin² θ · M/m (reduced length m, geodesic scale M; Karney 2013, §3).
 */
export function nearestOnSegment(
  [lng, lat]: Position,
  bearingDegrees: number,
  lengthMeters: number,
  alongMeters: number,
  [targetLng, targetLat]: Position,
): SegmentFoot {
  const line = WGS84.DirectLine(lat, lng, bearingDegrees, lengthMeters, STANDARD | DISTANCE_IN);
  const wanted = DISTANCE | AZIMUTH | REDUCEDLENGTH | GEODESICSCALE;
  let along = alongMeters;
  for (let step = 0; ; step++) {
    const foot = line.Position(along);
    const footLat = foot.lat2 ?? Number.NaN;
    const footLng = foot.lon2 ?? Number.NaN;
    const way = WGS84.Inverse(footLat, footLng, targetLat, targetLng, wanted);
    const meters = way.s12 ?? Number.NaN;
    const bearing = way.azi1 ?? Number.NaN;
    const angle = ((bearing - (foot.azi2 ?? Number.NaN)) * Math.PI) / 180;
    const sine = Math.sin(angle);
    const curvature = (sine * sine * Math.abs(way.M12 ?? 1)) / (way.m12 || meters || 1);
    const change = Math.abs(sine) > 1e-3 ? Math.cos(angle) / curvature : Math.cos(angle) * meters;
    const next = Math.min(lengthMeters, Math.max(0, along + change));
    if (step >= NEWTON_STEPS || meters < 1e-7 || !(Math.abs(next - along) > STEP_METERS)) {
      return {
        position: [footLng, footLat],
        meters,
        alongMeters: along,
        bearingDegrees: bearing,
        arrivalDegrees: way.azi2 ?? Number.NaN,
      };
    }
    along = next;
  }
}

/**
 * The positions of a geodesic from `from` to `to`, both included, at most `stepMeters` apart: drawn straight between
 * them, any map shows the geodesic.
 */
export function geodesicPath(from: Position, to: Position, stepMeters: number): Position[] {
  const { meters, initialBearingDegrees } = inverse(from, to);
  const count = Math.max(1, Math.ceil(meters / stepMeters));
  const at = geodesicFrom(from, initialBearingDegrees);
  const path: Position[] = [from];
  for (let index = 1; index < count; index++) path.push(at((meters * index) / count));
  path.push(to);
  return path;
}

/** Area in square metres between a geodesic and the equator: positive to the north of it on the way east. */
export function areaBelow([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  return WGS84.Inverse(lat1, lng1, lat2, lng2, AREA).S12 ?? Number.NaN;
}

/** Area in square metres (positive) and perimeter of a ring whose sides are geodesics; closing it is optional. */
export function ringArea(ring: readonly (readonly number[])[]): { squareMeters: number; perimeterMeters: number } {
  const polygon = WGS84.Polygon(false);
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  for (let index = 0; index < ring.length - (closed ? 1 : 0); index++) {
    const [lng = Number.NaN, lat = Number.NaN] = ring[index] ?? [];
    polygon.AddPoint(lat, lng);
  }
  const { area = 0, perimeter } = polygon.Compute(false, true);
  return { squareMeters: Math.abs(area), perimeterMeters: perimeter };
}
