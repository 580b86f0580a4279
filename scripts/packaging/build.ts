import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "../../src/data/manifest";
import { DESCRIPTOR, dataPackage } from "../../src/data/package/data-package";
import { dataDictionary } from "../../src/data/package/dictionary";
import { jsonSchemas } from "../../src/data/package/json-schemas";
import { sourceRegister } from "../../src/data/source";
import { adoptOutlines } from "./outlines";

const ROOT = join(import.meta.dirname, "../..");
const DATA = join(ROOT, "data");

const read = (file: string): unknown => JSON.parse(readFileSync(join(DATA, file), "utf8"));
const write = (path: string, text: string) => writeFileSync(join(ROOT, path), text);
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const outlines = adoptOutlines(DATA);
mkdirSync(join(DATA, "schema"), { recursive: true });
const schemas = jsonSchemas();
for (const [name, schema] of Object.entries(schemas)) write(`data/schema/${name}.json`, json(schema));
write("docs/data-dictionary.md", dataDictionary(schemas));
const { sources } = sourceRegister.parse(read("sources.json"));
const descriptor = dataPackage(DATA, manifest.parse(read("layers.json")), sources);
write(`data/${DESCRIPTOR}`, json(descriptor));
console.log(
  `${outlines} outlines adopted; ${Object.keys(schemas).length} schemas, the data dictionary and ${descriptor.resources.length} resources written`,
);
