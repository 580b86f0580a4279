import { isShipped } from "../../data/feature";
import type { LocalizedName } from "../../data/text";
import { useAtlas, useVoice } from "../context";

/**
 * What a place is called in the reader's language. Sources name places in English: the name is that of the record itself,
 * of the place of the atlas that has this name, or the translation of `place`; English where there is none of them.
 */
export function useLocalPlace(place: string | null, title: LocalizedName): string {
  const { page } = useAtlas();
  const { text, language, translation } = useVoice();
  if (place === null || place === title.en) return text(title);
  if (language === "en") return place;
  for (const { feature } of page.model.features.value.values()) {
    if (!isShipped(feature)) continue;
    const { title: known, alternates } = feature.properties;
    if (known.en === place || alternates.en.includes(place)) return text(known);
  }
  return translation(place) ?? place;
}
