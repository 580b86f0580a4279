declare module "subset-font" {
  /** The font cut to the characters of `text`, with the glyphs its layout tables need for them. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: "woff2" | "woff" | "sfnt";
      readonly noLayoutClosure?: boolean;
      readonly dropTables?: readonly string[];
    },
  ): Promise<Buffer>;
}

declare module "fontverter" {
  /** The same font in another container. */
  export function convert(font: Buffer, format: "woff2" | "woff" | "sfnt"): Promise<Buffer>;
}
