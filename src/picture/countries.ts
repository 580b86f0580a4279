import type { AtlasFeature } from "../data/feature";
import type { Countries } from "../data/load-countries";

/** Country records with their outlines; a country without an outline keeps the geometry it has. */
export function joinCountries(features: readonly AtlasFeature[], countries: Countries): AtlasFeature[] {
  const outlines = new Map(countries.features.map(({ properties, geometry }) => [properties.iso2, geometry]));
  return features.map((feature) => {
    const outline = "country" in feature.properties ? outlines.get(feature.properties.country) : undefined;
    return outline ? { ...feature, geometry: outline } : feature;
  });
}
