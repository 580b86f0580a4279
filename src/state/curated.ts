import { DEFAULT_EMBED_OPTIONS } from "./embed-options";
import { encode } from "./permalink";
import type { View } from "./view";

/**
 * The curated view among `views` that shows exactly what `view` shows, or null. Language, theme, data version and how a
 * frame behaves are the reader's own: curated links say nothing of them.
 */
export function curatedViewOf<Curated extends { readonly link: string }>(
  view: View,
  views: readonly Curated[],
): Curated | null {
  const plain = encode({ ...view, language: null, theme: null, pin: null, embed: DEFAULT_EMBED_OPTIONS });
  return views.find(({ link }) => link === plain) ?? null;
}
