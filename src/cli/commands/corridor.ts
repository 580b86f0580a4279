import { createEngine } from "../../geo/engine";
import { unpackPolygons } from "../../geo/packed";
import type { CorridorAnswer, CorridorAxis, RankedPlace } from "../../geo/tasks";
import { type Arguments, readKilometers } from "../arguments";
import { readAxisFile } from "../axis-file";
import type { Command } from "../command";
import { lineName, type NamedPlace, readCountries, readLines, readManifest, readPlaces } from "../ground";
import { printJson, round, roundMeters, writeJsonFile } from "../output";
import { UsageError } from "../usage-error";

const WIDTH_FLAGS = ["half-width-km", "width-km"] as const;
const SQUARE_METERS_PER_KM2 = 1e6;

function readHalfWidth({ flags }: Arguments): number {
  const given = WIDTH_FLAGS.filter((flag) => flags.has(flag));
  const [flag] = given;
  if (!flag) throw new UsageError("--half-width-km: is missing");
  if (given.length > 1) throw new UsageError("--width-km: means the same as --half-width-km; give one");
  return readKilometers(flags.get(flag) ?? "", flag);
}

function readAxis(given: Arguments, name: string): { axis: CorridorAxis; own: string | undefined } {
  const { id, file } = lineName(given, name);
  if (file === undefined) return { axis: id, own: undefined };
  const axis = readAxisFile(file);
  return "point" in axis ? { axis, own: undefined } : { axis: id, own: file };
}

/** Square metres as km², to the square metre; the parts keep adding up. */
const toKm2 = (squareMeters: number) => round(squareMeters / SQUARE_METERS_PER_KM2, 6);

function describePlace(place: RankedPlace, named: NamedPlace | undefined) {
  const { meters, estimate, side, ambiguous, chainageMeters, group } = place;
  return {
    id: named?.id ?? place.key,
    layer: group,
    title: named?.title ?? place.key,
    meters: roundMeters(meters),
    lowMeters: roundMeters(estimate.lowMeters),
    highMeters: roundMeters(estimate.highMeters),
    side,
    ambiguous,
    chainageMeters: chainageMeters === null ? null : roundMeters(chainageMeters),
  };
}

function feature(answer: CorridorAnswer, along: string, places: readonly NamedPlace[]) {
  const polygons = unpackPolygons(answer.polygons);
  const [only] = polygons;
  const named = new Map(places.map((place) => [place.key, place]));
  const byCountry = Object.entries(answer.byCountry).map(([code, area]) => [code, toKm2(area)]);
  return {
    type: "Feature",
    geometry:
      only && polygons.length === 1
        ? { type: "Polygon", coordinates: only }
        : { type: "MultiPolygon", coordinates: polygons },
    properties: {
      along,
      halfWidthKm: answer.halfWidthMeters / 1000,
      areaKm2: toKm2(answer.squareMeters),
      areaKm2ByCountry: Object.fromEntries(byCountry),
      inside: answer.inside.map((place) => describePlace(place, named.get(place.key))),
      line: answer.line,
      method: answer.method,
      dataVersion: readManifest().dataVersion,
      licence: "ODbL-1.0",
      attribution: "© OpenStreetMap contributors; Sarhad",
      retrieved: new Date().toISOString().slice(0, 10),
    },
  };
}

/** `sarhad corridor`: everything within a half-width of a line or point, as one GeoJSON Feature. */
export const corridor: Command = {
  name: "corridor",
  usage: "corridor --half-width-km KM [--along border|CORRIDOR-ID|FILE.geojson] [--out FILE] [--border FILE.geojson]",
  flags: [...WIDTH_FLAGS, "along", "out", "border"],
  mostRest: 0,
  run: async (given) => {
    const halfWidthMeters = readHalfWidth(given);
    const along = given.flags.get("along") ?? "border";
    const { axis, own } = readAxis(given, along);
    const places = readPlaces();
    const engine = createEngine();
    engine.load({ lines: readLines(own), ...readCountries(), places });
    const result = feature(engine.answer("corridor", { along: axis, halfWidthMeters }), along, places);
    const out = given.flags.get("out");
    if (out === undefined || out === "-") printJson(result);
    else {
      writeJsonFile(out, result);
      const { areaKm2, areaKm2ByCountry, inside } = result.properties;
      printJson({ out, areaKm2, areaKm2ByCountry, inside: inside.length });
    }
    return 0;
  },
};
