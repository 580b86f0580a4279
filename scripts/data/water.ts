import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, Polygon } from "geojson";
import { ROOT } from "../setup.mjs";
import { isInsideOrOn, wound } from "./clip.ts";
import { isSame, type Micro, toDegrees, toMicro } from "./micro.ts";

/**
 * A position inside each lake or playa that has a record of its own. Natural Earth's outlines carry no names, and it draws
 * none of the rivers of the records: those keep their points.
 */
const POSITIONS: Readonly<Record<string, readonly [lng: number, lat: number]>> = {
  "hamun-i-mashkel": [63.0065, 28.2303],
};

/** The ring without positions that repeat the one before. */
const withoutRepeats = (ring: readonly Micro[]): Micro[] =>
  ring.filter((position, index) => index === 0 || !isSame(position, ring[index - 1] ?? position));

/** Outlines of lakes and playas of `data/water.geojson`, Natural Earth 1:50m. Throws for a position outside of them all. */
export function waterFile() {
  const file = join(ROOT, "data/raw/natural-earth-lakes.json");
  const { features } = JSON.parse(readFileSync(file, "utf8")) as FeatureCollection<Polygon, { kind: string }>;
  const outlines = features.map(({ properties: { kind }, geometry }) => ({
    kind,
    ring: withoutRepeats(wound((geometry.coordinates[0] ?? []).map(toMicro), true)),
  }));
  return {
    type: "FeatureCollection",
    features: Object.entries(POSITIONS).map(([id, position]): Feature<Polygon> => {
      const outline = outlines.find(({ ring }) => isInsideOrOn(toMicro(position), ring));
      if (!outline) throw new Error(`no lake or playa of Natural Earth lies at ${position.join(", ")} (${id})`);
      return {
        type: "Feature",
        properties: {
          id,
          kind: outline.kind,
          origin: "Natural Earth, 1:50m (marble-qt-data 22.12.3)",
          licence: "LicenseRef-public-domain",
        },
        geometry: { type: "Polygon", coordinates: [outline.ring.map((vertex) => toDegrees(vertex, 3))] },
      };
    }),
  } satisfies FeatureCollection<Polygon>;
}
