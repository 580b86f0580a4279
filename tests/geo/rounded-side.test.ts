import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, LineString, MultiPolygon } from "geojson";
import { expect, it } from "vitest";
import { exportFeature } from "../../src/data/export/export-feature";
import { createEngine } from "../../src/geo/engine";
import { packLines, packPolygons } from "../../src/geo/packed";
import { setOf, shipped } from "../data/export/export-fixtures";

const data = <T>(file: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../data", file), "utf8")) as T;

it("a position rounded to what its radius supports stays on its side of the border", () => {
  const [border] = data<FeatureCollection<LineString>>("border-full.geojson").features;
  const engine = createEngine();
  engine.load({
    lines: [
      { id: "border", dataErrorMeters: 1000, isBorder: true, ...packLines([border?.geometry.coordinates ?? []]) },
    ],
    countries: data<FeatureCollection<MultiPolygon, { iso2: string }>>("countries.geojson").features.flatMap(
      ({ properties: { iso2 }, geometry }) =>
        iso2 === "IR" || iso2 === "PK" || iso2 === "AF" ? [{ code: iso2, ...packPolygons(geometry.coordinates) }] : [],
    ),
  });
  const sideOf = ([lng = 0, lat = 0]: readonly number[]) => engine.answer("toLine", { from: [lng, lat] }).side;
  const COUNTRIES: readonly string[] = ["IR", "PK", "AF"];
  let judged = 0;
  for (const item of shipped) {
    const { geometry, properties } = item.feature;
    const where = "where" in properties ? properties.where : null;
    const country = where && "country" in where ? where.country : null;
    // What belongs to no country, as the ends of the line and a river that it follows, is on neither side.
    if (geometry?.type !== "Point" || typeof country !== "string" || !COUNTRIES.includes(country)) continue;
    const told = exportFeature(item, setOf([item])).geometry;
    if (told?.type !== "Point") throw new Error("a point is no longer one");
    const [before, after] = [sideOf(geometry.coordinates), sideOf(told.coordinates)];
    // A port may be rounded into its sea: that is not across the border.
    if (!COUNTRIES.includes(before) || !COUNTRIES.includes(after)) continue;
    expect(after, `${item.layer.id}/${item.feature.id}`).toBe(before);
    judged += 1;
  }
  expect(judged).toBeGreaterThan(80);
});
