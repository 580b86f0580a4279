import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const STATIC_IMPORT = /(?:^|\n)\s*(?:import|export)\s(?!type\b)(?:[^"';]*?\sfrom\s)?["'](\.[^"']+)["']/g;
/** Texts in quotes that look like message keys: words joined by dots. */
const LITERAL = /["'`]([a-z][a-z0-9-]*(?:\.[a-z0-9_-]+)+)["'`]/g;
/** The fixed beginning of keys that are put together: `kind.${…}`. */
const PREFIX = /`([a-z][a-z0-9-]*(?:[.-][a-z0-9-]+)*[.-])\$\{/g;

const fileOf = (path: string) =>
  [path, `${path}.ts`, `${path}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file));

/** The source files that run when `entry` does: itself and all it imports statically, by path. */
export function staticModules(entry: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(STATIC_IMPORT)) {
      const target = fileOf(join(dirname(file), specifier));
      if (target) visit(target);
    }
  };
  visit(entry);
  return [...found];
}

/** Whether any of the source files names a message key, whole or by its beginning. */
export function keysAskedBy(files: readonly string[]): (key: string) => boolean {
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const all = (pattern: RegExp) => texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
  const literals = new Set(all(LITERAL));
  const prefixes = [...new Set(all(PREFIX))];
  return (key) => literals.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
}
