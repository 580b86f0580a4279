import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, LineString, MultiPolygon, Polygon } from "geojson";
import { buildLine, type Line } from "../../src/geo/line";
import { packLines, packPolygons } from "../../src/geo/packed";
import type { Load } from "../../src/geo/tasks";

/** One of the oracle files; see its README for the origin of the values. */
export function oracle<T>(file: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../fixtures/oracle", file), "utf8")) as T;
}

/** A line of the oracle, ready for questions. */
export function oracleLine(file: string): Line {
  return buildLine({ id: file, dataErrorMeters: null, ...packLines([oracle<LineString>(file).coordinates]) });
}

/** A line through the given positions. */
export function lineThrough(...positions: readonly (readonly [number, number])[]): Line {
  return buildLine({ id: "line", dataErrorMeters: null, ...packLines([positions]) });
}

/** The three countries of the oracle. */
export function oracleCountries(): NonNullable<Load["countries"]> {
  const files = { IR: "country_irn.json", PK: "country_pak.json", AF: "country_afg.json" } as const;
  return (["IR", "PK", "AF"] as const).map((code) => {
    const { geometry } = oracle<Feature<Polygon | MultiPolygon>>(files[code]);
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return { code, ...packPolygons(polygons) };
  });
}
