import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/geo/engine";
import { InputError } from "../../src/geo/input-error";
import { packLines } from "../../src/geo/packed";
import { isLikelySwapped } from "../../src/geo/position";
import type { DrawnLine } from "../../src/geo/tasks";
import { oracle } from "./oracle-fixtures";

interface InputCase {
  readonly id: string;
  readonly lon?: number | null;
  readonly lat?: number;
  readonly line?: [number, number][];
  readonly width_m?: number | null;
}

const { cases } = oracle<{ cases: InputCase[] }>("invalid_inputs.json");
const byId = (id: string): InputCase => cases.find((each) => each.id === id) ?? { id };

const engine = createEngine();
engine.load({
  lines: [
    {
      id: "border",
      dataErrorMeters: 1000,
      isBorder: true,
      ...packLines([
        [
          [61, 29],
          [62, 27],
        ],
      ]),
    },
  ],
});

const drawn = (positions: [number, number][]): DrawnLine => ({ id: "drawn", parts: [positions] });

describe("the engine refuses", () => {
  it.each(["nan_lon", "lat_gt_90", "lat_lt_-90"])("the position %s, and names it", (id) => {
    const { lon, lat } = byId(id);
    const from = [lon ?? Number.NaN, lat ?? Number.NaN] as const;
    expect(() => engine.answer("toLine", { from })).toThrow(InputError);
    expect(() => engine.answer("distance", { from: [61, 27], to: from })).toThrow(
      /invalid (longitude|latitude) of to: /,
    );
    expect(() => engine.answer("corridor", { along: { point: from }, halfWidthMeters: 10 })).toThrow(InputError);
  });

  it.each([
    ["empty_line", "0 vertices"],
    ["one_vertex_line", "1 vertex"],
  ])("the line %s, and counts its vertices", (id, count) => {
    const along = drawn(byId(id).line ?? []);
    expect(() => engine.answer("corridor", { along, halfWidthMeters: 1000 })).toThrow(`invalid line drawn: ${count}`);
  });

  it("a line without parts, and one whose vertices are all the same", () => {
    const line = { id: "nothing", parts: [] };
    expect(() => engine.answer("toLine", { from: [61, 27], line })).toThrow("0 vertices");
    const still: DrawnLine = drawn([
      [61, 27],
      [61, 27],
    ]);
    expect(() => engine.answer("toLine", { from: [61, 27], line: still })).toThrow("length 0 m");
  });

  it.each(["width_negative", "width_nan", "width_20000km"])("the half-width %s", (id) => {
    const halfWidthMeters = byId(id).width_m ?? Number.NaN;
    expect(() => engine.answer("corridor", { along: "border", halfWidthMeters })).toThrow("invalid half-width: ");
    const points = Float64Array.of(61, 28);
    expect(() => engine.answer("membership", { along: "border", halfWidthMeters, points })).toThrow(InputError);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1])("the radius %s, wherever it is given", (bad) => {
    const from = [61, 27] as const;
    const place = { key: "own-a/1", group: "own-a", position: from, radiusMeters: bad };
    for (const ask of [
      () => engine.answer("distance", { from, to: [62, 28], fromRadiusMeters: bad }),
      () => engine.answer("distance", { from, to: [62, 28], toRadiusMeters: bad }),
      () => engine.answer("toLine", { from, radiusMeters: bad }),
      () => engine.answer("toLine", { from, line: { id: "own", parts: [[from, [62, 28]]], dataErrorMeters: bad } }),
      () => engine.answer("near", { from, radiusMeters: bad }),
      () => engine.answer("near", { from, also: [place] }),
      () => engine.answer("inside", { along: "border", halfWidthMeters: 1000, places: [place] }),
      () => createEngine().load({ places: [place] }),
    ])
      expect(ask).toThrow(/^invalid radius of (?:from|to|own|own-a\/1): /);
  });

  it.each([
    [Number.NaN, 27],
    [181, 27],
    [61, Number.NEGATIVE_INFINITY],
  ])("a place at %s, %s, and names it", (lng, lat) => {
    const place = { key: "own-a/1", group: "own-a", position: [lng, lat] as const, radiusMeters: 0 };
    for (const ask of [
      () => engine.answer("near", { from: [61, 27], also: [place] }),
      () => engine.answer("inside", { along: "border", halfWidthMeters: 1000, places: [place] }),
      () => createEngine().load({ places: [place] }),
    ])
      expect(ask).toThrow(/^invalid (?:longitude|latitude) of own-a\/1: /);
  });

  it("an unknown line, and names the known ones", () => {
    expect(() => engine.answer("toLine", { from: [61, 27], line: "durand" })).toThrow(
      "unknown line: durand (known: border)",
    );
  });

  it("a chainage off the line, and a negative tolerance", () => {
    expect(() => engine.answer("positionAt", { chainageMeters: 1e9 })).toThrow("invalid chainage: 1000000000");
    expect(() => engine.answer("positionAt", { chainageMeters: Number.NaN })).toThrow("not a number");
    expect(() => engine.answer("generalise", { toleranceMeters: -1 })).toThrow("invalid tolerance: -1 m");
  });
});

it("without width a corridor is empty, its area nothing and nothing is inside", () => {
  const { width_m } = byId("width_zero");
  const answer = engine.answer("corridor", { along: "border", halfWidthMeters: width_m ?? Number.NaN });
  expect(answer.polygons.coordinates).toHaveLength(0);
  expect(answer.squareMeters).toBe(0);
  expect(answer.inside).toEqual([]);
});

it("a swapped pair is noticed, pairs in the region and far away are not", () => {
  const { lon, lat } = byId("swapped_gwadar");
  expect(isLikelySwapped([lon ?? 0, lat ?? 0])).toBe(true);
  expect(isLikelySwapped([lat ?? 0, lon ?? 0])).toBe(false);
  expect(isLikelySwapped([-0.13, 51.5])).toBe(false);
});

it("among many points those that are no position get no figures", () => {
  const points = Float64Array.of(61.2, 28, Number.NaN, 28, 61, 95);
  const { meters, side } = engine.answer("enrich", { points });
  expect(Array.from(meters, Number.isFinite)).toEqual([true, false, false]);
  expect(Array.from(side)).toEqual([4, 255, 255]);
  expect(Array.from(engine.answer("membership", { along: "border", halfWidthMeters: 50_000, points }))).toEqual([
    1, 0, 0,
  ]);
});

it("a place that comes under the key of another is judged by where it lies itself", () => {
  const near = (position: readonly [number, number]) =>
    engine.answer("near", { from: [61, 27], also: [{ key: "own-a/1", group: "own-a", position, radiusMeters: 0 }] });
  const [first] = near([61.5, 28]);
  const [second] = near([61, 29]);
  expect(first?.borderMeters).toBeLessThan(1000);
  // The border of this engine begins there.
  expect(second?.borderMeters).toBeLessThan(1e-6);
  expect(second?.chainageMeters).toBeLessThan(1e-6);
  expect(first?.chainageMeters).toBeGreaterThan(100_000);
});
