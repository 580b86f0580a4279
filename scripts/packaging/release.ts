import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifest as manifestSchema } from "../../src/data/manifest";
import { versionHash, versionTexts } from "../embed/release";
import { dataVersions, versionFiles } from "../embed/versions";
import { isEnough, neededStep, stepBetween } from "./version-step";

const DATA = join(import.meta.dirname, "../../data");

/** Keeps the data as they are now under the version that `layers.json` states. A kept version is never written again. */
const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(DATA, "layers.json"), "utf8")));
const folder = join(DATA, "versions", manifest.dataVersion);
if (existsSync(folder)) {
  console.error(
    `Version ${manifest.dataVersion} is kept already and never changes; raise dataVersion in data/layers.json.`,
  );
  process.exit(2);
}
const texts = versionTexts(DATA, manifest);
const last = dataVersions().at(-1);
if (last !== undefined) {
  const needed = neededStep(new Map(versionFiles(last)), texts);
  if (!isEnough(stepBetween(last, manifest.dataVersion), needed)) {
    console.error(`The data differ from version ${last} by a ${needed} step; ${manifest.dataVersion} says less.`);
    process.exit(2);
  }
}
mkdirSync(folder, { recursive: true });
for (const [name, text] of texts) writeFileSync(join(folder, name), text);
console.log(`${manifest.dataVersion}: ${texts.size} files, sha256 ${versionHash(texts)}`);
console.log("Add this line to tests/data/versions.test.ts, and what was corrected to data/versions/corrections.json.");
