import { LANGUAGES, type Language } from "../data/language";

/** What a frame shows as far as its page knows it: the rest stands behind “#” in its address. */
export interface EmbedPageChoice {
  /** Null or unknown where the reader's browser decides. */
  readonly language: string | null;
  /** A data version that is kept, or null for the current data. */
  readonly version: string | null;
  /** The name of a curated view, or null for any other. */
  readonly view: string | null;
  /** Where the reader's own data lie, or null for none: a relative address counts from the folder of the atlas. */
  readonly data: string | null;
}

const isLanguage = (text: string | null): text is Language => (LANGUAGES as readonly string[]).includes(text ?? "");

/**
 * The page of a frame, from the folder of the atlas: `embed.html`, or below `embed/` the page whose poster, words and data are
 * of that version, view and language, `embed/VERSION/NAME/LANGUAGE/` with what applies. English is the language of each page
 * that names none.
 */
export function embedPage({ language, version, view, data }: EmbedPageChoice): string {
  if (data !== null) return "embed.html";
  const parts = [version, view, isLanguage(language) && language !== "en" ? language : null];
  const folders = parts.filter((part) => part !== null).map((part) => `${part}/`);
  return folders.length === 0 ? "embed.html" : `embed/${folders.join("")}`;
}
