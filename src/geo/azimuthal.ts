import { DEGREES, RADIANS } from "./ellipsoid";
import type { Position } from "./position";

/** Mean Earth radius of the sphere that the plane is laid on; only first guesses are made on it, no figure. */
const SPHERE_METERS = 6_371_008.8;

/** A point of the plane, in metres east and north of the centre. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

/** A plane around a centre on which directions and distances from the centre are true (on a sphere). */
export interface Plane {
  readonly project: (position: Position) => PlanePoint;
  readonly unproject: (point: PlanePoint) => Position;
}

/** The azimuthal equidistant projection (Snyder 1987, equations 22-4, 22-5, 25-2 and 20-14, 20-15). */
export function azimuthalPlane([centreLng, centreLat]: Position): Plane {
  const sine0 = Math.sin(centreLat * RADIANS);
  const cosine0 = Math.cos(centreLat * RADIANS);
  return {
    project: ([lng, lat]) => {
      const turn = (lng - centreLng) * RADIANS;
      const sine = Math.sin(lat * RADIANS);
      const cosine = Math.cos(lat * RADIANS);
      const east = cosine * Math.sin(turn);
      const north = cosine0 * sine - sine0 * cosine * Math.cos(turn);
      const up = sine0 * sine + cosine0 * cosine * Math.cos(turn);
      const across = Math.hypot(east, north);
      const scale = across > 1e-15 ? (SPHERE_METERS * Math.atan2(across, up)) / across : SPHERE_METERS;
      return { x: east * scale, y: north * scale };
    },
    unproject: ({ x, y }) => {
      const radius = Math.hypot(x, y);
      if (radius < 1e-9) return [centreLng, centreLat];
      const sine = Math.sin(radius / SPHERE_METERS);
      const cosine = Math.cos(radius / SPHERE_METERS);
      const lat = Math.asin(Math.max(-1, Math.min(1, cosine * sine0 + (y * sine * cosine0) / radius)));
      const turn = Math.atan2(x * sine, radius * cosine0 * cosine - y * sine0 * sine);
      const lng = centreLng + turn * DEGREES;
      return [lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng, lat * DEGREES];
    },
  };
}
