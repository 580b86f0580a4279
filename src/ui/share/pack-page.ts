import { escapeHtml, htmlAttributes } from "../../state/html-text";

/** What the page of a pack shows. Texts are plain; `snippet` is HTML. */
export interface PackPage {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly snippet: string;
  readonly picture: { readonly file: string; readonly alt: string };
  /** What is what, as lines of text: what the atlas is, its address, then “file: what it is” for each. */
  readonly lines: readonly string[];
}

const STYLE =
  "body{max-width:48rem;margin:1.5rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}img{max-width:100%;height:auto}li{margin-block:.5rem}";

/** A line of what is what: a file that can be opened from the page, or a text, or an address. */
function entry(line: string): string {
  const [, file, text] = /^([\w.-]+): (.+)$/.exec(line) ?? [];
  if (file && text) {
    const href = file.includes(".") ? file : `${file}/`;
    return `<li><a${htmlAttributes({ href, dir: "ltr" })}>${escapeHtml(file)}</a>: ${escapeHtml(text)}</li>`;
  }
  if (/^https?:/.test(line)) {
    return `<li><a${htmlAttributes({ href: line, dir: "ltr", style: "overflow-wrap:anywhere" })}>${escapeHtml(line)}</a></li>`;
  }
  return `<li>${escapeHtml(line)}</li>`;
}

/** The page by which a pack is opened from the disk: the live view, its picture, and what each file is for. */
export const packPage = ({ language, direction, title, snippet, picture, lines }: PackPage): string =>
  [
    "<!doctype html>",
    `<html${htmlAttributes({ lang: language })}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    `<body${htmlAttributes({ dir: direction })}>`,
    `<h1>${escapeHtml(title)}</h1>`,
    snippet.trimEnd(),
    `<p><img${htmlAttributes({ src: picture.file, alt: picture.alt })}></p>`,
    "<ul>",
    ...lines.filter((line) => line !== "").map(entry),
    "</ul>",
    "</body></html>",
    "",
  ].join("\n");
