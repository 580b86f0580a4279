import { ECCENTRICITY_SQUARED, RADIANS, SEMI_MAJOR_METERS } from "./ellipsoid";
import { areaBelow } from "./geodesic";
import type { PackedPolygons } from "./packed";

const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);

/** Longer sides are left to Karney's series: the great circle that stands for a side is then too far from it. */
const LONGEST_SIDE_DEGREES = 0.1;

/** Snyder's q (Map Projections, USGS PP 1395, 3-12): the share of the surface between equator and a sine of latitude. */
const surfaceShare = (sine: number): number =>
  (1 - ECCENTRICITY_SQUARED) *
  (sine / (1 - ECCENTRICITY_SQUARED * sine * sine) + Math.atanh(ECCENTRICITY * sine) / ECCENTRICITY);

const POLE_SHARE = surfaceShare(1);
const AUTHALIC_RADIUS_SQUARED = (SEMI_MAJOR_METERS ** 2 * POLE_SHARE) / 2;

/** The tangent of half the authalic latitude. */
function halfTangent(lat: number): number {
  const sine = surfaceShare(Math.sin(lat * RADIANS)) / POLE_SHARE;
  return sine / (1 + Math.sqrt(Math.max(0, 1 - sine * sine)));
}

/**
 * Area in square metres, counter-clockwise positive, of a ring (lng, lat, …) that holds no pole. Short sides are great
 * circles of the sphere of equal area, long ones geodesics.
 */
function signedArea(coordinates: Float64Array): number {
  let [radians, squareMeters] = [0, 0];
  let [lng = Number.NaN, lat = Number.NaN] = coordinates.subarray(-2);
  let tangent = halfTangent(lat);
  for (let at = 0; at < coordinates.length; at += 2) {
    const [nextLng, nextLat] = [coordinates[at] as number, coordinates[at + 1] as number];
    const nextTangent = halfTangent(nextLat);
    const turn = ((((nextLng - lng + 180) % 360) + 360) % 360) - 180;
    if (Math.abs(turn) > LONGEST_SIDE_DEGREES || Math.abs(nextLat - lat) > LONGEST_SIDE_DEGREES) {
      squareMeters -= areaBelow([lng, lat], [nextLng, nextLat]);
    } else {
      const excess = Math.tan((turn * RADIANS) / 2) * (tangent + nextTangent);
      radians -= 2 * Math.atan2(excess, 1 + tangent * nextTangent);
    }
    [lng, lat, tangent] = [nextLng, nextLat, nextTangent];
  }
  return squareMeters + radians * AUTHALIC_RADIUS_SQUARED;
}

/**
 * Area in square metres of polygons whose sides are geodesics: outer rings less their holes. Within 2·10⁻⁶ of
 * Karney's (2013, §6). No ring may hold a pole.
 */
export function areaSquareMeters({ coordinates, ringEnds, polygonEnds }: PackedPolygons): number {
  let [sum, ring, from] = [0, 0, 0];
  for (const polygonEnd of polygonEnds) {
    for (let isOuter = true; ring < polygonEnd; ring++, isOuter = false) {
      const end = ringEnds[ring] as number;
      const area = Math.abs(signedArea(coordinates.subarray(2 * from, 2 * end)));
      sum += isOuter ? area : -area;
      from = end;
    }
  }
  return sum;
}

/**
 * Area in square metres of rings (lng, lat, …), those that run clockwise being holes. As exact as `areaSquareMeters`, for
 * the rings of any polygons.
 */
export function ringsSquareMeters(rings: readonly Float64Array[]): number {
  return rings.reduce((sum, ring) => sum + signedArea(ring), 0);
}
