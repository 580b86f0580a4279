import { InputError } from "./input-error";

/** A place on the WGS84 ellipsoid: longitude then latitude, in degrees. */
export type Position = readonly [lng: number, lat: number];

/** West, south, east, north, in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** Iran, Pakistan and Afghanistan with a margin: no longitude in it is also a latitude in it. */
export const REGION: Extent = [44, 20, 80, 42];

function checkDegrees(value: unknown, limit: number, what: string, input: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new InputError("not-a-number", input, String(value), `invalid ${what} of ${input}: ${value} (not a number)`);
  }
  if (Math.abs(value) > limit) {
    const range = `must be from −${limit} to ${limit}`;
    throw new InputError("out-of-range", input, String(value), `invalid ${what} of ${input}: ${value} (${range})`);
  }
  return value;
}

/** The position, when both its numbers are finite and in range; throws an InputError that names `input` otherwise. */
export function checkPosition(position: readonly unknown[], input: string): Position {
  const lng = checkDegrees(position[0], 180, "longitude", input);
  return [lng, checkDegrees(position[1], 90, "latitude", input)];
}

const contains = ([west, south, east, north]: Extent, lng: number, lat: number): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

/** True when the pair lies outside `extent` as given and inside it when exchanged. */
export function isLikelySwapped([lng, lat]: Position, extent: Extent = REGION): boolean {
  return !contains(extent, lng, lat) && contains(extent, lat, lng);
}
