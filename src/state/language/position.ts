import { decimalsOfDegrees } from "../../data/degree-decimals";

/** “lat, lng” in degrees and ASCII digits, rounded to what the radius of doubt supports. */
export function formatPosition([lng, lat]: readonly [number, number], uncertaintyRadiusMeters: number): string {
  const decimals = decimalsOfDegrees(uncertaintyRadiusMeters);
  return `${lat.toFixed(decimals)}, ${lng.toFixed(decimals)}`;
}
