import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { carried, lengthOf, middleOf, straightLine } from "../../src/state/lesson-compare";
import { positionsAlong, summary } from "../../src/state/lesson-profile";
import { terrariumMeters } from "../../src/state/terrarium";

const metersBetween = (a: readonly [number, number], b: readonly [number, number]) =>
  geographiclib.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? Number.NaN;

/** A line the size of the border, with bends. */
const LINE = [
  [60.87, 29.86],
  [61.6, 28.9],
  [62.8, 28.2],
  [62.8, 27.2],
  [63.3, 27.1],
  [61.9, 26.2],
  [61.6, 25.2],
] as const;

describe("a shape laid elsewhere", () => {
  it.each([
    [0, 0],
    [-100, 60],
    [15, -35],
  ] as const)("is as long at %s, %s as at home, to half a per cent", (lng, lat) => {
    const there = carried([LINE], [lng, lat]);
    expect(Math.abs(lengthOf(there) / lengthOf([LINE]) - 1)).toBeLessThan(0.005);
    const middle = middleOf([LINE]);
    for (const [index, position] of LINE.entries()) {
      const carriedPosition = there[0]?.[index];
      if (!carriedPosition) throw new Error("a corner is missing");
      expect(metersBetween([lng, lat], carriedPosition)).toBeCloseTo(metersBetween(middle, position), 3);
    }
  });

  it("is laid beside a straight line of the same length", () => {
    const [line = []] = straightLine([10, 50], 906_400);
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last) throw new Error("no line");
    expect(metersBetween(first, last)).toBeCloseTo(906_400, 2);
    expect(lengthOf([line])).toBeCloseTo(906_400, 2);
  });
});

describe("a profile", () => {
  it("looks at evenly spaced places from end to end", () => {
    const found = positionsAlong(LINE, 11);
    expect(found).toHaveLength(11);
    expect(found[0]?.position).toEqual(LINE[0]);
    expect(found.at(-1)?.position).toEqual(LINE.at(-1));
    expect(found.at(-1)?.meters).toBeCloseTo(lengthOf([LINE]), 3);
    expect(found[5]?.meters).toBeCloseTo(lengthOf([LINE]) / 2, 3);
    expect(positionsAlong([[60, 25]], 10)).toEqual([]);
  });

  it("reads terrarium pixels as their format says", () => {
    expect(terrariumMeters(128, 0, 0)).toBe(0);
    expect(terrariumMeters(143, 101, 128)).toBe(3941.5);
    expect(terrariumMeters(127, 246, 0)).toBe(-10);
  });

  it("adds up what it climbs and falls", () => {
    const points = [100, 300, 250, 400].map((elevationMeters, index) => ({
      meters: index * 1000,
      position: [60, 25 + index / 100] as const,
      elevationMeters,
    }));
    const { highest, lowest, climb, fall } = summary(points);
    expect([highest?.meters, lowest?.meters, climb, fall]).toEqual([3000, 0, 350, 50]);
  });
});
