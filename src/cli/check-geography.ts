import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LineString, MultiPolygon, Polygon } from "geojson";
import { DATA_FOLDER, type Problem, readShippedData } from "../data/check";
import type { CheckedFeature } from "../data/check/collection";
import { positionAt } from "../geo/along";
import { distanceMeters } from "../geo/geodesic";
import { buildLine, type Line } from "../geo/line";
import { bestFoot, nearestExact } from "../geo/nearest-exact";
import { packLines, packPolygons } from "../geo/packed";
import { type SideOf, sideFinder } from "../geo/side";
import type { Side } from "../geo/tasks";

/** A stated distance is a rounded word; beyond the radius of the place it may be off by this share. */
const ROUNDING = 0.1;

/** A point derived from the line keeps five decimals, which is within this of the line. */
const ON_LINE_METERS = 2;

interface Shapes<G> {
  readonly features: readonly { readonly properties: Readonly<Record<string, string>>; readonly geometry: G }[];
}

const read = <G>(folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Shapes<G>;

const CODES = { ir: "IR", pk: "PK", af: "AF" } as const;

/** The border at full detail and the countries, from the derived files of the data folder. */
function readGround(folder: string): { readonly border: Line; readonly sideOf: SideOf } {
  const line = read<LineString>(folder, "border-full.geojson").features[0];
  if (!line) throw new Error("border-full.geojson: holds no line");
  const countries = Object.entries(CODES).flatMap(([id, code]) =>
    read<Polygon | MultiPolygon>(folder, "countries.geojson")
      .features.filter((feature) => feature.properties.id === id)
      .map(({ geometry }) => ({
        code,
        ...packPolygons(geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates),
      })),
  );
  return {
    border: buildLine({
      id: "border",
      dataErrorMeters: null,
      isBorder: true,
      ...packLines([line.geometry.coordinates]),
    }),
    sideOf: sideFinder(countries, null),
  };
}

type Fault = { readonly path: string; readonly reason: string };

const isKnown = (code: string): code is Extract<Side, "IR" | "PK" | "AF"> => /^(IR|PK|AF)$/.test(code);

/** A point must not lie in another country than the record says; the sea and harbours count for none. */
function countryFaults(country: string | null, [lng, lat]: readonly [number, number], sideOf: SideOf): Fault[] {
  if (country === null) return [];
  const side = sideOf(lng, lat);
  const path = "where.country";
  if (isKnown(side) && side !== country) return [{ path, reason: `says ${country}, but the point lies in ${side}` }];
  return [];
}

function lineFaults(feature: CheckedFeature, [lng, lat]: readonly [number, number], border: Line): Fault[] {
  if (!("where" in feature.record) || !feature.record.where?.onBorder) return [];
  const { chainageM } = feature.record.where.onBorder;
  const path = "where.onBorder.chainageM";
  if (chainageM > border.meters) return [{ path, reason: `lies beyond the end of the line: ${chainageM}` }];
  const apart = distanceMeters(positionAt(border, chainageM), [lng, lat]);
  return apart <= ON_LINE_METERS
    ? []
    : [{ path, reason: `the point lies ${apart.toFixed(0)} m from that place of the line` }];
}

/** A stated distance to the border must fit the point and its radius, or the record must name the conflict. */
function distanceFaults(feature: CheckedFeature, [lng, lat]: readonly [number, number], border: Line): Fault[] {
  const { record } = feature;
  if (!("figures" in record) || !("where" in record) || !record.where || record.conflicts.length > 0) return [];
  const radius = record.where.uncertaintyRadiusM;
  return record.figures.flatMap((figure, index) => {
    if (figure.about !== "distance_to_border" || figure.unit !== "km" || figure.value === null) return [];
    const { meters } = bestFoot(nearestExact(border, [lng, lat]));
    const stated = figure.value * 1000;
    if (Math.abs(stated - meters) <= radius + stated * ROUNDING) return [];
    const text = `${figure.value} km is stated, ${(meters / 1000).toFixed(1)} km measured, and no conflict is named`;
    return [{ path: `figures.${index}.value`, reason: text }];
  });
}

/** What is wrong with where the features lie: country, place on the border line, stated distances to it. */
export function checkGeography(features: readonly CheckedFeature[], folder: string = DATA_FOLDER): Problem[] {
  const { border, sideOf } = readGround(folder);
  return features.flatMap((feature) => {
    const { file, id, geometry, record } = feature;
    if (geometry?.type !== "Point" || !("where" in record)) return [];
    const point = geometry.coordinates;
    return [
      ...countryFaults(record.where?.country ?? null, point, sideOf),
      ...lineFaults(feature, point, border),
      ...distanceFaults(feature, point, border),
    ].map(({ path, reason }) => ({ file, feature: id, path: `properties.${path}`, reason }));
  });
}

/** Everything that is wrong with the shipped data: files, records, packaging, geography. */
export function checkShippedData(folder: string = DATA_FOLDER): Problem[] {
  const { features, problems } = readShippedData(folder);
  return [...problems, ...checkGeography(features, folder)];
}
