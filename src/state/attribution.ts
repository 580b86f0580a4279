import type { Layer } from "../data/manifest";
import type { Basemap } from "./basemap";

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

/** Whom the publishers of the online base maps ask to credit, beside the bundled map that stays below. */
const ONLINE_CREDITS: Readonly<Record<Basemap, readonly Credit[]>> = {
  bundled: [],
  openfreemap: [
    { text: "OpenFreeMap", url: "https://openfreemap.org/" },
    { text: "© OpenMapTiles", url: "https://www.openmaptiles.org/" },
  ],
  "relief-online": [
    {
      text: "Terrain Tiles (Mapzen, AWS)",
      url: "https://github.com/tilezen/joerd/blob/master/docs/attribution.md",
    },
  ],
};

/**
 * Whom to credit for what is shown: the makers of the base map first (null when none is shown), then those of each
 * visible layer, each once.
 */
export function creditsFor(visibleLayers: readonly Layer[], basemap: Basemap | null): readonly Credit[] {
  const credits = [
    ...(basemap === null ? [] : [...BASE_MAP_CREDITS, ...ONLINE_CREDITS[basemap]]),
    ...visibleLayers.flatMap((layer) => layer.attribution),
  ];
  const byText = new Map<string, Credit>();
  for (const credit of credits) if (!byText.has(credit.text)) byText.set(credit.text, credit);
  return [...byText.values()];
}
