import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import { LIST_FILE, listOfflineFiles } from "./offline-files.ts";

const ROOT = join(import.meta.dirname, "../..");
/** What a page begins with, and parts fetched on demand that every visitor keeps all the same: languages, links, list, search, cards, the drawn map, settings. */
const SHELL_PARTS =
  /(?:data\/(?:derived\/picture-base|translations-\w+|layers)\.json|src\/state\/(?:language\/catalogue\/\w+\.json|(?:search|filter|coordinates|coordinate-format|history|permalink)\.ts)|src\/ui\/(?:Soon|bar\/SearchAnswers|panel\/FeatureList|panel\/LayerAbout|panel\/SymbolKey|coordinates\/listen|card\/Card|static-map\/StaticMap|settings\/SettingsDialog|share\/ShareDialog|help\/HelpDialog|offline\/OfflinePack|offline\/registration)\.tsx?)$/;
/** Without the land below it the WebGL map is worth nothing offline. */
const MAP_PARTS = /src\/map\/(?:mount|pointer)\.ts$/;
/** What the parts above fetch by address, and what shows on every page. */
const SHELL_FILES =
  /^(?:(?:index|online)\.html|icon(?:-192)?\.(?:svg|png)|manifest\.webmanifest|fonts\/(?!map-|nastaliq).+\.woff2|assets\/(?:agreements|border|corridors|crossings|districts|incidents|markets|memberships|ports|provinces|strikes|terrain|towns|water)-[\w-]{8}\.geojson|assets\/sources-[\w-]{8}\.json)$/;

type Bundle = Rolldown.OutputBundle;

/** The chunks that `roots` cannot do without, with their styles. */
function withImports(bundle: Bundle, roots: readonly string[]): Set<string> {
  const needed = new Set<string>();
  const take = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    const chunk = bundle[name];
    if (chunk?.type !== "chunk") return;
    for (const imported of chunk.imports) take(imported);
    for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
  };
  for (const root of roots) take(root);
  return needed;
}

const chunksOf = (bundle: Bundle, modules: RegExp) =>
  Object.values(bundle).flatMap((file) =>
    file.type === "chunk" && file.moduleIds.some((id) => modules.test(id.split("?")[0] ?? "")) ? [file.fileName] : [],
  );

/** Writes the list of what can be kept offline, and the service worker that keeps it (decision 40). */
export function offline(): Plugin {
  let folder = "";
  let shell = new Set<string>();
  let mapCode: string[] = [];
  return {
    name: "sarhad:offline",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    writeBundle(_, bundle) {
      const pages = Object.values(bundle).flatMap((file) =>
        file.type === "chunk" && file.isEntry ? [file.fileName] : [],
      );
      shell = withImports(bundle, [...pages, ...chunksOf(bundle, SHELL_PARTS)]);
      mapCode = chunksOf(bundle, MAP_PARTS);
    },
    async closeBundle() {
      const list = listOfflineFiles(folder, (path) => shell.has(path) || SHELL_FILES.test(path));
      writeFileSync(join(folder, LIST_FILE), JSON.stringify(list));
      await build({
        configFile: false,
        root: ROOT,
        publicDir: false,
        logLevel: "warn",
        define: {
          OFFLINE_LIST: JSON.stringify(list),
          MAP_CODE: JSON.stringify(mapCode),
          "process.env.NODE_ENV": JSON.stringify("production"),
        },
        build: {
          target: "es2022",
          outDir: folder,
          emptyOutDir: false,
          // A classic script: not every browser runs service workers as modules.
          rolldownOptions: {
            input: join(ROOT, "src/offline/worker.ts"),
            output: { format: "iife", entryFileNames: "sw.js" },
          },
        },
      });
    },
  };
}
