import { describe, expect, it } from "vitest";
import {
  clipLines,
  clipRings,
  cutLines,
  difference,
  intersection,
  isInsideOrOn,
  signedArea,
  toPolygons,
} from "../../../scripts/data/clip.ts";
import type { Micro } from "../../../scripts/data/micro.ts";

const DEGREE = 1e6;
const at = (x: number, y: number): Micro => [Math.round(x * DEGREE), Math.round(y * DEGREE)];

/** A counterclockwise square. */
const square = (west: number, south: number, side: number): Micro[] => [
  at(west, south),
  at(west + side, south),
  at(west + side, south + side),
  at(west, south + side),
  at(west, south),
];

const squareDegrees = (rings: readonly (readonly Micro[])[]) =>
  rings.reduce((sum, ring) => sum + signedArea(ring) / 2 / DEGREE ** 2, 0);

describe("rings", () => {
  it("have a positive area counterclockwise and a negative one clockwise", () => {
    expect(squareDegrees([square(60, 25, 2)])).toBe(4);
    expect(squareDegrees([square(60, 25, 2).reverse()])).toBe(-4);
  });

  it("are cut to a box", () => {
    const cut = clipRings([square(0, 0, 10)], [4, -5, 20, 3]);
    expect(cut).toHaveLength(1);
    expect(cut[0]?.at(-1)).toEqual(cut[0]?.[0]);
    expect(Math.abs(squareDegrees(cut))).toBe(18);
  });

  it("meet and part in areas that add up to the whole", () => {
    const [one, other] = [[square(0, 0, 10)], [square(5, 5, 10)]];
    expect(squareDegrees(intersection(one, other))).toBe(25);
    expect(squareDegrees(difference(one, other))).toBe(75);
  });

  it("become polygons, each hole in the smallest ring around it", () => {
    const [outer, island, hole] = [square(0, 0, 10), square(4, 4, 2), square(3, 3, 4).reverse()];
    const pond = square(4.5, 4.5, 1).reverse();
    const polygons = toPolygons([outer, island, hole, pond]);
    expect(polygons.map((rings) => rings.length)).toEqual([2, 2]);
    expect(polygons[0]).toEqual([outer, hole]);
    expect(polygons[1]).toEqual([island, pond]);
  });

  it("hold what lies in them and on their edge", () => {
    expect(isInsideOrOn(at(1, 1), square(0, 0, 2))).toBe(true);
    expect(isInsideOrOn(at(2, 1), square(0, 0, 2))).toBe(true);
    expect(isInsideOrOn(at(2.000001, 1), square(0, 0, 2))).toBe(false);
  });
});

describe("lines", () => {
  const line = [at(-2, 1), at(12, 1)];

  it("are cut to a box", () => {
    expect(clipLines([line], [0, 0, 10, 10])).toEqual([[at(0, 1), at(10, 1)]]);
  });

  it("are parted where they enter and leave land, with a lake and an island far away", () => {
    const land = [square(0, 0, 10), square(4, 0.5, 1).reverse(), square(40, 40, 3)];
    const spans = (parts: readonly (readonly Micro[])[]) =>
      parts
        .map((part) => part.map(([x]) => x / DEGREE).sort((a, b) => a - b))
        .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    const { inside, outside } = cutLines([line], land);
    expect(spans(inside)).toEqual([
      [0, 4],
      [5, 10],
    ]);
    expect(spans(outside)).toEqual([
      [-2, 0],
      [4, 5],
      [10, 12],
    ]);
  });

  it("lie outside of land that is nowhere near", () => {
    expect(cutLines([line], [square(40, 40, 3)])).toEqual({ inside: [], outside: [line] });
  });
});
