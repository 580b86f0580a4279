import fc from "fast-check";
import { expect, it } from "vitest";
import { frameOf } from "../../src/picture/frame";
import { type Camera, START_VIEW } from "../../src/state/view";
import { posterShift } from "../../src/ui/own-data/poster-shift";

const camera = fc.record({
  zoom: fc.double({ min: 2, max: 12, noNaN: true }),
  lng: fc.double({ min: 40, max: 80, noNaN: true }),
  lat: fc.double({ min: 10, max: 45, noNaN: true }),
});
const flat = (given: { zoom: number; lng: number; lat: number }): Camera => ({ ...given, bearing: 0, pitch: 0 });

it("leaves a picture where it is while the camera has not moved", () => {
  expect(posterShift(START_VIEW.camera, START_VIEW.camera)).toEqual({ x: 0, y: 0, scale: 1 });
});

it("puts every position of the picture where the map has it", () => {
  fc.assert(
    fc.property(
      camera,
      camera,
      fc.double({ min: 45, max: 75, noNaN: true }),
      fc.double({ min: 15, max: 40, noNaN: true }),
      (drawn, looked, lng, lat) => {
        const { x, y, scale } = posterShift(flat(drawn), flat(looked));
        const [fromX, fromY] = frameOf(flat(drawn), 0, 0).toPixel([lng, lat]);
        const [toX, toY] = frameOf(flat(looked), 0, 0).toPixel([lng, lat]);
        expect(fromX * scale + x).toBeCloseTo(toX, 4);
        expect(fromY * scale + y).toBeCloseTo(toY, 4);
      },
    ),
  );
});
