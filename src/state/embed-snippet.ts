import { FRAME_ATTRIBUTES, VIEW_ATTRIBUTES } from "./element-attributes";
import { frameScheme } from "./frame-scheme";
import { escapeHtml, htmlAttributes } from "./html-text";

/** Ways of putting a view into a page: a frame alone, a frame with the script that fits its height, and `<sarhad-map>`. */
export const EMBED_WAYS = ["frame", "script", "element"] as const;
export type EmbedWay = (typeof EMBED_WAYS)[number];

/** Shapes that an embed keeps at any width, as width by height. */
export const EMBED_SHAPES = { "3-2": [3, 2], "16-9": [16, 9], "1-1": [1, 1], "4-5": [4, 5] } as const;
export type EmbedShape = keyof typeof EMBED_SHAPES;

/** The most CSS px that an embed is wide; null where it is as wide as the column it stands in. */
export const EMBED_WIDTHS = [null, 480, 640, 960] as const;
export type EmbedWidth = (typeof EMBED_WIDTHS)[number];

/** The width in CSS px at which an article column is taken to show an embed. */
const COLUMN_WIDTH = 720;

/** Everything a snippet says. Texts are plain; the snippet escapes them. */
export interface Embed {
  readonly way: EmbedWay;
  /** The address of the atlas, with its slash. */
  readonly site: string;
  /** The address of the frame, with the view behind “#”. */
  readonly src: string;
  /** The same view on the atlas itself. */
  readonly link: string;
  readonly title: string;
  readonly credit: string;
  readonly language: string;
  readonly isRightToLeft: boolean;
  readonly shape: EmbedShape;
  readonly width: EmbedWidth;
  /** A picture that the editor hosts, for readers without JavaScript; null for none. */
  readonly picture: { readonly src: string; readonly alt: string } | null;
}

/** What keeps an embed to itself, and what it may do. */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
const ALLOW = "fullscreen; clipboard-write; web-share";
/** The height in px where a site drops style attributes. */
const FALLBACK_HEIGHT = 480;
/** The least height in px at which heading, map, credits and links of a frame all have room, on a phone too. */
export const LEAST_HEIGHT = 440;

/** Whether an address that somebody wrote can be that of a picture: absolute over http(s), or counted from the page it is for. */
export function isPictureAddress(address: string): boolean {
  const text = address.trim();
  if (text === "" || /\s/.test(text) || !URL.canParse(text, "https://page.example/story/")) return false;
  return /^https?:$/.test(new URL(text, "https://page.example/story/").protocol);
}

/** Width and height in px at which an embed is taken to be read. */
export function embedSize(shape: EmbedShape, width: EmbedWidth): { readonly width: number; readonly height: number } {
  const [across, down] = EMBED_SHAPES[shape];
  const read = width ?? COLUMN_WIDTH;
  return { width: read, height: Math.max(LEAST_HEIGHT, Math.round((read * down) / across)) };
}

/** The parts of the view in the address of a frame, and the options of an embed that it names. */
function partsOf(src: string) {
  const link = new URLSearchParams(src.split("#", 2)[1]);
  const options = new Map((link.get("embed") ?? "").split(";").map((part) => part.split(":", 2) as [string, string]));
  return { link, options };
}

/** The `color-scheme` that the element of the frame at `src` needs; null for none. */
export function schemeOfFrame(src: string): string | null {
  const { link, options } = partsOf(src);
  return frameScheme(options.get("background") ?? null, link.get("theme"));
}

function frameLines({ src, title, shape, picture }: Embed): readonly string[] {
  const [width, height] = EMBED_SHAPES[shape];
  const frame = htmlAttributes({ title, src, loading: "lazy", width: "100%", height: FALLBACK_HEIGHT });
  const scheme = schemeOfFrame(src);
  const style = [
    `border:0;width:100%;height:auto;min-height:${LEAST_HEIGHT}px;aspect-ratio:${width}/${height}`,
    ...(scheme === null ? [] : [`color-scheme:${scheme}`]),
  ].join(";");
  const rules = htmlAttributes({ style, allow: ALLOW, referrerpolicy: "strict-origin-when-cross-origin" });
  const image =
    picture && htmlAttributes({ src: picture.src, alt: picture.alt, loading: "lazy", style: "max-width:100%" });
  return [
    `  <iframe${frame}`,
    `   ${rules}`,
    `    sandbox="${SANDBOX}"></iframe>`,
    ...(image ? [`  <noscript><img${image}></noscript>`] : []),
  ];
}

/** The attributes of `<sarhad-map>` that stand for the view and the options in the address of a frame. */
function elementAttributes(src: string): Readonly<Record<string, string>> {
  const { link, options } = partsOf(src);
  const pairs = [
    ...Object.entries(VIEW_ATTRIBUTES).map(([name, key]) => [name, link.get(key)] as const),
    ...Object.entries(FRAME_ATTRIBUTES).map(([name, option]) => [name, options.get(option)] as const),
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value == null ? [] : [[name, value]])));
}

function elementLines({ src, title, picture }: Embed): readonly string[] {
  const image = picture && htmlAttributes({ src: picture.src, alt: picture.alt, style: "max-width:100%" });
  return [
    `  <sarhad-map${htmlAttributes({ label: title, ...elementAttributes(src) })}>`,
    ...(image ? [`    <noscript><img${image}></noscript>`] : []),
    "  </sarhad-map>",
  ];
}

const SCRIPTS: Readonly<Record<EmbedWay, (site: string) => readonly string[]>> = {
  frame: () => [],
  script: (site) => [`<script${htmlAttributes({ src: `${site}embed/resize.js` })}></script>`],
  element: (site) => [`<script${htmlAttributes({ type: "module", src: `${site}sarhad-map.js` })}></script>`],
};

/**
 * A figure that shows the view in a page of any site: a frame that loads when it comes near, or the element, with a caption
 * that holds a plain link for sites that take frames out, and the credit. Only the ways that name a script have one.
 */
export function embedSnippet(embed: Embed): string {
  const { way, site, link, title, credit, language, isRightToLeft, width } = embed;
  const style = width === null ? "margin:0" : `margin:0;max-width:${width}px`;
  return [
    `<figure${htmlAttributes({ lang: language, dir: isRightToLeft ? "rtl" : "ltr", style })}>`,
    ...(way === "element" ? elementLines(embed) : frameLines(embed)),
    `  <figcaption><a${htmlAttributes({ href: link })}>${escapeHtml(title)}</a> · ${escapeHtml(credit)}</figcaption>`,
    "</figure>",
    ...SCRIPTS[way](site),
    "",
  ].join("\n");
}
