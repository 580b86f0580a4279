import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../setup.mjs";

/** Writes bytes or text to a file of the project and says how large it is. `path` is relative to the project's folder. */
export function writeOutput(path: string, content: string | Uint8Array): void {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`${path}  ${(Buffer.byteLength(content) / 1000).toFixed(1)} kB`);
}

/** A value as JSON with one feature per line, so that a change shows up as the lines it touches. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value).replaceAll('{"type":"Feature",', '\n{"type":"Feature",')}\n`;

/** Writes a value as `jsonText` gives it. */
export function writeJson(path: string, value: unknown): void {
  writeOutput(path, jsonText(value));
}
