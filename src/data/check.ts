import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type CheckedCollection, type CheckedFeature, checkCollection, readCollection } from "./check/collection";
import { eventProblems } from "./check/events";
import { packagingProblems } from "./check/packaging";
import { type Problem, problemsOf } from "./check/problem";
import { readJson } from "./check/read-json";
import { recordProblems } from "./check/records";
import { referenceProblems } from "./check/references";
import { readRegister } from "./check/register";
import { type Layer, type Manifest, manifest } from "./manifest";
import type { Source } from "./source";

export { formatProblem, type Problem } from "./check/problem";

/** The data folder of this repository. */
export const DATA_FOLDER = fileURLToPath(new URL("../../data", import.meta.url));

function readManifest(folder: string): { readonly manifest: Manifest | null; readonly problems: readonly Problem[] } {
  const file = "layers.json";
  const read = readJson(join(folder, file));
  if ("problem" in read) return { manifest: null, problems: [read.problem] };
  const parsed = manifest.safeParse(read.value);
  if (!parsed.success) return { manifest: null, problems: problemsOf(file, null, "", parsed.error) };
  const seen = new Set<string>();
  const problems = parsed.data.layers.flatMap(({ id }, index): Problem[] => {
    if (seen.has(id)) return [{ file, feature: id, path: `layers.${index}.id`, reason: "is used twice" }];
    seen.add(id);
    return [];
  });
  return { manifest: parsed.data, problems };
}

/** Files that hold records, yet the manifest does not name them. */
function strayProblems(folder: string, { layers }: Manifest): Problem[] {
  const named = new Set(layers.map((layer) => layer.file));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".geojson") && !named.has(file))
    .filter((file) => readFileSync(join(folder, file), "utf8").includes('"schemaVersion"'))
    .map((file) => ({ file, feature: null, path: "", reason: "holds records, but no entry in layers.json names it" }));
}

function ruleProblems(features: readonly CheckedFeature[], register: ReadonlyMap<string, Source>): Problem[] {
  return features.flatMap((feature) => [
    ...recordProblems(feature),
    ...("verification" in feature.record ? eventProblems(feature, feature.record, register) : []),
  ]);
}

/** What has been read from a data folder, for checks that need more than the files themselves. */
export interface CheckedData {
  readonly features: readonly CheckedFeature[];
  readonly problems: readonly Problem[];
}

/** Reads and checks the shipped data in `folder`. */
export function readShippedData(folder: string = DATA_FOLDER): CheckedData {
  const { manifest: entries, problems: manifestProblems } = readManifest(folder);
  const { register, problems: registerProblems } = readRegister(folder);
  if (!entries) return { features: [], problems: [...manifestProblems, ...registerProblems] };
  const collections = entries.layers.map((layer) => readCollection(join(folder, layer.file), layer));
  const features = collections.flatMap((collection) => collection.features);
  return {
    features,
    problems: [
      ...manifestProblems,
      ...registerProblems,
      ...collections.flatMap((collection) => collection.problems),
      ...strayProblems(folder, entries),
      ...referenceProblems(features, new Set(), register),
      ...ruleProblems(features, register),
      ...packagingProblems(folder, entries, features, register),
    ],
  };
}

/** The ids in a file, whatever else it holds. */
function idsIn(path: string): string[] {
  const read = readJson(path);
  if ("problem" in read) return [];
  const found = z.object({ features: z.array(z.object({ id: z.string() })) }).safeParse(read.value);
  return found.success ? found.data.features.map((feature) => feature.id) : [];
}

/** What single files are checked against: their entries in the manifest, the sources, the ids they may refer to. */
export interface CheckContext {
  readonly layers: readonly Layer[];
  readonly register: ReadonlyMap<string, Source>;
  readonly ids: ReadonlySet<string>;
}

const layerOf = (file: string, { layers }: CheckContext): Layer | null =>
  layers.find((layer) => layer.file === file) ?? null;

function collectionProblems(collections: readonly CheckedCollection[], { register, ids }: CheckContext): Problem[] {
  const features = collections.flatMap((collection) => collection.features);
  return [
    ...collections.flatMap((collection) => collection.problems),
    ...referenceProblems(features, ids, register),
    ...ruleProblems(features, register),
  ];
}

/** What is wrong with the parsed content of one file of records. */
export function checkRecords(file: string, value: unknown, context: CheckContext): Problem[] {
  return collectionProblems([checkCollection(file, value, layerOf(file, context))], context);
}

/**
 * What is wrong with the data, an empty list when nothing is. Without `paths` the shipped data in `folder`; with them
 * those files alone, their sources and related records resolved against the shipped data.
 */
export function checkDataFiles(paths: readonly string[] = [], folder: string = DATA_FOLDER): Problem[] {
  if (paths.length === 0) return [...readShippedData(folder).problems];
  const { manifest: entries, problems } = readManifest(folder);
  if (!entries) return [...problems];
  const { layers } = entries;
  const names = new Set(paths.map((path) => basename(path)));
  const others = layers.filter((layer) => !names.has(layer.file)).flatMap((layer) => idsIn(join(folder, layer.file)));
  const context = { layers, register: readRegister(folder).register, ids: new Set(others) };
  return collectionProblems(
    paths.map((path) => readCollection(path, layerOf(basename(path), context))),
    context,
  );
}
