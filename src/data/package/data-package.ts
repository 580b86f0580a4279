import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { LICENCES } from "../licences";
import type { Layer, Manifest } from "../manifest";
import type { Source } from "../source";

/** The Frictionless Data Package (version 2) descriptor of the data folder. */
export const DESCRIPTOR = "datapackage.json";

/** SPDX ids that a resource of the package may carry. */
export const KNOWN_LICENCES: readonly string[] = Object.keys(LICENCES);

const licence = (name: string) => ({ name, ...LICENCES[name] });

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".geojson": "application/geo+json",
  ".json": "application/json",
};

/** Of files that do not state their licence themselves and are no data of our own; `README.md` says what they are made from. */
const LICENCES_OF_DERIVED: Readonly<Record<string, string>> = {
  "border-ticks.geojson": "ODbL-1.0",
  "world-countries.geojson": "CC0-1.0",
};

/** The licence of a derived file: what it states of itself, at its top or in its first feature; our own data otherwise. */
const licenceIn = (file: string, text: string): string =>
  LICENCES_OF_DERIVED[file] ?? /"licence":\s*"([^"]+)"/.exec(text)?.[1] ?? "CC-BY-4.0";

function schemaOf(file: string, layer: Layer | undefined): string | null {
  if (layer) return `schema/${layer.record}.json`;
  if (file === "layers.json" || file === "sources.json") return `schema/${file}`;
  return null;
}

function resource(folder: string, file: string, layers: readonly Layer[]) {
  const layer = layers.find((candidate) => candidate.file === file);
  const bytes = readFileSync(join(folder, file));
  const schema = schemaOf(file, layer);
  const spdx = layer?.licence ?? (schema ? "CC-BY-4.0" : licenceIn(file, bytes.toString("utf8")));
  return {
    name: file.replace(/\.[a-z]+$/, ""),
    path: file,
    ...(layer ? { title: layer.title.en, description: layer.description?.en ?? "" } : {}),
    format: extname(file).slice(1),
    mediatype: MEDIA_TYPES[extname(file)] ?? "application/octet-stream",
    encoding: "utf-8",
    bytes: bytes.length,
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    licenses: [licence(spdx)],
    ...(schema ? { schema } : {}),
  };
}

/** The files that the package describes: everything with records or lines in it, at the top of the data folder. */
export function packagedFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => extname(file) in MEDIA_TYPES && file !== DESCRIPTOR)
    .sort();
}

/** The descriptor for what the folder holds at this moment. */
export function dataPackage(folder: string, manifest: Manifest, register: Iterable<Source>) {
  const datasets = [...register].filter((source) => source.type === "dataset" || source.type === "gazetteer");
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "sarhad",
    title: "Sarhad: the open atlas of the Iran–Pakistan border",
    description:
      "The border, its crossings, markets, ports, corridors and the reported strikes, incidents and agreements, each with sources, a precision class and an uncertainty radius.",
    version: manifest.dataVersion,
    created: `${manifest.released}T00:00:00Z`,
    keywords: ["Iran", "Pakistan", "Balochistan", "border", "geography", "GeoJSON"],
    licenses: [licence("CC-BY-4.0"), licence("ODbL-1.0")],
    contributors: [{ title: "The Sarhad contributors", roles: ["creator"] }],
    sources: datasets.flatMap(({ title, publisher, url }) =>
      url ? [{ title: `${publisher}: ${title}`, path: url }] : [],
    ),
    resources: packagedFiles(folder).map((file) => resource(folder, file, manifest.layers)),
  };
}
