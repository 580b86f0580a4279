import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { packageJson } from "./cache.ts";
import { wound } from "./clip.ts";
import { toDegrees, toMicro } from "./micro.ts";

interface StateProperties {
  readonly adm1_code: string;
  readonly name_en: string;
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * The two provinces along the line, by Natural Earth's own key: its ISO codes for Iran are those before 2020, when
 * Sistan and Baluchestan was IR-13.
 */
const PROVINCES: Readonly<Record<string, { readonly id: string; readonly iso3166: string; readonly nameEn: string }>> =
  {
    "IRN-3247": { id: "province-sistan-baluchestan", iso3166: "IR-11", nameEn: "Sistan and Baluchestan" },
    "PAK-1108": { id: "province-balochistan-pk", iso3166: "PK-BA", nameEn: "Balochistan" },
  };

const polygonsOf = (geometry: Polygon | MultiPolygon) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/** Outlines of the provinces on both sides of the line, Natural Earth 1:10m. */
export function provincesFile() {
  const { features } = packageJson<FeatureCollection<Polygon | MultiPolygon, StateProperties>>(
    "states",
    "data/states/admin1.json",
  );
  return {
    type: "FeatureCollection",
    features: features.flatMap(({ properties, geometry }): Feature<MultiPolygon>[] => {
      const province = PROVINCES[properties.adm1_code];
      if (!province) return [];
      const coordinates = polygonsOf(geometry).map((polygon) =>
        polygon.map((ring, index) => wound(ring.map(toMicro), index === 0).map((position) => toDegrees(position, 4))),
      );
      const described = {
        ...province,
        labelLng: properties.longitude,
        labelLat: properties.latitude,
        origin: "Natural Earth 5.1, 1:10m",
        licence: "LicenseRef-public-domain",
      };
      return [{ type: "Feature", properties: described, geometry: { type: "MultiPolygon", coordinates } }];
    }),
  } satisfies FeatureCollection<MultiPolygon>;
}
