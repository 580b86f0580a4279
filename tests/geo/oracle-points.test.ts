import { describe, expect, it } from "vitest";
import { positionAt, sliceLine } from "../../src/geo/along";
import { areaSquareMeters } from "../../src/geo/area";
import { distanceMeters, inverse, ringArea } from "../../src/geo/geodesic";
import { distanceMatrix } from "../../src/geo/matrix";
import { withinTest } from "../../src/geo/membership";
import { bestFoot, nearestExact } from "../../src/geo/nearest-exact";
import { FAST_LIMIT_METERS, nearestFast } from "../../src/geo/nearest-fast";
import { packPolygons } from "../../src/geo/packed";
import type { Position } from "../../src/geo/position";
import { sideFinder } from "../../src/geo/side";
import { oracle, oracleCountries, oracleLine } from "./oracle-fixtures";

interface PointCase {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly dist_m: number;
  readonly nearest: Position;
  readonly chainage_m: number;
  readonly country?: string | null;
  readonly within?: Readonly<Record<string, boolean>>;
  readonly min_margin_m?: number;
}

const FILES = [
  ["border_line.json", "point_to_border.json"],
  ["border_line_gm100.json", "point_to_border_long_segments.json"],
] as const;

describe.each(FILES)("points against %s, as %s expects", (lineFile, caseFile) => {
  const line = oracleLine(lineFile);
  const { cases } = oracle<{ cases: PointCase[] }>(caseFile);

  it.each(cases)("$id: exact distance within 1 cm, position and chainage within 0.6 m", (point) => {
    const feet = nearestExact(line, [point.lon, point.lat]);
    expect(Math.abs(bestFoot(feet).meters - point.dist_m)).toBeLessThan(Math.max(0.01, 1e-8 * point.dist_m));
    expect(Math.min(...feet.map((foot) => distanceMeters(foot.position, point.nearest)))).toBeLessThan(0.6);
    expect(Math.min(...feet.map((foot) => Math.abs(foot.chainageMeters - point.chainage_m)))).toBeLessThan(0.6);
  });

  it("the fast distance is within 1 cm to 300 km", () => {
    const misses = cases
      .filter((point) => point.dist_m < FAST_LIMIT_METERS)
      .map((point) => Math.abs(nearestFast(line, point.lon, point.lat) - point.dist_m));
    expect(misses.length).toBeGreaterThan(10);
    expect(Math.max(...misses)).toBeLessThan(0.01);
  });

  it("membership is exact wherever the margin is over 1 cm", () => {
    const wrong = cases
      .filter((point) => (point.min_margin_m ?? 0) > 0.01)
      .flatMap((point) =>
        Object.entries(point.within ?? {})
          .filter(([km, expected]) => withinTest(line, Number(km) * 1000)(point.lon, point.lat) !== expected)
          .map(([km]) => `${point.id} ${km} km`),
      );
    expect(wrong).toEqual([]);
  });
});

it("every point lies in the country that the oracle says", () => {
  const sideOf = sideFinder(oracleCountries(), null);
  const codes: Readonly<Record<string, string>> = { IRN: "IR", PAK: "PK", AFG: "AF", other: "other" };
  const { cases } = oracle<{ cases: PointCase[] }>("point_to_border.json");
  const told = cases.filter((point) => typeof point.country === "string");
  expect(told.map((point) => [point.id, sideOf(point.lon, point.lat)])).toEqual(
    told.map((point) => [point.id, codes[point.country ?? ""]]),
  );
});

it("distances and bearings between points are within a micrometre and 0.0001 degrees", () => {
  const { cases } = oracle<{ cases: { id: string; a: Position; b: Position; dist_m: number; azi1_deg: number }[] }>(
    "point_to_point.json",
  );
  for (const { id, a, b, dist_m, azi1_deg } of cases) {
    const { meters, initialBearingDegrees } = inverse(a, b);
    expect(Math.abs(meters - dist_m), id).toBeLessThan(1e-6);
    // Between points less than a metre apart, and between antipodes, a bearing has no firm meaning.
    if (dist_m < 1 || dist_m > 19_900_000) continue;
    const turn = ((initialBearingDegrees - azi1_deg + 540) % 360) - 180;
    expect(Math.abs(turn), id).toBeLessThan(1e-4);
  }
});

it("the distance matrix of the named places is within a micrometre", () => {
  const { coords, dist_m } = oracle<{ coords: Position[]; dist_m: number[][] }>("matrix_named.json");
  const matrix = distanceMatrix(coords);
  const misses = dist_m.flat().map((meters, index) => Math.abs((matrix[index] ?? Number.NaN) - meters));
  expect(misses).toHaveLength(coords.length ** 2);
  expect(Math.max(...misses)).toBeLessThan(1e-6);
});

it("the nearest of several places, and their order, are those of the oracle", () => {
  const { targets, cases } = oracle<{
    targets: Record<string, Position>;
    cases: { lon: number; lat: number; dist_m: number; order: string[] }[];
  }>("nearest_target.json");
  for (const { lon, lat, dist_m, order } of cases) {
    const ranked = Object.entries(targets)
      .map(([name, position]) => ({ name, meters: distanceMeters([lon, lat], position) }))
      .sort((a, b) => a.meters - b.meters);
    expect(ranked.map(({ name }) => name)).toEqual(order);
    expect(Math.abs((ranked[0]?.meters ?? Number.NaN) - dist_m)).toBeLessThan(0.01);
  }
});

it("lengths are within a billionth", () => {
  const { lines, files } = oracle<{
    lines: Record<string, { length_m: number }>;
    files: Record<string, string>;
  }>("lengths.json");
  for (const [name, file] of Object.entries(files)) {
    const expected = lines[name]?.length_m ?? Number.NaN;
    expect(Math.abs(oracleLine(file).meters / expected - 1), name).toBeLessThan(1e-9);
  }
});

it("areas of countries and rings are within a ten-millionth", () => {
  const { cases } = oracle<{
    cases: { id: string; file?: string; ring?: Position[]; area_km2: number; perimeter_m?: number }[];
  }>("areas.json");
  const countries = { IRN: oracleCountries()[0], PAK: oracleCountries()[1] };
  for (const { id, ring, area_km2, perimeter_m } of cases) {
    const country = id === "IRN" || id === "PAK" ? countries[id] : undefined;
    const squareMeters = areaSquareMeters(country ?? packPolygons([[ring ?? []]]));
    expect(Math.abs(squareMeters - area_km2 * 1e6), id).toBeLessThan(Math.max(0.1, area_km2 * 0.1));
    if (ring && perimeter_m !== undefined) expect(ringArea(ring).perimeterMeters).toBeCloseTo(perimeter_m, 5);
  }
});

it("positions at a chainage are within a centimetre, slices as long as the oracle says", () => {
  const line = oracleLine("border_line.json");
  const { at, slices } = oracle<{
    at: { chainage_m: number; lon: number; lat: number }[];
    slices: { id: string; a: Position; b: Position; along_m: number; n_interior_vertices: number }[];
  }>("chainage.json");
  for (const { chainage_m, lon, lat } of at) {
    const position = positionAt(line, Math.min(chainage_m, line.meters));
    expect(distanceMeters(position, [lon, lat])).toBeLessThan(0.01);
  }
  for (const { id, a, b, along_m, n_interior_vertices } of slices) {
    const [from, to] = [a, b].map((end) => bestFoot(nearestExact(line, end)).chainageMeters) as [number, number];
    expect(Math.abs(Math.abs(to - from) - along_m), id).toBeLessThan(0.6);
    const [part = []] = sliceLine(line, from, to);
    const meters = part.slice(1).reduce((sum, end, index) => sum + distanceMeters(part[index] as Position, end), 0);
    expect(Math.abs(meters - along_m), id).toBeLessThan(0.6);
    // An end that falls on a vertex may or may not count that vertex as inner.
    expect(Math.abs(part.length - 2 - n_interior_vertices), id).toBeLessThanOrEqual(2);
  }
});
