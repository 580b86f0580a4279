/**
 * A position in whole microdegrees `[lng, lat]`. All geometry is compared, cut and joined as such integers, so that two
 * neighbours share their boundary exactly; degrees come back only when a file is written.
 */
export type Micro = readonly [number, number];

const PER_DEGREE = 1e6;

/** The microdegrees nearest to a position in degrees. */
export const toMicro = (position: readonly number[]): Micro => [
  Math.round((position[0] ?? Number.NaN) * PER_DEGREE),
  Math.round((position[1] ?? Number.NaN) * PER_DEGREE),
];

/** The position in degrees `[lng, lat]`, with no more decimals than asked for (6 at most). */
export function toDegrees([x, y]: Micro, decimals = 6): [number, number] {
  const scale = 10 ** decimals;
  return [Math.round((x / PER_DEGREE) * scale) / scale, Math.round((y / PER_DEGREE) * scale) / scale];
}

/** A text that two equal positions share and no others do. */
export const microKey = ([x, y]: Micro) => `${x},${y}`;

/** Whether two positions are the same. */
export const isSame = (a: Micro, b: Micro) => a[0] === b[0] && a[1] === b[1];
