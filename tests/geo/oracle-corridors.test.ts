import type { LineString } from "geojson";
import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/geo/engine";
import { packLines } from "../../src/geo/packed";
import { PolygonIndex } from "../../src/geo/polygon-index";
import type { CorridorAxis, Side } from "../../src/geo/tasks";
import { oracle, oracleCountries } from "./oracle-fixtures";

interface CorridorCase {
  readonly id: string;
  readonly geometry: string | { readonly coordinates: [number, number] };
  readonly width_m: number;
  readonly area_km2: number;
  readonly parts: number;
  readonly holes: number;
  readonly area_IRN_km2?: number;
  readonly area_PAK_km2?: number;
  readonly area_AFG_km2?: number;
  readonly area_other_km2?: number;
  readonly probes: readonly { lon: number; lat: number; inside: boolean; margin_m: number }[];
}

const { cases } = oracle<{ cases: CorridorCase[] }>("buffers.json");

const engine = createEngine();
engine.load({
  countries: oracleCountries(),
  lines: ["border_line.json", "route.json", "two.json"].map((file) => ({
    id: file,
    dataErrorMeters: null,
    ...packLines([oracle<LineString>(file).coordinates]),
  })),
});

const axisOf = ({ geometry }: CorridorCase): CorridorAxis =>
  typeof geometry === "string" ? geometry : { point: geometry.coordinates };

describe.each(cases)("$id", (corridor) => {
  const along = axisOf(corridor);
  const halfWidthMeters = corridor.width_m;
  const answer = engine.answer("corridor", { along, halfWidthMeters });

  it("has the area of the oracle within 0.01 %, in as many parts and holes", () => {
    expect(Math.abs(answer.squareMeters / 1e6 / corridor.area_km2 - 1)).toBeLessThan(1e-4);
    expect(answer.polygons.polygonEnds).toHaveLength(corridor.parts);
    expect(answer.polygons.ringEnds).toHaveLength(corridor.parts + corridor.holes);
  });

  it("holds exactly the probes that are within, by distance", () => {
    const points = Float64Array.from(corridor.probes.flatMap(({ lon, lat }) => [lon, lat]));
    const within = engine.answer("membership", { along, halfWidthMeters, points });
    expect(Array.from(within, Boolean)).toEqual(corridor.probes.map(({ inside }) => inside));
  });

  it("its outline holds the probes that are within, beyond 2 m and 0.05 % of the edge", () => {
    const outline = new PolygonIndex(answer.polygons);
    const clear = corridor.probes.filter(({ margin_m }) => margin_m >= Math.max(2, 5e-4 * halfWidthMeters));
    expect(clear.length).toBeGreaterThan(0);
    expect(clear.map(({ lon, lat }) => outline.contains(lon, lat))).toEqual(clear.map(({ inside }) => inside));
  });
});

const divided = cases.filter(({ area_IRN_km2 }) => area_IRN_km2 !== undefined);

it.each(divided)("$id divides among the countries within 0.02 % or 0.2 km²", (corridor) => {
  const { byCountry } = engine.answer("corridor", { along: axisOf(corridor), halfWidthMeters: corridor.width_m });
  const expected: Partial<Record<Side, number | undefined>> = {
    IR: corridor.area_IRN_km2,
    PK: corridor.area_PAK_km2,
    AF: corridor.area_AFG_km2,
    other: corridor.area_other_km2,
  };
  for (const [code, area = Number.NaN] of Object.entries(expected)) {
    const miss = Math.abs(byCountry[code as Side] / 1e6 - area);
    expect(miss, code).toBeLessThan(Math.max(0.2, 2e-4 * area));
  }
});
