import fc from "fast-check";
import { expect, it } from "vitest";
import { inverse } from "../../src/geo/geodesic";
import { movedShape } from "../../src/state/shape-move";

const position = fc.tuple(fc.double({ min: 55, max: 70, noNaN: true }), fc.double({ min: 20, max: 35, noNaN: true }));

it("keeps every distance from the first vertex, and comes back to where it was", () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 8 }), position, (vertices, to) => {
      const [first = [0, 0]] = vertices;
      const moved = movedShape(vertices, to);
      expect(moved[0]).toEqual(to);
      moved.forEach((vertex, at) => {
        const before = inverse(first, vertices[at] ?? first).meters;
        expect(Math.abs(inverse(to, vertex).meters - before)).toBeLessThan(1e-6);
      });
      movedShape(moved, first).forEach((vertex, at) => {
        expect(inverse(vertex, vertices[at] ?? first).meters).toBeLessThan(1e-5);
      });
    }),
  );
});

it("moves a meridian by its length: a degree from the equator on is 110,574 m on WGS84 wherever it begins there", () => {
  const [from, to] = movedShape(
    [
      [60, 0],
      [60, 1],
    ],
    [62, 0],
  );
  expect(from).toEqual([62, 0]);
  expect(to?.[0]).toBeCloseTo(62, 9);
  expect(to?.[1]).toBeCloseTo(1, 9);
});
