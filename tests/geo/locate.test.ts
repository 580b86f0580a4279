import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { FeatureCollection, LineString } from "geojson";
import { describe, expect, it } from "vitest";
import { positionAt } from "../../src/geo/along";
import { destination, distanceMeters, inverse } from "../../src/geo/geodesic";
import { buildLine } from "../../src/geo/line";
import { locate } from "../../src/geo/locate";
import { nearestExact } from "../../src/geo/nearest-exact";
import { type FastFoot, nearestFast } from "../../src/geo/nearest-fast";
import { packLines } from "../../src/geo/packed";
import type { Position } from "../../src/geo/position";

const file = join(import.meta.dirname, "../../data/border-full.geojson");
const [border] = (JSON.parse(readFileSync(file, "utf8")) as FeatureCollection<LineString>).features;
const line = buildLine({
  id: "border",
  dataErrorMeters: null,
  ...packLines([border?.geometry.coordinates ?? []]),
});
const around = (degrees: number) =>
  fc.tuple(
    fc.double({ min: 62 - degrees, max: 62 + degrees, noNaN: true }),
    fc.double({ min: 27.5 - degrees, max: 27.5 + degrees, noNaN: true }),
  );
const emptyFoot = (): FastFoot => ({ lng: Number.NaN, lat: Number.NaN, chainageMeters: Number.NaN });

describe("the quick search", () => {
  it("finds the distance and the nearest place of the exact one, near and far", () => {
    fc.assert(
      fc.property(fc.oneof(around(1), around(5), around(9)), (position) => {
        const foot = emptyFoot();
        const meters = locate(line, position[0], position[1], foot);
        const feet = nearestExact(line, position);
        expect(Math.abs(meters - Math.min(...feet.map((exact) => exact.meters)))).toBeLessThan(0.005);
        const misses = feet.map((exact) => distanceMeters(exact.position, [foot.lng, foot.lat]));
        expect(Math.min(...misses)).toBeLessThan(0.05);
        const chainages = feet.map((exact) => Math.abs(exact.chainageMeters - foot.chainageMeters));
        expect(Math.min(...chainages)).toBeLessThan(0.05);
      }),
      { numRuns: 300 },
    );
  });

  it("is not misled by a place that is nearer by chord and farther by geodesic", () => {
    // A geodesic to the north bends more than one to the east, so that its chord is the shorter one: by 0.4 m here.
    const from: Position = [61, 27];
    const across = (bearing: number, meters: number): Position[] => {
      const middle = destination(from, bearing, meters);
      const arrival = inverse(from, middle).finalBearingDegrees;
      return [destination(middle, arrival + 90, -500), destination(middle, arrival + 90, 500)];
    };
    const parts = [across(0, 400_000.2), across(90, 400_000)];
    const both = buildLine({ id: "two", dataErrorMeters: null, ...packLines(parts) });
    const foot = emptyFoot();
    nearestFast(both, ...from, foot);
    expect(foot.lng).toBeCloseTo(61, 2);
    expect(locate(both, ...from, foot)).toBeCloseTo(400_000, 2);
    expect(distanceMeters([foot.lng, foot.lat], destination(from, 90, 400_000))).toBeLessThan(0.5);
  });
});

describe("the exact search", () => {
  it("answers only places from which the line leads farther away on both sides", () => {
    fc.assert(
      fc.property(around(3), (position) => {
        for (const { chainageMeters, meters } of nearestExact(line, position)) {
          for (const step of [-0.5, 0.5]) {
            const beside = positionAt(line, Math.min(line.meters, Math.max(0, chainageMeters + step)));
            expect(distanceMeters(position, beside)).toBeGreaterThan(meters - 1e-6);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
