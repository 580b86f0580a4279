import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Manifest } from "../manifest";
import { DESCRIPTOR, dataPackage, KNOWN_LICENCES } from "../package/data-package";
import { dataDictionary } from "../package/dictionary";
import { jsonSchemas } from "../package/json-schemas";
import type { Source } from "../source";
import type { CheckedFeature } from "./collection";
import type { Problem } from "./problem";
import { readJson } from "./read-json";

const AGAIN = "run `npm run package-data`";

/** P6: fewer than a hundred OpenStreetMap points count as insubstantial in a layer under another licence. */
const INSUBSTANTIAL = 100;

const descriptor = z.looseObject({
  version: z.string(),
  resources: z.array(z.looseObject({ path: z.string(), hash: z.string(), bytes: z.number() })),
});

function descriptorProblems(folder: string, manifest: Manifest, register: ReadonlyMap<string, Source>): Problem[] {
  const at = (path: string, reason: string): Problem => ({ file: DESCRIPTOR, feature: null, path, reason });
  const read = readJson(join(folder, DESCRIPTOR));
  if ("problem" in read) return [read.problem];
  const found = descriptor.safeParse(read.value);
  if (!found.success) return [at("", "is not a data package")];
  const expected = dataPackage(folder, manifest, register.values());
  const problems: Problem[] = [];
  if (found.data.version !== expected.version) {
    problems.push(at("version", `is ${found.data.version}, layers.json says ${expected.version}; ${AGAIN}`));
  }
  for (const resource of expected.resources) {
    const index = found.data.resources.findIndex((candidate) => candidate.path === resource.path);
    const stated = found.data.resources[index];
    if (!stated) problems.push(at("resources", `does not list ${resource.path}; ${AGAIN}`));
    else if (stated.hash !== resource.hash || stated.bytes !== resource.bytes) {
      problems.push(at(`resources.${index}.hash`, `does not match ${resource.path}; ${AGAIN}`));
    }
  }
  const files = new Set(expected.resources.map((resource) => resource.path));
  for (const [index, { path }] of found.data.resources.entries()) {
    if (!files.has(path)) problems.push(at(`resources.${index}.path`, `no such file: ${path}; ${AGAIN}`));
  }
  const same = JSON.stringify(read.value) === JSON.stringify(expected);
  return problems.length > 0 || same ? problems : [at("", `is out of date; ${AGAIN}`)];
}

function schemaProblems(folder: string): Problem[] {
  const schemas = jsonSchemas();
  const problems = Object.entries(schemas).flatMap(([name, schema]): Problem[] => {
    const file = `schema/${name}.json`;
    const read = readJson(join(folder, file));
    if ("problem" in read) return [{ ...read.problem, file }];
    const same = JSON.stringify(read.value) === JSON.stringify(schema);
    return same ? [] : [{ file, feature: null, path: "", reason: `differs from the schemas in src/data; ${AGAIN}` }];
  });
  const dictionary = join(folder, "..", "docs", "data-dictionary.md");
  if (existsSync(dictionary) && readFileSync(dictionary, "utf8") !== dataDictionary(schemas)) {
    problems.push({ file: "docs/data-dictionary.md", feature: null, path: "", reason: `is out of date; ${AGAIN}` });
  }
  return problems;
}

function licenceProblems(
  manifest: Manifest,
  features: readonly CheckedFeature[],
  register: ReadonlyMap<string, Source>,
): Problem[] {
  return manifest.layers.flatMap((layer): Problem[] => {
    const at = (reason: string): Problem => ({ file: "layers.json", feature: layer.id, path: "licence", reason });
    if (!KNOWN_LICENCES.includes(layer.licence)) return [at(`unknown licence: ${layer.licence}`)];
    if (layer.licence === "ODbL-1.0") return [];
    const derived = features.filter(
      ({ file, record }) =>
        file === layer.file &&
        "where" in record &&
        record.where?.coordSource.some((id) => register.get(id)?.licence === "ODbL-1.0"),
    );
    if (derived.length < INSUBSTANTIAL) return [];
    return [at(`${derived.length} points of OpenStreetMap in a layer under ${layer.licence}`)];
  });
}

function citationProblems(folder: string, manifest: Manifest): Problem[] {
  const path = join(folder, "..", "CITATION.cff");
  if (!existsSync(path)) return [];
  const at = (where: string, reason: string): Problem => ({ file: "CITATION.cff", feature: null, path: where, reason });
  const dataset = readFileSync(path, "utf8").split(/^references:$/m)[1] ?? "";
  const stated = /^\s+version: "?([^"\n]+)"?$/m.exec(dataset)?.[1];
  if (stated === manifest.dataVersion) return [];
  return [at("references.version", `is ${stated ?? "missing"}, layers.json says ${manifest.dataVersion}`)];
}

/** Whether descriptor, JSON Schemas, dictionary, licences and citation say the same as the data. */
export function packagingProblems(
  folder: string,
  manifest: Manifest,
  features: readonly CheckedFeature[],
  register: ReadonlyMap<string, Source>,
): Problem[] {
  return [
    ...descriptorProblems(folder, manifest, register),
    ...schemaProblems(folder),
    ...licenceProblems(manifest, features, register),
    ...citationProblems(folder, manifest),
  ];
}
