import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, LineString } from "geojson";
import type { Position } from "../../src/geo/position.ts";
import { ROOT } from "../setup.mjs";
import { buildOpenBasemap, buildOsmBasemap } from "./basemap.ts";
import { borderFiles, deriveBorder } from "./border.ts";
import { borderTicks } from "./border-ticks.ts";
import { countriesFile, countryRings } from "./countries.ts";
import { districtsFile } from "./districts.ts";
import { type Box, readLand } from "./land.ts";
import { writeJson, writeOutput } from "./output.ts";
import { pictureBase } from "./picture-base.ts";
import { provincesFile } from "./provinces.ts";
import { buildRelief } from "./relief.ts";
import { waterFile } from "./water.ts";
import { worldCountriesFile } from "./world-countries.ts";
import { readZoneCells } from "./zones.ts";

/** Iran, Pakistan and Afghanistan with their territorial seas. */
const THREE_COUNTRIES: Box = [43.5, 20, 78, 40];

/** The border and the three countries that meet at its northern end share every vertex, so they are made together. */
function buildBorder(): void {
  const [cells, land] = [readZoneCells(THREE_COUNTRIES), readLand(THREE_COUNTRIES)];
  const border = deriveBorder(cells, land);
  for (const [file, text] of Object.entries(borderFiles(border))) writeOutput(`data/${file}`, text);
  writeJson("data/countries.geojson", countriesFile(countryRings(cells, land.flat(), border), border));
}

function buildTicks(): void {
  const file = join(ROOT, "data/border-full.geojson");
  const { features } = JSON.parse(readFileSync(file, "utf8")) as FeatureCollection<LineString>;
  const line = features[0]?.geometry.coordinates.map(([lng = 0, lat = 0]): Position => [lng, lat]) ?? [];
  writeJson("data/border-ticks.geojson", borderTicks(line));
}

/** Every part of the derived data by its name, in the order in which one needs the other. */
const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  border: buildBorder,
  ticks: buildTicks,
  "world-countries": () => writeJson("data/world-countries.geojson", worldCountriesFile()),
  provinces: () => writeJson("data/derived/provinces.geojson", provincesFile()),
  districts: () => writeJson("data/derived/districts.geojson", districtsFile()),
  water: () => writeJson("data/derived/water.geojson", waterFile()),
  "picture-base": () => writeOutput("data/derived/picture-base.json", pictureBase()),
  "basemap-osm": buildOsmBasemap,
  "basemap-open": buildOpenBasemap,
  relief: buildRelief,
};

/** Builds the derived data again from the pinned packages and from `data/raw`: all of it, or the parts named. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; known: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
for (const [name, build] of Object.entries(PARTS)) {
  if (asked.length === 0 || asked.includes(name)) await build();
}
