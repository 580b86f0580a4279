import { worldPx } from "./camera";
import { type LengthUnit, METERS_PER_UNIT } from "./language/format";

const EQUATORIAL_RADIUS_METERS = 6_378_137;
const ECCENTRICITY_SQUARED = 0.00669437999014;

/** Metres along the parallel of `lat` per CSS px at `zoom`: the WGS84 circle of latitude over the width of the world. */
export function metersPerPx(lat: number, zoom: number): number {
  const phi = (lat * Math.PI) / 180;
  const primeVertical = EQUATORIAL_RADIUS_METERS / Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2);
  return (2 * Math.PI * primeVertical * Math.cos(phi)) / worldPx(zoom);
}

/** A scale bar: a round figure in `unit` and how long it is on the map. */
export interface ScaleBar {
  readonly value: number;
  readonly unit: LengthUnit | "m";
  readonly widthPx: number;
}

/** The longest bar of 1, 2, 3 or 5 times a power of ten of `unit` that fits into `maximumPx` at this latitude and zoom. */
export function scaleBarFor(lat: number, zoom: number, unit: LengthUnit, maximumPx = 110): ScaleBar {
  const scale = metersPerPx(lat, zoom);
  const isMeters = unit === "km" && scale * maximumPx < 1000;
  const meters = isMeters ? 1 : METERS_PER_UNIT[unit];
  const longest = (scale * maximumPx) / meters;
  const power = 10 ** Math.floor(Math.log10(longest));
  const factor = [5, 3, 2, 1].find((step) => step * power <= longest) ?? 1;
  const value = factor * power;
  return { value, unit: isMeters ? "m" : unit, widthPx: (value * meters) / scale };
}
