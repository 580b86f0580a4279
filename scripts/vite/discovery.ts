import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { CuratedView, CuratedViews } from "../../src/data/curated-view.ts";
import { LANGUAGES, type Language } from "../../src/data/language.ts";
import { type DescribedPackage, dcatDataset, schemaDataset } from "../../src/data/package/dataset-description.ts";
import { escapeXml } from "../../src/picture/xml.ts";
import { embedPage } from "../../src/state/embed-page.ts";
import { embedSize, embedSnippet } from "../../src/state/embed-snippet.ts";
import { directionOf, translator } from "../../src/state/language/translate.ts";

const ROOT = join(import.meta.dirname, "../..");
const DATA = join(ROOT, "data");
const CARD = { width: 1200, height: 630 };
const SHAPE = "3-2";
const DAY_SECONDS = 86_400;

const readJson = <Shape>(file: string): Shape => JSON.parse(readFileSync(join(ROOT, file), "utf8")) as Shape;

/**
 * Where the atlas will stand, with a slash at its end: `SITE_URL` of the environment. Without it addresses are relative and
 * no page names itself: social networks and oEmbed consumers want whole ones. Throws an Error for what is no https address.
 */
export function siteUrl(text: string | undefined = process.env.SITE_URL): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^https:/.test(text) || /[?#]/.test(text)) {
    throw new Error(`SITE_URL is not an https address of a folder: ${text}`);
  }
  return text.endsWith("/") ? text : `${text}/`;
}

const folderOf = ({ id }: CuratedView, language: Language) =>
  embedPage({ language, version: null, view: id, data: null });
const cardOf = (id: string, language: Language) => `cards/${id}-${language}.jpg`;

const meta = (property: string, content: string | number) =>
  `<meta property="${property}" content="${escapeXml(String(content))}" />`;

/** What a page says of itself to those who link to it. */
export interface PageIdentity {
  readonly title: string;
  readonly summary: string;
  readonly language: Language;
  /** Of the page and of its card, from the folder of the atlas. */
  readonly path: string;
  readonly card: string;
  /** From the page to the folder of the atlas. */
  readonly up: string;
}

/** Open Graph and canonical elements of a page; `site` is its atlas's address, or null where it is not known. */
export function identityTags(page: PageIdentity, site: string | null): string {
  const { title, summary, language, path, card, up } = page;
  const base = site ?? up;
  return [
    ...(site ? [`<link rel="canonical" href="${escapeXml(site + path)}" />`, meta("og:url", site + path)] : []),
    meta("og:type", "website"),
    meta("og:site_name", "Sarhad"),
    meta("og:title", title),
    meta("og:description", summary),
    meta("og:locale", { en: "en_GB", ur: "ur_PK", fa: "fa_IR" }[language]),
    meta("og:image", base + card),
    meta("og:image:width", CARD.width),
    meta("og:image:height", CARD.height),
    meta("og:image:alt", title),
    `<meta name="twitter:card" content="summary_large_image" />`,
  ].join("");
}

/** What an oEmbed consumer gets for a curated view (oEmbed 1.0, type “rich”). */
export function oEmbedOf(view: CuratedView, language: Language, site: string | null) {
  const say = translator(readJson(`src/state/language/catalogue/${language}.json`), language);
  const up = language === "en" ? "../../" : "../../../";
  const base = site ?? up;
  const title = view.title[language];
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Sarhad",
    provider_url: base,
    cache_age: DAY_SECONDS,
    html: embedSnippet({
      way: "frame",
      site: base,
      src: base + folderOf(view, language),
      link: `${base}index.html${view.link}&lang=${language}`,
      title,
      credit: say("share.credit"),
      language,
      isRightToLeft: directionOf(language) === "rtl",
      shape: SHAPE,
      width: null,
      picture: { src: base + cardOf(view.id, language), alt: view.summary[language] },
    }),
    ...embedSize(SHAPE, null),
    thumbnail_url: base + cardOf(view.id, language),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
  };
}

/** JSON within a page: no “<” may end the element that holds it. */
const inPage = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** A page about the data, for people and for search engines: what they are, their files and terms, and the same as JSON-LD. */
export function dataPage(
  described: DescribedPackage,
  site: string | null,
  isServed: (path: string) => boolean,
): string {
  const { title, description, version, created, licenses } = described;
  const files = described.resources.filter(({ path }) => isServed(path));
  const rows = files.map(({ path, mediatype, bytes }) => {
    const cells = [
      `<a href="${version}/${escapeXml(path)}">${escapeXml(path)}</a>`,
      escapeXml(mediatype),
      String(bytes),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  const terms = licenses.flatMap(({ path }) =>
    path ? [`<li><a href="${escapeXml(path)}">${escapeXml(path)}</a></li>`] : [],
  );
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8" />`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; base-uri 'none'" />`,
    `<meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="color-scheme" content="light dark" />`,
    `<title>Data of ${escapeXml(title)}</title><meta name="description" content="${escapeXml(description)}" />`,
    `<link rel="icon" href="../icon.svg" type="image/svg+xml" />`,
    `<link rel="alternate" type="application/ld+json" title="DCAT" href="./dcat.jsonld" />`,
    ...(site ? [`<link rel="canonical" href="${escapeXml(site)}data/" />`] : []),
    `<script type="application/ld+json">${inPage(schemaDataset(described, site ?? "../", isServed))}</script></head>`,
    `<body><main><h1>Data of ${escapeXml(title)}</h1><p>${escapeXml(description)}</p>`,
    `<p>Version ${escapeXml(version)}, ${created.slice(0, 10)}. <a href="../index.html">The atlas</a>.</p>`,
    `<table><thead><tr><th>File</th><th>Type</th><th>Bytes</th></tr></thead><tbody>${rows.join("")}</tbody></table>`,
    `<h2>Terms</h2><ul>${terms.join("")}</ul></main></body></html>`,
  ].join("\n");
}

/**
 * Lets others find and show the atlas: social cards, canonical addresses and oEmbed for the curated views, and a description
 * of the data for search engines and catalogues.
 */
export function discovery(): Plugin {
  const site = siteUrl();
  const { views } = readJson<CuratedViews>("data/views.json");
  const described = readJson<DescribedPackage>("data/datapackage.json");
  const isServed = (path: string) => existsSync(join(DATA, "versions", described.version, path));
  return {
    name: "sarhad:discovery",
    enforce: "post",
    transformIndexHtml: {
      order: "post",
      handler: (html, { path }) => {
        const first = views[0];
        if (!path.endsWith("/index.html") || !first) return html;
        const title = /<title>([^<]*)/.exec(html)?.[1] ?? "";
        const summary = /<meta\s+name="description"\s+content="([^"]*)"/.exec(html)?.[1] ?? "";
        const identity = { title, summary, language: "en", path: "", card: cardOf(first.id, "en"), up: "./" } as const;
        const data = `<link rel="describedby" href="./data/" />`;
        const tags = `${identityTags(identity, site)}${data}`;
        return html.replace("</head>", () => `${tags}</head>`);
      },
    },
    generateBundle(_, bundle) {
      const dcat = dcatDataset(described, site ?? "../", isServed);
      this.emitFile({ type: "asset", fileName: "data/dcat.jsonld", source: `${JSON.stringify(dcat, null, 2)}\n` });
      this.emitFile({ type: "asset", fileName: "data/index.html", source: dataPage(described, site, isServed) });
      for (const view of views) {
        for (const language of LANGUAGES) {
          const folder = folderOf(view, language);
          const page = bundle[`${folder}index.html`];
          if (page?.type !== "asset") throw new Error(`${folder}index.html was not built`);
          const identity = {
            title: view.title[language],
            summary: view.summary[language],
            language,
            path: folder,
            card: cardOf(view.id, language),
            up: language === "en" ? "../../" : "../../../",
          };
          const oEmbed = `<link rel="alternate" type="application/json+oembed" title="${escapeXml(identity.title)}" href="${site ? site + folder : "./"}oembed.json" />`;
          page.source = String(page.source).replace("</head>", () => `${identityTags(identity, site)}${oEmbed}</head>`);
          const answer = JSON.stringify(oEmbedOf(view, language, site), null, 2);
          this.emitFile({ type: "asset", fileName: `${folder}oembed.json`, source: `${answer}\n` });
        }
      }
    },
  };
}
