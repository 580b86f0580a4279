import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Micro, toMicro } from "../../../scripts/data/micro.ts";
import { simplify } from "../../../scripts/data/simplify.ts";

/** One kilometre east at 27.5° N is 0.010128°, one north 0.009025°, on the sphere that the tolerance is measured on. */
const KM_EAST = 1 / (111.31949 * Math.cos((27.5 * Math.PI) / 180));
const KM_NORTH = 1 / 110.8;
const atKm = (east: number, north: number): Micro => toMicro([62 + east * KM_EAST, 27.5 + north * KM_NORTH]);

const BEND = [atKm(0, 0), atKm(5, 0.4), atKm(10, 0)];

describe("simplify", () => {
  it("drops a bend within the tolerance and keeps one beyond it", () => {
    expect(simplify(BEND, 410)).toEqual([BEND[0], BEND[2]]);
    expect(simplify(BEND, 390)).toEqual(BEND);
  });

  it("keeps every position without a tolerance, even on a straight line", () => {
    const line = [atKm(0, 0), atKm(1, 0), atKm(2, 0)];
    expect(simplify(line, 0)).toEqual(line);
    expect(simplify(line, 1)).toHaveLength(2);
  });

  it("takes a tolerance for each position", () => {
    const line = [atKm(0, 0), atKm(5, 0.4), atKm(10, 0), atKm(15, 0.4), atKm(20, 0)];
    const kept = simplify(line, ([x]) => (x < (line[2]?.[0] ?? 0) ? 1000 : 100));
    expect(kept).not.toContainEqual(line[1]);
    expect(kept).toContainEqual(line[3]);
  });

  it("keeps the ends and the order of the positions it keeps", () => {
    const position = fc.tuple(fc.integer({ min: 60e6, max: 64e6 }), fc.integer({ min: 25e6, max: 30e6 }));
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 0, max: 90_000 }),
        (line, m) => {
          const kept = simplify(line, m);
          expect(kept[0]).toBe(line[0]);
          expect(kept.at(-1)).toBe(line.at(-1));
          const places = kept.map((one) => line.findIndex((at) => at === one));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});
