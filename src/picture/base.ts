import type { Position } from "geojson";

/** Land and boundaries at the scale of pictures, as `data/derived/picture-base.json` holds them. */
export interface PictureBase {
  readonly stepsPerDegree: number;
  /** Each line: longitude and latitude in steps, then differences. */
  readonly land: readonly (readonly number[])[];
  readonly boundaries: readonly (readonly number[])[];
  readonly disputed: readonly (readonly number[])[];
}

/** What pictures reach over, as west, south, east, north in degrees; beyond it nothing is known. */
export const BASE_EXTENT = [24, 4, 100, 58] as const;

/** The positions of packed lines. */
export function unpack(lines: readonly (readonly number[])[], stepsPerDegree: number): Position[][] {
  return lines.map((numbers) => {
    const line: Position[] = [];
    let [x, y] = [0, 0];
    for (let index = 0; index < numbers.length; index += 2) {
      x += numbers[index] ?? 0;
      y += numbers[index + 1] ?? 0;
      line.push([x / stepsPerDegree, y / stepsPerDegree]);
    }
    return line;
  });
}
