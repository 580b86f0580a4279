import { join } from "node:path";
import { defineConfig } from "vite";
import { compactData } from "./scripts/vite/compact-data.ts";
import { discovery } from "./scripts/vite/discovery.ts";
import { earlyRequests } from "./scripts/vite/early-requests.ts";
import { embeds } from "./scripts/vite/embed.ts";
import { hostingHeaders } from "./scripts/vite/hosting-headers.ts";
import { messageParts } from "./scripts/vite/message-parts.ts";
import { offline } from "./scripts/vite/offline.ts";
import { FETCH_PART, partFetching } from "./scripts/vite/part-fetching.ts";
import { plainManifest } from "./scripts/vite/plain-manifest.ts";
import { plainNamespaces } from "./scripts/vite/plain-namespaces.ts";
import { poster } from "./scripts/vite/poster.ts";
import { securityPolicy } from "./scripts/vite/security-policy.ts";
import { staticModules } from "./scripts/vite/start-keys.ts";

const ENTRY = join(import.meta.dirname, "src/main.ts");
const START_MODULES = new Set([...staticModules(ENTRY), FETCH_PART]);
const FIRST_PARTS = /(?:mount|linked|FeatureList|SearchAnswers|Card)-[\w-]{8}\.js$/;
/** What the builder puts beside parts that need it; the first ones do not. */
const HELPERS = /(?:rolldown-runtime|early)-/;
/** “Features.LightDark” of the tool that writes style sheets. */
const LIGHT_DARK = 1_048_576;
const START_PACKAGES = /node_modules\/(?:preact|@preact)\//;

export default defineConfig({
  // Relative addresses: the built folder works under any path of any static host.
  base: "./",
  plugins: [
    messageParts(),
    plainManifest(),
    compactData(),
    poster(),
    earlyRequests(),
    partFetching(),
    plainNamespaces(),
    securityPolicy(),
    hostingHeaders(),
    embeds(),
    discovery(),
    offline(),
  ],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Colours of both themes are properties of ours; stand-ins for a function that we do not use would only be carried along.
  css: { lightningcss: { exclude: LIGHT_DARK } },
  worker: { format: "es", rolldownOptions: { output: { hashCharacters: "hex" } } },
  build: {
    target: "es2022",
    // Small files as data: addresses would need a wider policy, and readers want the files.
    assetsInlineLimit: 0,
    // Every browser that can draw the map knows how to preload modules.
    modulePreload: {
      polyfill: false,
      // What a part itself imports is named beside it, so that all comes at once; for the parts of the first visit only,
      // because every page begins with those names. Style sheets come no other way.
      resolveDependencies: (file, files) =>
        files.filter(
          (needed) => needed.endsWith(".css") || (FIRST_PARTS.test(file) && needed !== file && !HELPERS.test(needed)),
        ),
    },
    rolldownOptions: {
      input: {
        index: "index.html",
        embed: "embed.html",
        online: "online.html",
        "full-embed": "src/full-embed.ts",
        "embed-fonts": "src/ui/styles/fonts.css",
      },
      output: {
        // Every page begins with a hundred names of files: eight digits tell these apart, and weigh less than letters.
        hashCharacters: "hex",
        // The library changes seldom and our map often: apart they stay in caches apart, and their weights can be told.
        codeSplitting: {
          groups: [
            { name: "maplibre", test: /node_modules\/maplibre-gl\/dist\/maplibre-gl\.(?:mjs|css)$/ },
            // The first script, small enough not to wait for anything.
            { name: "early", test: /src\/(?:early|data\/own\/early-import|state\/script-guard)\.ts$/ },
            // What every full page begins with, whole: in one file it is smaller than in twenty.
            {
              name: "start",
              test: (id) =>
                START_MODULES.has(id) || START_PACKAGES.test(id) || /src\/picture\/feature-symbol\.ts$/.test(id),
            },
            // Used by parts that come later as well: apart, the map and the list need not be libraries to others.
            {
              name: "rows",
              test: /src\/(?:ui\/feature-line|ui\/panel\/use-row-stop|state\/(?:fold|names|listing))\.ts$/,
            },
            // What the map shares with the drawn picture and with what answers the pointer.
            {
              name: "drawing",
              test: /src\/(?:picture\/(?:palette|doubt|fonts|standing-class)|data\/fetch-shapes|geo\/ellipsoid|state\/(?:label-languages|atlas-folder)|map\/(?:label-layout|shared-sources|archive-source|archives|tile-archive|tile-directory))\.ts$|data\/border-(?:line|ticks)\.geojson/,
            },
            { name: "own-import", test: /src\/state\/own-(?:import|description)\.ts$/ },
            {
              name: "linked",
              test: /src\/(?:linked-data|data\/own\/(?:fetch-linked|import-(?:job|error)|limits)|ui\/own-data\/(?:linked-import|add-to-page|file-title|first-picture|poster-shift))\.(?:ts|css)$/,
            },
            // Few files in place of many: every page begins with the names of those that go with the first parts.
            {
              name: "records",
              test: /src\/(?:data\/(?:record-sources|load-sources)|ui\/card\/(?:Texts|Casualties|title-language|local-place)|ui\/(?:coordinates\/place|CopyField)|state\/(?:citation|latest|coordinate-format|language\/position))\.tsx?$/,
            },
            {
              name: "frame",
              test: /src\/(?:picture\/(?:frame|base|xml|symbol-markup|picture-fonts|group-radius|ring-vertices|symbol-scale)|data\/xml-text|state\/(?:in-steps|overlay|until|summary|language\/(?:figures|period))|ui\/pixel)\.ts$/,
            },
          ],
        },
        // Some servers do not know .mjs as a script.
        assetFileNames: (asset) =>
          asset.names[0]?.endsWith(".mjs") ? "assets/[name]-[hash].js" : "assets/[name]-[hash][extname]",
      },
    },
  },
});
