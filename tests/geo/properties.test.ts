import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { positionAt } from "../../src/geo/along";
import { areaSquareMeters } from "../../src/geo/area";
import { lineCorridor, pointCorridor } from "../../src/geo/corridor";
import { destination, distanceMeters, ringArea } from "../../src/geo/geodesic";
import { buildLine, type Line } from "../../src/geo/line";
import { withinTest } from "../../src/geo/membership";
import { bestFoot, nearestExact } from "../../src/geo/nearest-exact";
import { nearestFast } from "../../src/geo/nearest-fast";
import { packLines, packPolygons } from "../../src/geo/packed";
import { PolygonIndex } from "../../src/geo/polygon-index";
import type { Position } from "../../src/geo/position";
import { lineThrough } from "./oracle-fixtures";

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anywhere = fc.tuple(degrees(-180, 180), degrees(-90, 90));
const nearBorder = fc.tuple(degrees(59, 65), degrees(24, 31));
const zigzag: readonly Position[] = [
  [60.87, 29.86],
  [61.4, 29.3],
  [61.7, 28.7],
  [62.8, 28.2],
  [62.8, 27.2],
  [63.3, 26.8],
  [61.8, 26.2],
  [61.6, 25.2],
];
const line = lineThrough(...zigzag);
const exactMeters = (of: Line, position: Position) => bestFoot(nearestExact(of, position)).meters;

describe("distances", () => {
  it("are the same both ways", () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(Math.abs(distanceMeters(a, b) - distanceMeters(b, a))).toBeLessThan(1e-6);
      }),
    );
  });

  it("are never longer than a way over a third point", () => {
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
        expect(distanceMeters(a, c)).toBeLessThanOrEqual(distanceMeters(a, b) + distanceMeters(b, c) + 1e-6);
      }),
    );
  });

  it("to a line do not change when everything is moved along the parallels", () => {
    fc.assert(
      fc.property(nearBorder, degrees(-120, 110), (point, turn) => {
        const moved = lineThrough(...zigzag.map(([lng, lat]): Position => [lng + turn, lat]));
        const miss = exactMeters(moved, [point[0] + turn, point[1]]) - exactMeters(line, point);
        expect(Math.abs(miss)).toBeLessThan(1e-5);
      }),
      { numRuns: 15 },
    );
  });

  it("to a line do not change when the line is reversed, and chainages mirror", () => {
    const reversed = lineThrough(...[...zigzag].reverse());
    expect(Math.abs(reversed.meters - line.meters)).toBeLessThan(1e-6);
    fc.assert(
      fc.property(nearBorder, (point) => {
        const [there, back] = [bestFoot(nearestExact(line, point)), bestFoot(nearestExact(reversed, point))];
        expect(Math.abs(there.meters - back.meters)).toBeLessThan(1e-5);
        const ties = nearestExact(line, point).length > 1;
        const mirrored = Math.abs(there.chainageMeters + back.chainageMeters - line.meters);
        expect(ties || mirrored < 0.01).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("to a line agree with trying many places of the line", () => {
    const places = Array.from({ length: 1001 }, (_, index) => positionAt(line, (line.meters * index) / 1000));
    const stepMeters = line.meters / 1000;
    fc.assert(
      fc.property(nearBorder, (point) => {
        const tried = Math.min(...places.map((place) => distanceMeters(place, point)));
        const exact = exactMeters(line, point);
        expect(exact).toBeLessThanOrEqual(tried + 1e-6);
        expect(tried - exact).toBeLessThan(stepMeters);
        expect(Math.abs(nearestFast(line, point[0], point[1]) - exact)).toBeLessThan(0.01);
      }),
      { numRuns: 15 },
    );
  });

  it("of points on the line are nothing, and their chainage is their own", () => {
    fc.assert(
      fc.property(degrees(0, 1), (share) => {
        const chainage = line.meters * share;
        const foot = bestFoot(nearestExact(line, positionAt(line, chainage)));
        expect(foot.meters).toBeLessThan(1e-3);
        expect(Math.abs(foot.chainageMeters - chainage)).toBeLessThan(0.01);
      }),
      { numRuns: 60 },
    );
  });

  it("are right across the 180th meridian and at a pole", () => {
    const across = lineThrough([179.5, 10], [-179.5, 10]);
    expect(across.meters).toBeLessThan(120_000);
    expect(exactMeters(across, [180, 10.5])).toBeLessThan(56_000);
    expect(exactMeters(across, [-180, 10.5])).toBeCloseTo(exactMeters(across, [180, 10.5]), 6);
    const meridian = lineThrough([0, 80], [0, 85]);
    expect(exactMeters(meridian, [0, 90])).toBeCloseTo(distanceMeters([0, 85], [0, 90]), 6);
  });
});

describe("membership", () => {
  it("agrees with the exact distance", () => {
    fc.assert(
      fc.property(nearBorder, degrees(0, 300_000), (point, halfWidth) => {
        expect(withinTest(line, halfWidth)(point[0], point[1])).toBe(exactMeters(line, point) <= halfWidth);
      }),
      { numRuns: 100 },
    );
  });

  it("never ends when the corridor grows", () => {
    fc.assert(
      fc.property(nearBorder, degrees(0, 200_000), degrees(0, 100_000), (point, width, more) => {
        const isWithin = withinTest(line, width)(point[0], point[1]);
        expect(!isWithin || withinTest(line, width + more)(point[0], point[1])).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("without width holds for points on the line alone", () => {
    const isWithin = withinTest(line, 0);
    expect(isWithin(60.87, 29.86)).toBe(true);
    expect(isWithin(60.87, 29.8601)).toBe(false);
  });
});

describe("corridors", () => {
  it("lie in wider ones", () => {
    const narrow = lineCorridor(line, 10_000);
    const wide = new PolygonIndex(lineCorridor(line, 11_000));
    const outside = [];
    for (let at = 0; at < narrow.coordinates.length; at += 2) {
      const [lng = 0, lat = 0] = narrow.coordinates.subarray(at, at + 2);
      if (!wide.contains(lng, lat)) outside.push([lng, lat]);
    }
    expect(narrow.coordinates.length).toBeGreaterThan(100);
    expect(outside).toEqual([]);
  });

  it("are the same around a reversed line", () => {
    const reversed = lineThrough(...[...zigzag].reverse());
    const [there, back] = [line, reversed].map((of) => areaSquareMeters(lineCorridor(of, 25_000))) as [number, number];
    expect(Math.abs(there / back - 1)).toBeLessThan(1e-4);
  });

  it("without width are empty", () => {
    expect(lineCorridor(line, 0).coordinates).toHaveLength(0);
    expect(pointCorridor([61, 27], 0).coordinates).toHaveLength(0);
  });

  it("around several parts have an outline each until they meet", () => {
    const parts = packLines([
      [
        [60, 27],
        [61, 27],
      ],
      [
        [60, 27.5],
        [61, 27.5],
      ],
    ]);
    const two = buildLine({ id: "two parts", dataErrorMeters: null, ...parts });
    expect(lineCorridor(two, 20_000).polygonEnds).toHaveLength(2);
    expect(lineCorridor(two, 30_000).polygonEnds).toHaveLength(1);
  });

  it("that would cross the 180th meridian or hold a pole are refused", () => {
    expect(() => lineCorridor(lineThrough([179, 10], [179.9, 10]), 50_000)).toThrow("180th meridian or a pole");
    expect(() => pointCorridor([179.9, 10], 50_000)).toThrow("180th meridian or a pole");
    expect(() => pointCorridor([30, 89.9], 50_000)).toThrow("180th meridian or a pole");
  });

  it("keep their sides within 3 m and 0.05 % of the half-width", () => {
    for (const halfWidth of [1000, 25_000, 250_000]) {
      const { coordinates } = lineCorridor(line, halfWidth);
      let worst = 0;
      for (let at = 0; at + 3 < coordinates.length; at += 2) {
        const [lng1 = 0, lat1 = 0, lng2 = 0, lat2 = 0] = coordinates.subarray(at, at + 4);
        for (const share of [0, 0.25, 0.5, 0.75]) {
          const [lng, lat] = [lng1 + (lng2 - lng1) * share, lat1 + (lat2 - lat1) * share];
          worst = Math.max(worst, Math.abs(nearestFast(line, lng, lat) - halfWidth));
        }
      }
      expect(worst).toBeLessThan(3 + 5e-4 * halfWidth);
      expect(worst).toBeGreaterThan(0);
    }
  });
});

it("a circle's vertices are at its radius", () => {
  const { coordinates } = pointCorridor([62, 27], 50_000);
  for (let at = 0; at < coordinates.length; at += 2) {
    const [lng = 0, lat = 0] = coordinates.subarray(at, at + 2);
    expect(Math.abs(distanceMeters([62, 27], [lng, lat]) - 50_000)).toBeLessThan(0.02);
  }
  expect(distanceMeters([62, 27], destination([62, 27], 45, 50_000))).toBeCloseTo(50_000, 5);
});

describe("areas", () => {
  const ringAround = (centre: Position, radii: readonly number[]) =>
    radii.map((meters, index) => destination(centre, (-360 * index) / radii.length, meters));

  it("agree with Karney's, whatever the length of the sides and on either side of the 180th meridian", () => {
    const centres = fc.tuple(degrees(-180, 180), degrees(-70, 70));
    const radii = fc.array(fc.double({ min: 2000, max: 300_000, noNaN: true }), { minLength: 3, maxLength: 400 });
    fc.assert(
      fc.property(centres, radii, (centre, lengths) => {
        const ring = ringAround(centre, lengths);
        const expected = ringArea(ring).squareMeters;
        const found = areaSquareMeters(packPolygons([[[...ring, ring[0] as Position]]]));
        expect(Math.abs(found / expected - 1)).toBeLessThan(3e-6);
      }),
      { numRuns: 30 },
    );
  });

  it("of a ring with a hole are those of the ring less those of the hole", () => {
    const [outer, hole] = [ringAround([62, 27], Array(90).fill(50_000)), ringAround([62, 27], Array(90).fill(20_000))];
    const whole = areaSquareMeters(packPolygons([[outer, hole]]));
    expect(whole).toBeCloseTo(ringArea(outer).squareMeters - ringArea(hole).squareMeters, 0);
  });
});
