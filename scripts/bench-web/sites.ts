import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import type { AtlasCollection } from "../../src/data/feature";
import type { Layer, Manifest } from "../../src/data/manifest";
import { mapFeatures } from "../../src/map/map-features";
import { setShared, sharingOf } from "../../src/map/shared-sources";
import { style } from "../../src/map/style";
import { START_VIEW } from "../../src/state/view";
import { ROOT } from "../setup.mjs";
import { writePoints } from "./points";

const DATA = join(ROOT, "data");

/** Where the two pages are built to. */
export interface Sites {
  readonly atlas: string;
  readonly bare: string;
  /** Files of points that both read. */
  readonly points: string;
}

const readData = <T>(file: string) => JSON.parse(readFileSync(join(DATA, file), "utf8")) as T;

/** The style and features of the atlas's start view, as files that a page without our code can show. */
async function writeSources(folder: string): Promise<void> {
  const manifest = readData<Manifest>("layers.json");
  const visible = START_VIEW.layers as readonly string[];
  const sources = style({
    manifest,
    theme: "light",
    language: "en",
    secondLanguage: null,
    assets: { baseUrl: "BASE/", words: { schematic: "schematic", km: "km" } },
    visible,
  });
  const write = (id: string, content: unknown) => {
    writeFileSync(join(folder, `${id}.geojson`), JSON.stringify(content));
    const source = sources.sources[id];
    if (source?.type === "geojson") source.data = `BASE/${id}.geojson`;
  };
  const isShown = (layer: Layer) => visible.includes(layer.id);
  const set = setShared(write, sharingOf(manifest));
  for (const layer of manifest.layers.filter(isShown)) {
    set(layer.id, mapFeatures(layer, readData<AtlasCollection>(layer.file).features));
  }
  for (const id of ["border-line", "border-ticks"]) set(id, readData(`${id}.geojson`));
  // Sources that are shared are written after this turn.
  await Promise.resolve();
  writeFileSync(join(folder, "style.json"), JSON.stringify(sources));
}

/** Builds the atlas and the bare page, and writes the points, into a folder that git ignores. */
export async function buildSites(counts: readonly number[]): Promise<Sites> {
  const folder = join(ROOT, ".cache", "bench-web");
  rmSync(folder, { recursive: true, force: true });
  const sites = { atlas: join(folder, "atlas"), bare: join(folder, "bare"), points: join(folder, "points") };
  await build({ logLevel: "warn", build: { outDir: sites.atlas, emptyOutDir: true } });
  await build({
    configFile: false,
    root: join(ROOT, "scripts/bench-web/bare"),
    base: "./",
    publicDir: join(ROOT, "public"),
    logLevel: "warn",
    build: { target: "es2022", outDir: sites.bare, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  await writeSources(sites.bare);
  mkdirSync(sites.points, { recursive: true });
  for (const count of counts) writePoints(sites.points, count);
  return sites;
}
