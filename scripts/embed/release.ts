import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../src/data/manifest.ts";

/** The files of a data version by name: manifest, sources, and one file for each layer, without white space. */
export function versionTexts(folder: string, manifest: Manifest): ReadonlyMap<string, string> {
  const names = ["layers.json", "sources.json", ...manifest.layers.map(({ file }) => file)].sort();
  return new Map(names.map((name) => [name, JSON.stringify(JSON.parse(readFileSync(join(folder, name), "utf8")))]));
}

/** The SHA-256 over names and texts of a version, in the order of the names. */
export function versionHash(texts: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const name of [...texts.keys()].sort()) hash.update(`${name}\n${texts.get(name)}\n`);
  return hash.digest("hex");
}
