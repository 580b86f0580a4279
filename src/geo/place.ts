import { InputError } from "./input-error";
import { checkPosition } from "./position";
import type { Place } from "./tasks";

/** A radius of doubt in metres; throws an InputError that names `input` when it is no number or below nought. */
export function checkRadius(meters: number, input: string): number {
  if (Number.isFinite(meters) && meters >= 0) return meters;
  const fault = Number.isFinite(meters) ? "negative" : "not-a-number";
  throw new InputError(fault, input, String(meters), `invalid radius of ${input}: ${meters} m (must be 0 or more)`);
}

/** Throws an InputError that names the first of `places` whose position or radius is none. */
export function checkPlaces(places: readonly Place[]): void {
  for (const { key, position, radiusMeters } of places) {
    checkPosition(position, key);
    checkRadius(radiusMeters, key);
  }
}
