import fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { doubtRing, markOf } from "../../src/picture/doubt";

const { WGS84 } = geographiclib.Geodesic;

describe("doubtRing", () => {
  it("keeps every vertex at the radius by GeographicLib, to 0.02 %", () => {
    const lng = fc.double({ min: 40, max: 80, noNaN: true });
    const lat = fc.double({ min: 10, max: 45, noNaN: true });
    const radius = fc.double({ min: 10, max: 400_000, noNaN: true });
    fc.assert(
      fc.property(lng, lat, radius, (x, y, radiusMeters) => {
        const ring = doubtRing([x, y], radiusMeters);
        const errors = ring.map(([vertexLng = 0, vertexLat = 0]) =>
          Math.abs((WGS84.Inverse(y, x, vertexLat, vertexLng).s12 ?? Number.NaN) - radiusMeters),
        );
        expect(Math.max(...errors)).toBeLessThanOrEqual(radiusMeters * 2e-4 + 1e-3);
      }),
      { numRuns: 15 },
    );
  });

  it("is a closed ring, counter-clockwise as GeoJSON asks", () => {
    const ring = doubtRing([62, 27], 45_000);
    expect(ring.at(0)).toEqual(ring.at(-1));
    const doubledArea = ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
      const [beforeX = 0, beforeY = 0] = ring[index] ?? [];
      return sum + beforeX * y - x * beforeY;
    }, 0);
    expect(doubledArea).toBeGreaterThan(0);
  });

  it("does not jump across the antimeridian", () => {
    const ring = doubtRing([179.9, 20], 50_000);
    for (const [lng = 0] of ring) expect(Math.abs(lng - 179.9)).toBeLessThan(1);
  });
});

describe("markOf", () => {
  it("is sharp to the settlement, hollow for a district, soft beyond", () => {
    expect(markOf(null)).toBe("sharp");
    expect(markOf({ precision: "settlement" })).toBe("sharp");
    expect(markOf({ precision: "district" })).toBe("hollow");
    expect(markOf({ precision: "province" })).toBe("soft");
    expect(markOf({ precision: "country" })).toBe("soft");
  });
});
