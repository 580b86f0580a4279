import { expect, it } from "vitest";
import { areaSquareMeters } from "../../src/geo/area";
import { landOutside } from "../../src/geo/outline";
import { packPolygons } from "../../src/geo/packed";

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
/** A southern coast at 25° that the coarse land has straight and the country in steps of 0.002° to the north of it. */
const steps = Array.from({ length: 100 }, (_, index) => [
  [60 + index * 0.05, 25 + (index % 2) * 0.002],
  [60 + (index + 1) * 0.05, 25 + (index % 2) * 0.002],
]).flat();
const country = packPolygons([[[...steps, [65, 30], [60, 30], [60, 25]]]]);

it("land outside the countries is the neighbour's, without the slivers between two coasts", () => {
  const land = packPolygons([[box(60, 25, 67, 30)]]);
  const outside = landOutside(land, [country]);
  expect(outside.polygonEnds).toHaveLength(1);
  // What is left is the land from 65° to 67° east.
  const neighbour = areaSquareMeters(packPolygons([[box(65, 25, 67, 30)]]));
  expect(areaSquareMeters(outside) / neighbour).toBeCloseTo(1, 3);
});

it("there is none where the countries hold all land", () => {
  expect(landOutside(packPolygons([[box(60, 25, 65, 30)]]), [country]).polygonEnds).toHaveLength(0);
});
