import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const SOURCE = join(ROOT, "src");

/** Which folders of `src` each folder may import; `data ← geo ← state ← picture ← map | ui`. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  data: [],
  geo: ["data"],
  state: ["data", "geo"],
  picture: ["data", "geo", "state"],
  map: ["data", "geo", "state", "picture"],
  ui: ["data", "geo", "state", "picture"],
  cli: ["data", "geo", "state", "picture"],
  offline: ["data"],
  embed: ["data", "geo", "state", "picture"],
};

/** The folders in which each library is at home. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  "maplibre-gl": ["map"],
  preact: ["ui"],
  "@preact/signals": ["ui"],
  "@preact/signals-core": ["state", "map"],
  zod: ["data"],
  "geographiclib-geodesic": ["geo"],
  "clipper2-ts": ["geo"],
  flatbush: ["geo"],
  betterknown: ["data"],
  fflate: ["data"],
  flatbuffers: ["data"],
  flatgeobuf: ["data"],
  "workbox-core": ["offline"],
  "workbox-expiration": ["offline"],
  "workbox-precaching": ["offline"],
  "workbox-range-requests": ["offline"],
  "workbox-routing": ["offline"],
  "workbox-strategies": ["offline"],
  minisearch: ["state"],
  uplot: ["ui"],
  papaparse: ["data", "state", "cli"],
  "playwright-core": ["cli"],
  fontkit: ["picture"],
  "bidi-js": ["picture"],
  "@tmcw/togeojson": ["data"],
  "@xmldom/xmldom": ["data"],
  idb: ["data"],
  proj4: ["data"],
  "topojson-client": ["data"],
  "@terraformer/arcgis": ["data"],
};

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.split(sep).join("/"));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^"';]*?\sfrom\s)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

const importsOf = (file: string) =>
  [...readFileSync(join(SOURCE, file), "utf8").matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? "");

const folderOf = (file: string) => (file.includes("/") ? (file.split("/")[0] ?? "") : "");

/** The path within `src` of a relative import, without its ending. */
const targetOf = (file: string, specifier: string) =>
  relative(SOURCE, resolve(SOURCE, dirname(file), specifier.replace(/\?.*$/, "")))
    .split(sep)
    .join("/");

/** The package a specifier names: `@scope/name` or `name`, without the path inside it. */
const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

describe("the architecture", () => {
  it("lets folders import only in the agreed direction", () => {
    const faults = files.flatMap((file) => {
      const folder = folderOf(file);
      const allowed = ALLOWED[folder];
      if (!allowed) return [];
      return importsOf(file)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => targetOf(file, specifier))
        .filter((target) => !target.startsWith("..") && folderOf(`${target}/`) !== folder)
        .filter((target) => !allowed.includes(folderOf(`${target}/`)))
        .map((target) => `src/${file} may not import src/${target}`);
    });
    expect(faults).toEqual([]);
  });

  it("keeps each library at home", () => {
    const faults = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith("."))
        .map(packageOf)
        .filter((name) => folderOf(file) !== "" && HOMES[name] && !HOMES[name]?.includes(folderOf(file)))
        .map((name) => `src/${file} may not import ${name}`),
    );
    expect(faults).toEqual([]);
  });

  it("has every source file in a known folder or at the top", () => {
    const folders = new Set(files.map(folderOf).filter((folder) => folder !== ""));
    expect([...folders].filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  it("has no import cycles", () => {
    const known = new Map(files.map((file) => [file.replace(/\.tsx?$/, ""), file]));
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((specifier) => specifier.startsWith("."))
          .map((specifier) => known.get(targetOf(file, specifier).replace(/\.tsx?$/, "")))
          .filter((target) => target !== undefined),
      ]),
    );
    const cycles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (done.has(file) || path.includes(file)) return;
      for (const target of graph.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it("never turns text into HTML or into code", () => {
    const sinks: readonly RegExp[] = [
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTML|setHTMLUnsafe|srcdoc)\b/,
      /\bdocument\.(?:write|writeln|parseHTMLUnsafe)\b|\bcreateContextualFragment\b/,
      /\bparseFromString\([^)]*text\/html/,
      /\bnew Function\b|\beval\(|\bimportScripts\(|\bsetTimeout\(\s*["'`]|\bsetInterval\(\s*["'`]/,
      /\bsetAttribute(?:NS)?\([^)]*["'`]on|["'`]javascript:/,
    ];
    const faults = files.flatMap((file) => {
      const text = readFileSync(join(SOURCE, file), "utf8");
      return sinks.filter((sink) => sink.test(text)).map((sink) => `src/${file}: ${sink}`);
    });
    expect(faults).toEqual([]);
  });
});
