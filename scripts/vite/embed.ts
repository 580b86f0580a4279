import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import type { CuratedView } from "../../src/data/curated-view.ts";
import { LANGUAGES, type Language } from "../../src/data/language.ts";
import { TOOL_MESSAGE_KEYS } from "../../src/embed/message-keys.ts";
import { embedPage } from "../../src/state/embed-page.ts";
import { buildScript } from "../embed/classic-script.ts";
import { DATA, ROOT, readCatalogues, readLightInput } from "../embed/input.ts";
import { lightMessages } from "../embed/messages.ts";
import { dataScript, LATER_LAYERS, type LightInput, packLater, packStart, packWords } from "../embed/pack.ts";
import { packCards, packPublishers } from "../embed/pack-cards.ts";
import { type EmbedPage, fillEmbedPage } from "../embed/page.ts";
import { correctionsOf, dataVersions, versionFiles } from "../embed/versions.ts";

/** The words that the light map needs before its data script has brought all of them. */
const FIRST_WORDS = ["embed.show", "embed.failed", "action.retry"];

/** The scripts of the embeds by their path in the built folder, each with how its text is made. */
function classicScripts(): ReadonlyMap<string, () => Promise<string>> {
  const catalogues = readCatalogues();
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(FIRST_WORDS.map((key) => [key, catalogues[language][key]])),
    ]),
  );
  const toolWords = Object.fromEntries(
    LANGUAGES.map((language) => [language, lightMessages(catalogues[language], TOOL_MESSAGE_KEYS)]),
  );
  const script =
    (entry: string, format: "iife" | "es" = "iife") =>
    () =>
      buildScript({
        entry,
        format,
        define: {
          FIRST_WORDS: JSON.stringify(words),
          TOOL_WORDS: JSON.stringify(toolWords),
          KEPT_VERSIONS: JSON.stringify(dataVersions()),
        },
      });
  return new Map([
    ["embed/first.js", script("src/embed/first.ts")],
    ["embed/light.js", script("src/embed/light.ts")],
    ["embed/tools.js", script("src/embed/tools.ts")],
    ["embed/resize.js", script("src/embed/resize-host.ts")],
    ["sarhad-map.js", script("src/embed/element.ts", "es")],
  ]);
}

/** The data scripts of one version of the data, by file name. */
function* dataScripts(input: LightInput): Generator<readonly [name: string, text: string]> {
  yield ["light-start.js", dataScript(packStart(input))];
  yield ["publishers.js", dataScript(packPublishers(input))];
  for (const language of LANGUAGES) {
    yield [`light-${language}.js`, dataScript(packWords(input, language))];
    for (const layer of LATER_LAYERS) {
      yield [`light-${language}-${layer}.js`, dataScript(packLater(input, layer, language))];
    }
    for (const { id } of input.manifest.layers) {
      for (const [file, cards] of packCards(input, id, language).entries()) {
        yield [`cards-${language}-${id}-${file}.js`, dataScript(cards)];
      }
    }
  }
}

/** Every file that the embeds need beside their pages, by its path in the built folder. */
async function* embedFiles(): AsyncGenerator<readonly [path: string, text: string]> {
  for (const [path, make] of classicScripts()) yield [path, await make()];
  for (const [name, text] of dataScripts(readLightInput())) yield [`embed/${name}`, text];
  yield ["data/corrections.json", readFileSync(join(DATA, "versions", "corrections.json"), "utf8")];
  for (const version of dataVersions()) {
    for (const [name, text] of versionFiles(version)) yield [`data/${version}/${name}`, text];
    const folder = join(DATA, "versions", version);
    for (const [name, text] of dataScripts(readLightInput(folder, correctionsOf(version)))) {
      yield [`data/${version}/${name}`, text];
    }
  }
}

/** From a page of embeds to the folder of the atlas. */
const upFrom = (path: string) => "../".repeat(path.split("/").length - 1) || "./";

const fileOf = (page: string) => (page.endsWith("/") ? `${page}index.html` : page);

/**
 * The pages of one version of the data by their path in the built folder: for any view, whose poster is the whole border, and
 * for each curated view, in each language. `version` is null for the current data, whatever version that is.
 */
function embedPages({ views, manifest }: LightInput, version: string | null): ReadonlyMap<string, EmbedPage> {
  const isKeptApart = version !== null && version !== readLightInput().manifest.dataVersion;
  const pin = version === null ? "" : `&pin=${version}`;
  const [wholeBorder] = views.views;
  if (!wholeBorder) throw new Error("there is no curated view");
  const pageOf = (view: CuratedView, language: Language, isForAnyView: boolean): [string, EmbedPage] => {
    const path = embedPage({ language, version, view: isForAnyView ? null : view.id, data: null });
    const own = `${pin}${language === "en" ? "" : `&lang=${language}`}`;
    const link = isForAnyView ? own && `#v=1${own}` : `${view.link}${own}`;
    const data = isKeptApart ? `data/${manifest.dataVersion}/` : "embed/";
    const site = upFrom(path);
    return [
      fileOf(path),
      { title: view.title[language], summary: view.summary[language], link, isForAnyView, language, site, data },
    ];
  };
  return new Map(
    LANGUAGES.flatMap((language) => [
      pageOf(wholeBorder, language, true),
      ...views.views.map((view) => pageOf(view, language, false)),
    ]),
  );
}

/** Every page of embeds by its path in the built folder, with the data that its poster is drawn from. */
function* allPages(): Generator<readonly [path: string, input: LightInput, page: EmbedPage]> {
  const current = readLightInput();
  for (const [path, page] of embedPages(current, null)) yield [path, current, page];
  for (const version of dataVersions()) {
    const kept = readLightInput(join(DATA, "versions", version), correctionsOf(version));
    for (const [path, page] of embedPages(kept, version)) yield [path, kept, page];
  }
}

/**
 * The page with its style sheet before its scripts, where the bundler would put it behind them: a browser asks for what
 * stands behind a script that it waits for one round trip later.
 */
function withStylesFirst(html: string): string {
  const sheet = /\s*<link rel="stylesheet"[^>]*>/.exec(html)?.[0];
  if (sheet === undefined) throw new Error("the page of embeds has no style sheet");
  return html.replace(sheet, "").replace(/\s*<script/, (first) => sheet + first);
}

/** What the light map and the loader of the full map are told by attributes of the page. */
interface Addresses {
  readonly script: string;
  readonly styles: readonly string[];
  readonly fonts: string;
  /** Of the current data. */
  readonly dataVersion: string;
}

/** The page with what it tells its scripts. */
function withAddresses(html: string, { script, styles, fonts, dataVersion }: Addresses): string {
  return withStylesFirst(html)
    .replace("./src/ui/styles/fonts.css", fonts)
    .replace(" crossorigin", "")
    .replace(
      'id="embed" class="embed"',
      `id="embed" class="embed" data-full-script="${script}" data-full-styles="${styles.join(" ")}"`,
    )
    .replace(
      'src="./embed/light.js"',
      `src="./embed/light.js" data-later="${LATER_LAYERS.join(" ")}" data-versions="${dataVersions().join(" ")}" data-current="${dataVersion}"`,
    );
}

/** The style sheets that a chunk and what it imports at once need, by their path in the built folder. */
function stylesOf(fileName: string, bundle: Rolldown.OutputBundle, seen = new Set<string>()): readonly string[] {
  const chunk = bundle[fileName];
  if (chunk?.type !== "chunk" || seen.has(fileName)) return [];
  seen.add(fileName);
  const imported = chunk.imports.flatMap((name) => stylesOf(name, bundle, seen));
  return [...new Set([...imported, ...(chunk.viteMetadata?.importedCss ?? [])])];
}

/** Builds the embeds: `embed.html`, the pages below `embed/`, the light map's classic scripts and the data versions. */
export function embeds(): Plugin {
  return {
    name: "sarhad:embeds",
    enforce: "post",
    async configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
        if (path === "embed.html") {
          const input = readLightInput();
          const template = withAddresses(readFileSync(join(ROOT, "embed.html"), "utf8"), {
            script: "./src/full-embed.ts",
            styles: [],
            fonts: "./src/ui/styles/fonts.css",
            dataVersion: input.manifest.dataVersion,
          });
          const page = embedPages(input, null).get(path);
          if (!page) throw new Error(`there is no page ${path}`);
          const html = fillEmbedPage(template, input, page);
          response.setHeader("Content-Type", "text/html; charset=utf-8");
          response.end(await server.transformIndexHtml("/embed.html", html));
          return;
        }
        if (!/^(?:sarhad-map\.js|(?:embed|data(?:\/\d[\d.]*)?)\/[\w-]+\.(?:js|json|geojson))$/.test(path))
          return next();
        for await (const [name, text] of embedFiles()) {
          if (name !== path) continue;
          response.setHeader("Content-Type", path.endsWith(".js") ? "text/javascript" : "application/json");
          response.end(text);
          return;
        }
        next();
      });
    },
    async generateBundle(_, bundle) {
      const template = bundle["embed.html"];
      const full = Object.values(bundle).find((file) => file.type === "chunk" && file.name === "full-embed");
      if (template?.type !== "asset" || full?.type !== "chunk")
        throw new Error("embed.html or its full map was not built");
      const styles = stylesOf(full.fileName, bundle).map((file) => `./${file}`);
      const fonts = Object.keys(bundle).find((file) => /\/embed-fonts-[\w-]+\.css$/.test(file));
      if (fonts === undefined) throw new Error("the fonts of the embeds were not built");
      const html = withAddresses(String(template.source), {
        script: `./${full.fileName}`,
        styles,
        fonts: `./${fonts}`,
        dataVersion: readLightInput().manifest.dataVersion,
      });
      for (const [fileName, input, page] of allPages()) {
        const source = fillEmbedPage(html, input, page);
        if (fileName === "embed.html") template.source = source;
        else this.emitFile({ type: "asset", fileName, source });
      }
      for await (const [fileName, source] of embedFiles()) this.emitFile({ type: "asset", fileName, source });
    },
  };
}
