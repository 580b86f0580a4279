import type { Language } from "../../src/data/language.ts";
import { cardFileOf } from "../../src/embed/card-file.ts";
import { POSTER_NOTE_KEYS } from "../../src/embed/message-keys.ts";
import { escapeXml } from "../../src/picture/xml.ts";
import { creditsFor } from "../../src/state/attribution.ts";
import { directionOf, translator } from "../../src/state/language/translate.ts";
import { decode, encode } from "../../src/state/permalink.ts";
import { LATER_LAYERS, type LightInput } from "./pack.ts";
import { drawEmbedPoster } from "./poster.ts";

/** What a page is to show, and where it lies in the built folder. */
export interface EmbedPage {
  readonly title: string;
  readonly summary: string;
  /** What the page knows of its view, as a link: a curated view, a data version, its language; empty where it is nothing. */
  readonly link: string;
  /** Whether the page takes any view, so that its poster, the whole border, stands for others too. */
  readonly isForAnyView: boolean;
  readonly language: Language;
  /** From the page to the folder of the atlas: `./`, or `../` for each folder between them. */
  readonly site: string;
  /** The folder of the data scripts, from that of the atlas: `embed/` or `data/VERSION/`. */
  readonly data: string;
}

/** Boundary note, credits, and the way to the atlas, for readers whose browser runs no script. */
function footOf({ manifest, catalogues }: LightInput, { link, isForAnyView, language, site }: EmbedPage): string {
  const say = translator(catalogues[language], language);
  const view = decode(link);
  const layers = manifest.layers.filter(({ id }) => (view.layers as readonly string[]).includes(id));
  const credits = creditsFor(layers, "bundled").map(({ text, url }) =>
    url
      ? `<a dir="ltr" href="${escapeXml(url)}" target="_blank" rel="noopener noreferrer">${escapeXml(text)}</a>`
      : `<bdi dir="ltr">${escapeXml(text)}</bdi>`,
  );
  const atlas = `${site}index.html${link === "" ? "" : encode({ ...view, language })}`;
  const about = say(isForAnyView ? POSTER_NOTE_KEYS.anyView : POSTER_NOTE_KEYS.oneView);
  return [
    `<p class="embed__note">${escapeXml(say("note.boundaries"))}</p>`,
    `<p class="embed__credits">${credits.join(" · ")}</p>`,
    `<details class="embed__notes"><summary>${escapeXml(say("note.more"))}</summary><div class="embed__notes-body">`,
    `<noscript><p>${escapeXml(about)}</p></noscript>`,
    `<p>${escapeXml(say("note.boundaries"))} ${escapeXml(say("note.lines"))}</p>`,
    `<p>${escapeXml(say("note.version"))} <bdi dir="ltr">${manifest.dataVersion}</bdi></p></div></details>`,
    `<a class="embed__open" href="${escapeXml(atlas)}" target="_blank" rel="noopener">${escapeXml(say("embed.open-full"))}</a>`,
  ].join("");
}

/** The data scripts that a view needs beside what every light map starts from, as elements that the page names at once. */
function partTags({ link, language, data }: EmbedPage): string {
  const { layers, selected } = decode(link);
  const shown = LATER_LAYERS.filter((id) => (layers as readonly string[]).includes(id) || selected?.layer === id);
  const parts = shown.map((id) => `light-${language}-${id}`);
  if (selected) parts.push(`cards-${language}-${selected.layer}-${cardFileOf(selected)}`);
  return parts
    .map((name) => `<script defer fetchpriority="high" src="./${data}${name}.js" data-part></script>`)
    .join("");
}

/** Fills the places of the template `embed.html`: title, summary, poster and foot. */
export function fillEmbedPage(template: string, input: LightInput, page: EmbedPage): string {
  const parts: Readonly<Record<string, string>> = {
    title: escapeXml(page.title),
    summary: escapeXml(page.summary),
    poster: `<div class="poster">${drawEmbedPoster(input, page.link, page.language)}</div>`,
    foot: footOf(input, page),
  };
  return template
    .replace(/\{embed:(\w+)\}/g, (_, name: string) => parts[name] ?? "")
    .replace('<html lang="en"', `<html lang="${page.language}"`)
    .replace("<body>", `<body dir="${directionOf(page.language)}">`)
    .replace('src="./embed/light-start.js"', `src="./${page.data}light-start.js"`)
    .replace('src="./embed/light-en.js"', `src="./${page.data}light-${page.language}.js"`)
    .replace('data-language="en"', `data-language="${page.language}"`)
    .replace(/(?=<script [^>]*first\.js")/, () => partTags(page))
    .replaceAll('data-view=""', `data-view="${escapeXml(page.link)}"`)
    .replace(/((?:src|href|content|data-full-script|data-fonts)=")\.\//g, `$1${page.site}`)
    .replace(
      /data-full-styles="([^"]*)"/,
      (_, styles: string) => `data-full-styles="${styles.replaceAll("./", page.site)}"`,
    );
}
