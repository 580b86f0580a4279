declare module "bidi-js" {
  interface Bidi {
    /** Embedding levels of the UTF-16 units of `text` (UAX 9); odd levels run from right to left. */
    getEmbeddingLevels(text: string, direction: "ltr" | "rtl"): { readonly levels: Uint8Array };
    /** The mirror of a character that has one. */
    getMirroredCharacter(character: string): string | null;
  }
  export default function bidiFactory(): Bidi;
}
