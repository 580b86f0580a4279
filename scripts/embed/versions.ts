import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Correction, CorrectionFile } from "../../src/data/correction.ts";
import { compareVersions, correctionsSince } from "../../src/data/version-order.ts";
import { DATA } from "./input.ts";

const FOLDER = join(DATA, "versions");
const VERSION = /^\d+\.\d+\.\d+$/;

/** The data versions that are kept, oldest first. */
export const dataVersions = (): readonly string[] =>
  existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((name) => VERSION.test(name))
        .sort(compareVersions)
    : [];

/** The files of a kept version by name, as they are served at `data/VERSION/`. */
export const versionFiles = (version: string): readonly (readonly [name: string, text: string])[] =>
  readdirSync(join(FOLDER, version))
    .sort()
    .map((name) => [name, readFileSync(join(FOLDER, version, name), "utf8")]);

/** Corrections made after `version`, oldest first, out of `data/versions/corrections.json`. */
export function correctionsOf(version: string): readonly Correction[] {
  const file = JSON.parse(readFileSync(join(FOLDER, "corrections.json"), "utf8")) as CorrectionFile;
  return correctionsSince(file.corrections, version);
}
