import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FeatureCollection, LineString, MultiLineString, MultiPolygon } from "geojson";
import type { AtlasCollection, AtlasFeature } from "../data/feature";
import type { Manifest } from "../data/manifest";
import { LINE_DATA_ERROR_METERS } from "../geo/line-error";
import { type PackedPolygons, packLines, packPolygons } from "../geo/packed";
import type { Load, LoadedLine, Place } from "../geo/tasks";
import { type PictureBase, unpack } from "../picture/base";
import type { Arguments } from "./arguments";
import { looksLikeFile, readLineFile } from "./axis-file";

const readData = <T>(file: string): T =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../data/${file}`, import.meta.url)), "utf8")) as T;

/** A place as the tool prints it. */
export interface NamedPlace extends Place {
  readonly id: string;
  readonly title: string;
}

/** The manifest, which names the layers and the data version. */
export function readManifest(): Manifest {
  return readData("layers.json");
}

function borderLine(file: string): LoadedLine {
  const [feature] = readData<FeatureCollection<LineString, { readonly id: string }>>(file).features;
  if (!feature) throw new Error(`data/${file}: holds no line`);
  const { id } = feature.properties;
  const dataErrorMeters = LINE_DATA_ERROR_METERS[id] ?? null;
  return { id, dataErrorMeters, isBorder: true, ...packLines([feature.geometry.coordinates]) };
}

function corridorLines(): LoadedLine[] {
  return readData<AtlasCollection>("corridors.geojson").features.flatMap(({ id, geometry }) => {
    if (geometry?.type !== "LineString" && geometry?.type !== "MultiLineString") return [];
    const shape: LineString | MultiLineString = geometry;
    const parts = shape.type === "LineString" ? [shape.coordinates] : shape.coordinates;
    return [{ id, dataErrorMeters: null, ...packLines(parts) }];
  });
}

/** The border at both generalisations, the corridors, and a line of the reader's own under the name of its file. */
export function readLines(ownFile: string | undefined): LoadedLine[] {
  const own =
    ownFile === undefined ? [] : [{ id: ownFile, dataErrorMeters: null, ...packLines(readLineFile(ownFile)) }];
  return [borderLine("border-full.geojson"), borderLine("border-line.geojson"), ...corridorLines(), ...own];
}

/** The three countries of the tripoint, and all land. */
export function readCountries(): Pick<Load, "countries" | "land"> & { readonly land: PackedPolygons } {
  const collection = readData<FeatureCollection<MultiPolygon, { readonly iso2: string }>>("countries.geojson");
  const base = readData<PictureBase>("derived/picture-base.json");
  const countries = (["IR", "PK", "AF"] as const).flatMap((code) =>
    collection.features
      .filter(({ properties }) => properties.iso2 === code)
      .map(({ geometry }) => ({ code, ...packPolygons(geometry.coordinates) })),
  );
  return { countries, land: packPolygons(unpack(base.land, base.stepsPerDegree).map((ring) => [ring])) };
}

function placesOf(group: string, { id, geometry, properties }: AtlasFeature): NamedPlace[] {
  if (geometry?.type !== "Point" || properties.status === "withdrawn") return [];
  const [lng = Number.NaN, lat = Number.NaN] = geometry.coordinates;
  const radiusMeters = ("where" in properties && properties.where?.uncertaintyRadiusM) || 0;
  return [{ id, key: `${group}/${id}`, group, title: properties.title.en, position: [lng, lat], radiusMeters }];
}

/** The places and events with a known point, of all layers or of those named. */
export function readPlaces(groups?: readonly string[]): NamedPlace[] {
  return readManifest()
    .layers.filter(({ id }) => !groups || groups.includes(id))
    .flatMap(({ id, file }) => readData<AtlasCollection>(file).features.flatMap((feature) => placesOf(id, feature)));
}

/** The line that `name` means: `border` is that of `--border FILE` when it is given; a file is named by its path. */
export function lineName(
  { flags }: Arguments,
  name: string,
): { readonly id: string; readonly file: string | undefined } {
  const own = flags.get("border");
  if (name === "border" && own !== undefined) return { id: own, file: own };
  return { id: name, file: looksLikeFile(name) ? name : undefined };
}
