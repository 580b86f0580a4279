import { type Files, unzipped, zipOf } from "../../data/archive";
import { bundle } from "../../data/export/bundle";
import type { ExportFormat, ExportItem } from "../../data/export/export-set";
import { EXPORT_FORMATS } from "../../data/export/formats";
import { LICENCES } from "../../data/licences";
import type { Source } from "../../data/source";
import { pictureCredits } from "../../picture/notes";
import { citeApa } from "../../state/citation";
import { inSight } from "../../state/description";
import { embedSnippet } from "../../state/embed-snippet";
import { exportTexts } from "../../state/export-texts";
import { geographySources } from "../../state/geography-sources";
import { directionOf } from "../../state/language/translate";
import type { Page } from "../../state/page";
import { citedLink } from "./cited-link";
import type { PictureGround } from "./draft-picture";
import { curatedOfDraft, embedOfDraft } from "./embed-of-draft";
import { packPage } from "./pack-page";
import type { ShareDraft } from "./share-draft";

/** What goes into a pack. */
export interface Pack {
  readonly page: Page;
  readonly draft: ShareDraft;
  readonly ground: PictureGround;
  /** Day on which it is made, ISO. */
  readonly day: string;
  /** What its picture files are called, without an ending. */
  readonly name: string;
  readonly svg: string;
  readonly png: Blob;
}

/** The formats that the data of a view come in: one that nests and maps, one for tables. */
const DATA_FORMATS: ReadonlySet<string> = new Set(["geojson", "csv"]);

async function bytesOf(chunks: Iterable<string | Uint8Array>): Promise<Uint8Array> {
  const parts = [...chunks].map((chunk) => (typeof chunk === "string" ? chunk : new Uint8Array(chunk)));
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The records in sight, with their sources, in one format: a file, or the files of its archive. */
async function dataFiles(
  { draft, page, day }: Pack,
  format: ExportFormat,
  sources: ReadonlyMap<string, Source>,
  link: string,
): Promise<Files> {
  const { view } = draft.shown.value;
  const { dataVersion, released } = page.model.manifest;
  const items: ExportItem[] = inSight(draft.shown.value).flatMap(({ layer, features }) =>
    features.map((feature) => ({ layer, feature })),
  );
  const { name, chunks } = bundle({
    items,
    sources,
    texts: await exportTexts(page.model),
    format,
    options: { hasByteOrderMark: false },
    provenance: {
      dataVersion,
      released,
      retrieved: day,
      link,
      scope: "in-view",
      period: view.period,
      filters: view.filters,
      language: draft.language.peek(),
      boundaryNote: draft.speech.value?.translate("note.boundaries") ?? "",
    },
  });
  const bytes = await bytesOf(chunks);
  const files = name.endsWith(".zip") ? unzipped(bytes) : { [name]: bytes };
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`data/${format.id}/${path}`, content]));
}

/** Whom to credit and on what terms, and how to cite the view: as lines of text. */
function termsOf({ draft, page, day }: Pack): { readonly credits: string; readonly licence: string } {
  const { dataVersion, released } = page.model.manifest;
  const { layers } = draft.shown.value;
  const title = draft.words.value?.title ?? "";
  const cited = citeApa({ title, dataVersion, released, accessed: day, url: citedLink(draft), kind: "Map view" });
  const credits = pictureCredits({ layers }).map(({ text, url }) => (url ? `${text} <${url}>` : text));
  const terms = layers.map(({ layer }) => {
    if (layer.group === "own") return `${layer.title.en}: brought by the reader, not part of the atlas`;
    const licence = LICENCES[layer.licence];
    return `${layer.title.en}: ${layer.licence}${licence ? ` (${licence.title}) <${licence.path}>` : ""}`;
  });
  return {
    credits: `${credits.join("\n")}\n\n${cited}\n`,
    licence: [
      "The records of the atlas are under CC BY 4.0, what derives from OpenStreetMap under the ODbL 1.0.",
      "The picture may be published under CC BY 4.0 with the credits that it carries.",
      "Fonts within the picture are under the SIL Open Font License 1.1.",
      "",
      ...terms,
      "",
    ].join("\n"),
  };
}

/** A text whose lines stand between strokes, as a file. */
const linesOf = (text: string): string =>
  `${text
    .split(" |")
    .map((line) => line.trim())
    .join("\n")}\n`;

/**
 * Everything that a desk needs to publish a view, in one zip: a page to open it by, the snippet with its picture for readers
 * without JavaScript, PNG, SVG, the data in sight, description, credits, licence, and what is what.
 */
export async function packDraft(pack: Pack): Promise<Blob> {
  const { draft, ground, day, name, svg, png } = pack;
  const embed = embedOfDraft(draft, location.href);
  const speech = draft.speech.value;
  const words = draft.words.value;
  if (!embed || !speech || !words) throw new Error("the words have not arrived");
  // The page of a curated view has a picture of exactly that view; any other snippet shows the one in the zip.
  const picture = curatedOfDraft(draft) ? null : (embed.picture ?? { src: `${name}.png`, alt: words.alt });
  const terms = termsOf(pack);
  const formats = EXPORT_FORMATS.filter(({ id }) => DATA_FORMATS.has(id));
  const register = pack.page.model.geographyOnly.peek() ? geographySources(ground.register) : ground.register;
  const data = await Promise.all(formats.map((format) => dataFiles(pack, format, register, embed.link)));
  const snippet = embedSnippet({ ...embed, picture });
  const whatIsWhat = linesOf(speech.translate("share.pack-readme", { name, link: embed.link }));
  const files: Files = {
    "index.html": packPage({
      language: speech.language,
      direction: directionOf(speech.language),
      title: words.title,
      snippet,
      picture: { file: `${name}.png`, alt: words.alt },
      lines: whatIsWhat.split("\n"),
    }),
    "README.txt": whatIsWhat,
    "snippet.html": snippet,
    [`${name}.svg`]: svg,
    [`${name}.png`]: new Uint8Array(await png.arrayBuffer()),
    "alt-text.txt": `${words.alt}\n`,
    "credits.txt": terms.credits,
    "licence.txt": terms.licence,
    ...Object.assign({}, ...data),
  };
  return new Blob([new Uint8Array(zipOf(files, day))], { type: "application/zip" });
}
