/** Shapes that an embed keeps at any width, as width by height. */
export const EMBED_SHAPES = { "3-2": [3, 2], "16-9": [16, 9], "1-1": [1, 1], "4-5": [4, 5] } as const;
export type EmbedShape = keyof typeof EMBED_SHAPES;

/** The width in CSS px at which an article column is taken to show an embed. */
export const EMBED_WIDTH = 720;

/** Everything a snippet says. Texts are plain; the snippet escapes them. */
export interface Embed {
  /** The address of the frame, with the view behind “#”. */
  readonly src: string;
  /** The same view on the atlas itself. */
  readonly link: string;
  readonly title: string;
  readonly credit: string;
  readonly language: string;
  readonly isRightToLeft: boolean;
  readonly shape: EmbedShape;
  /** A picture that the editor hosts, for readers without JavaScript; null for none. */
  readonly picture: { readonly src: string; readonly alt: string } | null;
}

/** What keeps an embed to itself, and what it may do. */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
const ALLOW = "fullscreen; clipboard-write; web-share";
/** The height in px where a site drops style attributes. */
const FALLBACK_HEIGHT = 480;
const LEAST_HEIGHT = 320;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Line ends become spaces, controls go, and what HTML reads as its own is escaped: for texts and attributes alike. */
const escapeHtml = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");

const attributes = (pairs: Readonly<Record<string, string | number>>) =>
  Object.entries(pairs)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join("");

/** The height in px of an embed `EMBED_WIDTH` px wide. */
export function embedHeight(shape: EmbedShape): number {
  const [width, height] = EMBED_SHAPES[shape];
  return Math.round((EMBED_WIDTH * height) / width);
}

/**
 * A figure that shows the view in a page of any site, without a script of ours in it: a frame that loads when it comes near,
 * a caption with a plain link for sites that take frames out, and the credit.
 */
export function embedSnippet({ src, link, title, credit, language, isRightToLeft, shape, picture }: Embed): string {
  const [width, height] = EMBED_SHAPES[shape];
  const frame = attributes({ title, src, loading: "lazy", width: "100%", height: FALLBACK_HEIGHT });
  const style = `border:0;width:100%;height:auto;min-height:${LEAST_HEIGHT}px;aspect-ratio:${width}/${height}`;
  const rules = attributes({ style, allow: ALLOW, referrerpolicy: "strict-origin-when-cross-origin" });
  const image = picture && attributes({ src: picture.src, alt: picture.alt, loading: "lazy", style: "max-width:100%" });
  return [
    `<figure${attributes({ lang: language, dir: isRightToLeft ? "rtl" : "ltr", style: "margin:0" })}>`,
    `  <iframe${frame}`,
    `   ${rules}`,
    `    sandbox="${SANDBOX}"></iframe>`,
    ...(image ? [`  <noscript><img${image}></noscript>`] : []),
    `  <figcaption><a${attributes({ href: link })}>${escapeHtml(title)}</a> · ${escapeHtml(credit)}</figcaption>`,
    "</figure>",
    "",
  ].join("\n");
}
