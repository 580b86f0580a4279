import { describe, expect, it } from "vitest";
import { doubtZoom } from "../../src/map/doubt-zoom";

describe("doubtZoom", () => {
  // Web Mercator at latitude 27: 69,739 m per pixel of 512-px tiles at zoom 0 (40,075,017 m · cos 27° / 512).
  it.each([
    [45_000, 2],
    [3_000, 6],
    [10, 14],
    [1_000_000, 0],
  ])("lets a radius of %d m appear from zoom %d at 27° N", (radiusMeters, zoom) => {
    expect(doubtZoom(radiusMeters, 27)).toBe(zoom);
    expect((radiusMeters * 2 ** (zoom + 1)) / 69_739).toBeGreaterThanOrEqual(4);
  });
});
