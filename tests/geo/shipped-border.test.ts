import { readFileSync } from "node:fs";
import { join } from "node:path";
import Flatbush from "flatbush";
import type { FeatureCollection, LineString, MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/geo/engine";
import { buildLine } from "../../src/geo/line";
import { nearestFast } from "../../src/geo/nearest-fast";
import { type PackedPolygons, packLines, packPolygons } from "../../src/geo/packed";
import type { Place } from "../../src/geo/tasks";

const data = <T>(file: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../data", file), "utf8")) as T;

const [border] = data<FeatureCollection<LineString>>("border-full.geojson").features;
const countries = data<FeatureCollection<MultiPolygon, { iso2: string }>>("countries.geojson").features;
const places: readonly Place[] = [
  { key: "towns/gwadar", group: "towns", position: [62.3254, 25.1264], radiusMeters: 1000 },
  { key: "towns/taftan", group: "towns", position: [61.595, 28.99], radiusMeters: 1000 },
  { key: "towns/zahedan", group: "towns", position: [60.8629, 29.4963], radiusMeters: 1000 },
];

const engine = createEngine();
engine.load({
  lines: [{ id: "border", dataErrorMeters: 1000, isBorder: true, ...packLines([border?.geometry.coordinates ?? []]) }],
  countries: countries.flatMap(({ properties, geometry }) =>
    properties.iso2 === "IR" || properties.iso2 === "PK" || properties.iso2 === "AF"
      ? [{ code: properties.iso2, ...packPolygons(geometry.coordinates) }]
      : [],
  ),
  places,
});

/** How often two sides of the rings cross or a ring runs through one of its own vertices twice. */
function faults({ coordinates, ringEnds }: PackedPolygons): number {
  const sides: [number, number, number, number, number][] = [];
  let from = 0;
  let repeated = 0;
  ringEnds.forEach((end, ring) => {
    const seen = new Set<string>();
    for (let vertex = from; vertex + 1 < end; vertex++) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = coordinates.subarray(2 * vertex, 2 * vertex + 4);
      if (seen.has(`${ax},${ay}`)) repeated++;
      seen.add(`${ax},${ay}`);
      sides.push([ax, ay, bx, by, ring]);
    }
    from = end;
  });
  const index = new Flatbush(sides.length);
  for (const [ax, ay, bx, by] of sides) {
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  const turn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) =>
    Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  let crossings = 0;
  sides.forEach(([ax, ay, bx, by], first) => {
    const near = index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    for (const second of near) {
      const other = sides[second];
      if (second <= first || !other) continue;
      const [cx, cy, dx, dy] = other;
      const splits = turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) < 0;
      if (splits && turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) < 0) crossings++;
    }
  });
  return crossings + repeated;
}

it("the shipped border has the length and vertices it is published with", () => {
  const [line] = engine.answer("lines", {});
  expect(line?.vertices).toBe(16_888);
  expect((line?.meters ?? 0) / 1000).toBeCloseTo(1023.3, 1);
});

it("generalisations have the vertices and lengths of the published table", () => {
  const { generalisations } = data<{ generalisations: { toleranceMeters: number; vertices: number; km: number }[] }>(
    "border-generalisations.json",
  );
  const computed = generalisations.map(({ toleranceMeters }) => {
    const { vertices, meters } = engine.answer("generalise", { toleranceMeters });
    return { toleranceMeters, vertices, km: Math.round(meters / 100) / 10 };
  });
  expect(computed).toEqual(
    generalisations.map(({ toleranceMeters, vertices, km }) => ({ toleranceMeters, vertices, km })),
  );
});

const fullLine = buildLine({ id: "border", dataErrorMeters: null, ...packLines([border?.geometry.coordinates ?? []]) });

/** How far the middle of any side is from where it should be, in metres. */
function farthestOff({ coordinates, ringEnds }: PackedPolygons, halfWidthMeters: number): number {
  const ends = new Set(ringEnds);
  return coordinates.subarray(2).reduce((worst, _, at) => {
    if (at % 2 === 1 || ends.has(at / 2 + 1)) return worst;
    const [lng1 = 0, lat1 = 0, lng2 = 0, lat2 = 0] = coordinates.subarray(at, at + 4);
    const meters = nearestFast(fullLine, (lng1 + lng2) / 2, (lat1 + lat2) / 2);
    return Math.max(worst, Math.abs(meters - halfWidthMeters));
  }, 0);
}

it.each([0.5, 0.7, 2, 5, 50])("a corridor of %d km is made of valid rings, right to 3 m and 0.05 per cent", (km) => {
  const { polygons, squareMeters, byCountry } = engine.answer("corridor", {
    along: "border",
    halfWidthMeters: km * 1000,
  });
  expect(polygons.polygonEnds.length).toBeGreaterThan(0);
  expect(faults(polygons)).toBe(0);
  expect(farthestOff(polygons, km * 1000)).toBeLessThan(3 + 0.5 * km);
  const parts = Object.values(byCountry).reduce((sum, area) => sum + area, 0);
  expect(Math.abs(parts / squareMeters - 1)).toBeLessThan(1e-9);
});

describe("places against the border", () => {
  it("are ranked by distance with their side and border-km", () => {
    const ranked = engine.answer("near", { from: [61.5, 29] });
    expect(ranked.map(({ key }) => key)).toEqual(["towns/taftan", "towns/zahedan", "towns/gwadar"]);
    expect(ranked.map(({ side }) => side)).toEqual(["PK", "IR", "PK"]);
  });

  it("stand along the line in the order of their chainage", () => {
    const { entries } = engine.answer("profile", { withinMeters: 80_000 });
    expect(entries.map(({ key }) => key)).toEqual(["towns/zahedan", "towns/taftan", "towns/gwadar"]);
  });

  it("are inside a corridor by their distance, with the doubt of line and place", () => {
    const { inside } = engine.answer("corridor", { along: "border", halfWidthMeters: 10_000 });
    expect(inside.map(({ key }) => key)).toEqual(["towns/taftan"]);
    expect(inside[0]?.estimate.errorMeters).toBe(2000);
  });

  it("nearer than the doubt have an ambiguous side", () => {
    const { position } = engine.answer("positionAt", { chainageMeters: 400_000 });
    expect(engine.answer("toLine", { from: position }).ambiguous).toBe(true);
    expect(engine.answer("toLine", { from: [62.3254, 25.1264] }).ambiguous).toBe(false);
  });
});

it("two corridors together cover their sum less what they have in common", () => {
  const corridors = [
    { along: { point: [61.5, 28] as const }, halfWidthMeters: 30_000 },
    { along: { point: [61.8, 28] as const }, halfWidthMeters: 30_000 },
  ];
  const area = (operation: "union" | "intersection") => engine.answer("combine", { operation, corridors }).squareMeters;
  const each = corridors.map((corridor) => engine.answer("corridor", corridor).squareMeters);
  expect(Math.abs((area("union") + area("intersection")) / (each[0] ?? 0) / 2 - 1)).toBeLessThan(1e-3);
});

it("a flat map's line is longer than the geodesic and kilometres from it", () => {
  const { geodesicMeters, flatMeters, apartMeters } = engine.answer("flat", { from: [56, 27], to: [65, 27] });
  expect(flatMeters).toBeGreaterThan(geodesicMeters);
  // 5.9 to 8.3 km for 900 km near 27° N, by an independent computation with PROJ.
  expect(apartMeters).toBeGreaterThan(5_000);
  expect(apartMeters).toBeLessThan(9_000);
});

it("an area whose sides cross says so", () => {
  const bow = [
    [60, 26],
    [61, 27],
    [61, 26],
    [60, 27],
  ] as const;
  expect(engine.answer("measure", { positions: bow, closed: true }).simple).toBe(false);
  expect(engine.answer("measure", { positions: [bow[0], bow[2], bow[1], bow[3]], closed: true }).simple).toBe(true);
});
