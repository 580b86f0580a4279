import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes of each file that a part of a page fetches, compressed as a host does (gzip 9), by path within the folder. */
export type Weights = Readonly<Record<string, number>>;

const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)(?:[^"'();]*?from)?\s*["'](\.[^"']+\.js)["']/g;
const TAG = /<(?:script|link)[^>]*(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g;

const bytesOf = (folder: string, path: string) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;

/** A script and all that it imports statically. */
function closure(folder: string, path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  if (!path.endsWith(".js")) return found;
  for (const [, specifier = ""] of readFileSync(join(folder, path), "utf8").matchAll(STATIC_IMPORT)) {
    closure(folder, join("assets", specifier.replace(/^\.\//, "")), found);
  }
  return found;
}

/** The file in `assets` whose name begins so; throws when there is none or more than one. */
function asset(folder: string, pattern: RegExp): string {
  const found = readdirSync(join(folder, "assets")).filter((file) => pattern.test(file));
  if (found.length !== 1 || !found[0]) throw new Error(`${pattern}: ${found.length} files in assets`);
  return `assets/${found[0]}`;
}

/** What a built page fetches of HTML, CSS and scripts before anything is asked for: itself and what its head names. */
export function startWeights(folder: string, page: string): Weights {
  const named = [...readFileSync(join(folder, page), "utf8").matchAll(TAG)].map((match) => match[1] ?? "");
  const files = new Set([page, ...named.flatMap((path) => [...closure(folder, path)])]);
  return Object.fromEntries([...files].map((path) => [path, bytesOf(folder, path)]));
}

const weightsOf = (folder: string, paths: Iterable<string>, known: Weights): Weights =>
  Object.fromEntries([...paths].filter((path) => !(path in known)).map((path) => [path, bytesOf(folder, path)]));

/** The scripts of a part that is fetched on use, by the beginning of its file's name, without those in `known`. */
export function partWeights(folder: string, name: string, known: Weights = {}): Weights {
  return weightsOf(folder, closure(folder, asset(folder, new RegExp(`^${name}-[\\w-]{8}\\.js$`))), known);
}

/** A style sheet that parts share, by the beginning of its file's name; of those that begin so there is just one. */
export const sheetWeights = (folder: string, name: string): Weights =>
  weightsOf(folder, [asset(folder, new RegExp(`^${name}-[\\w-]{8}\\.css$`))], {});

/** Every script and style sheet of the build's folder of parts. */
export const assetWeights = (folder: string): Weights =>
  weightsOf(
    folder,
    readdirSync(join(folder, "assets"))
      .filter((file) => /\.(?:js|css)$/.test(file))
      .map((file) => `assets/${file}`),
    {},
  );

/** The words of a language in each of the parts of its catalogue, lightest first, without those in `known`. */
export function wordWeights(folder: string, language: string, known: Weights = {}): readonly Weights[] {
  const files = readdirSync(join(folder, "assets")).filter((file) =>
    new RegExp(`^${language}-[\\w-]{8}\\.js$`).test(file),
  );
  return files
    .map((file) => weightsOf(folder, [`assets/${file}`], known))
    .filter((weights) => sumOf(weights) > 0)
    .toSorted((a, b) => sumOf(a) - sumOf(b));
}

/** Everything in all, in bytes. */
export const sumOf = (weights: Weights): number => Object.values(weights).reduce((sum, bytes) => sum + bytes, 0);

/** MapLibre's three files: the library, its worker and its styles. Nothing of ours is in them. */
export const isMapLibre = (path: string): boolean => /\/maplibre(?:-gl-worker)?-[\w-]{8}\.(?:js|css)$/.test(path);
