import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import url from "../../data/world-countries.geojson?url";

/** Outlines of countries by ISO 3166-1 alpha-2 code. */
export type Countries = FeatureCollection<Polygon | MultiPolygon, { readonly iso2: string }>;

/** Fetches the outlines of countries; rejects with an Error that names the file. */
export async function loadCountries(): Promise<Countries> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`world-countries.geojson: HTTP ${response.status}`);
  return (await response.json()) as Countries;
}
