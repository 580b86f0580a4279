import { ANALYSIS_FILES } from "../../data/analysis-files";
import { fetchGround } from "../../geo/fetch-ground";
import { unpackPolygons } from "../../geo/packed";
import type { Shape } from "../../state/lesson-compare";

export type ComparedCountry = "IR" | "PK" | "AF";

/** Rings with fewer corners than this are islands too small to compare. */
const LEAST_CORNERS = 40;
/** Corners kept of each ring: enough for a shape on a map of the world. */
const CORNERS = 600;

/** The outer rings of a country, thinned for looking at. Rejects when the outlines cannot be fetched. */
export async function countryOutline(country: ComparedCountry): Promise<Shape> {
  const { countries } = await fetchGround(ANALYSIS_FILES);
  const found = countries.find(({ code }) => code === country);
  if (!found) throw new RangeError(`no outline: ${country}`);
  const rings = unpackPolygons(found)
    .map(([outer = []]) => outer)
    .filter((ring) => ring.length >= LEAST_CORNERS);
  return rings.map((ring) => {
    const step = Math.ceil(ring.length / CORNERS);
    return ring
      .filter((_, index) => index % step === 0 || index === ring.length - 1)
      .map(([lng = 0, lat = 0]) => [lng, lat] as const);
  });
}
