import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, LineString } from "geojson";
import { buildLine, type Line } from "../../src/geo/line";
import { packLines } from "../../src/geo/packed";
import { ROOT } from "../setup.mjs";

/** A shipped border line, as GeoJSON for Turf and ready for our own questions. */
export interface Subject {
  readonly name: string;
  readonly feature: Feature<LineString>;
  readonly line: Line;
}

function subject(name: string, file: string): Subject {
  const { features } = JSON.parse(readFileSync(join(ROOT, "data", file), "utf8")) as FeatureCollection<LineString>;
  const [feature] = features;
  if (!feature) throw new Error(`data/${file}: holds no line`);
  const line = buildLine({ id: name, dataErrorMeters: null, ...packLines([feature.geometry.coordinates]) });
  return { name, feature, line };
}

export const fullDetail = (): Subject => subject("full detail", "border-full.geojson");
export const smallScale = (): Subject => subject("small scale (200 m)", "border-line.geojson");

/** The same pseudo-random numbers from 0 to 1 in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Seeded points spread over 57–68° E, 23–32° N: lng, lat, … */
export function scatteredPoints(count: number): Float64Array {
  const random = seededRandom(20240116);
  return Float64Array.from({ length: count * 2 }, (_, index) =>
    index % 2 === 0 ? 57 + 11 * random() : 23 + 9 * random(),
  );
}
