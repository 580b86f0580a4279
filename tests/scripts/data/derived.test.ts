import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, LineString, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { borderFiles } from "../../../scripts/data/border.ts";
import { borderTicks } from "../../../scripts/data/border-ticks.ts";
import { toMicro } from "../../../scripts/data/micro.ts";
import { jsonText } from "../../../scripts/data/output.ts";
import { waterFile } from "../../../scripts/data/water.ts";
import type { Position } from "../../../src/geo/position.ts";

const text = (file: string) => readFileSync(join(import.meta.dirname, "../../../data", file), "utf8");
const line = (file: string): Position[] => {
  const { features } = JSON.parse(text(file)) as FeatureCollection<LineString>;
  return (features[0]?.geometry.coordinates ?? []).map(([lng = 0, lat = 0]): Position => [lng, lat]);
};

const land = line("border-full.geojson");

describe("what follows from the border's full detail", () => {
  const files = borderFiles({ land: land.map(toMicro), sea: line("border-maritime.geojson").map(toMicro) });

  it.each(Object.keys(files))("%s is the committed file, byte for byte", (file) => {
    expect(files[file]).toBe(text(file));
  });

  it("the marks are the committed ones, one at every ten kilometres", () => {
    const ticks = borderTicks(land);
    expect(jsonText(ticks)).toBe(text("border-ticks.geojson"));
    expect(ticks.features.map(({ properties }) => properties.km)).toEqual(
      Array.from({ length: 102 }, (_, index) => 10 * (index + 1)),
    );
  });
});

describe("outlines of water", () => {
  it("are the committed ones, byte for byte", () => {
    expect(jsonText(waterFile())).toBe(text("derived/water.geojson"));
  });

  it("stand in the record of the same id", () => {
    const records = JSON.parse(text("water.geojson")) as FeatureCollection<Polygon> & {
      readonly features: readonly { readonly id: string }[];
    };
    for (const { properties, geometry } of waterFile().features) {
      expect(records.features.find(({ id }) => id === properties?.id)?.geometry).toEqual(geometry);
    }
  });
});

/** Tolerance in metres, vertices and kilometres, by another program (Douglas–Peucker and geodesics of GeographicLib). */
const PUBLISHED = [
  [0, 16_888, 1023.3],
  [100, 976, 960.8],
  [500, 244, 906.4],
  [10_000, 11, 768.6],
] as const;

it.each(PUBLISHED)("at %i m the border has %i vertices and is %f km long", (toleranceMeters, vertices, km) => {
  const { generalisations } = JSON.parse(text("border-generalisations.json")) as {
    readonly generalisations: readonly { readonly toleranceMeters: number }[];
  };
  expect(generalisations).toContainEqual({ toleranceMeters, vertices, km });
});
