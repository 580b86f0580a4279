import { facesFor, fontFaceRules, withStyle } from "./embedded-fonts";

/** A font that a picture needs could not be had. */
export class FontError extends Error {
  override readonly name = "FontError";
  /** The name of its file. */
  readonly file: string;
  constructor(url: string, cause: unknown) {
    super(`${url} did not arrive`, { cause });
    this.file = url.slice(url.lastIndexOf("/") + 1);
  }
}

const fonts = new Map<string, Promise<Uint8Array>>();

/** The bytes of the font file at `url`, fetched once; rejects with a FontError, and the next call tries again. */
export function fontBytes(url: string): Promise<Uint8Array> {
  const known = fonts.get(url);
  if (known) return known;
  const asked = fetch(url)
    .then(async (response) => {
      if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    })
    .catch((error: unknown) => {
      fonts.delete(url);
      throw new FontError(url, error);
    });
  fonts.set(url, asked);
  return asked;
}

/** `svg` with the fonts that its texts need within it; `fontOf` answers a font file. Rejects when one cannot be had. */
export async function withFontsFrom(svg: string, fontOf: (file: string) => Promise<Uint8Array>): Promise<string> {
  const faces = facesFor(svg);
  const loaded = new Map(
    await Promise.all(
      faces.map(async ({ file }) => {
        const bytes = await fontOf(file);
        return [file, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))] as const;
      }),
    ),
  );
  return withStyle(
    svg,
    fontFaceRules(faces, (file) => loaded.get(file) ?? ""),
  );
}
