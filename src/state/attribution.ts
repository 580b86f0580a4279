import type { Layer } from "../data/manifest";

/** Whom to credit, and where their terms stand. */
export interface Credit {
  readonly text: string;
  readonly url: string | null;
}

/** What the bundled base map is made from. */
const BASE_MAP_CREDITS: readonly Credit[] = [
  { text: "© OpenStreetMap contributors", url: "https://www.openstreetmap.org/copyright" },
  { text: "Natural Earth", url: "https://www.naturalearthdata.com/" },
  { text: "GeoNames", url: "https://www.geonames.org/" },
];

/**
 * Whom to credit for what is shown: the base map's makers first when it is, then those of each visible layer, each once.
 */
export function creditsFor(visibleLayers: readonly Layer[], isBaseMapShown: boolean): readonly Credit[] {
  const credits = [...(isBaseMapShown ? BASE_MAP_CREDITS : []), ...visibleLayers.flatMap((layer) => layer.attribution)];
  const byText = new Map<string, Credit>();
  for (const credit of credits) if (!byText.has(credit.text)) byText.set(credit.text, credit);
  return [...byText.values()];
}
