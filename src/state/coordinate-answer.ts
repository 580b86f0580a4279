/** A position as read from text. */
export interface Reading {
  readonly lng: number;
  readonly lat: number;
}

/** Why a text that looks like coordinates was not taken. */
export type Refusal = "decimal_comma" | "out_of_range" | "unreadable" | "no_zone" | "wrong_band" | "odd_grid";

/**
 * What a text says as coordinates: one reading; two between which only the reader can choose; or a refusal with its
 * reason. `uncertaintyMeters` is the `u` of a `geo:` address, or how far the edges of a grid square are from its middle.
 */
export type CoordinateAnswer =
  | { readonly kind: "position"; readonly reading: Reading; readonly uncertaintyMeters: number | null }
  | { readonly kind: "ambiguous"; readonly readings: readonly [Reading, Reading] }
  | { readonly kind: "refused"; readonly reason: Refusal };

/** Where bare pairs are expected to lie: west, south, east, north of the part of the world drawn in detail. */
const EXPECTED = [44, 20, 80, 43] as const;

/** The answer that a text was not taken, and why. */
export const refused = (reason: Refusal): CoordinateAnswer => ({ kind: "refused", reason });

const isOnEarth = ({ lng, lat }: Reading) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
const isExpected = ({ lng, lat }: Reading) =>
  lng >= EXPECTED[0] && lat >= EXPECTED[1] && lng <= EXPECTED[2] && lat <= EXPECTED[3];

/** The answer of one reading in degrees, refused when it is not on Earth. */
export function position(lat: number, lng: number, uncertaintyMeters: number | null = null): CoordinateAnswer {
  const reading = { lng, lat };
  return isOnEarth(reading) ? { kind: "position", reading, uncertaintyMeters } : refused("out_of_range");
}

/** Of several readings the one that lies in the atlas, else a question between the first two. */
export function choice(readings: readonly Reading[]): CoordinateAnswer {
  const possible = readings.filter(isOnEarth);
  const expected = possible.filter(isExpected);
  const [reading, other] = expected.length === 1 ? expected : possible;
  if (!reading) return refused("out_of_range");
  if (!other || (reading.lat === other.lat && reading.lng === other.lng)) return position(reading.lat, reading.lng);
  return { kind: "ambiguous", readings: [reading, other] };
}
