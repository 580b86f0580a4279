import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import url from "../../data/world-countries.geojson?url";
import { fetchShapes } from "./fetch-shapes";

/** Outlines of countries by ISO 3166-1 alpha-2 code. */
export type Countries = FeatureCollection<Polygon | MultiPolygon, { readonly iso2: string }>;

/** Fetches the outlines of countries; rejects with an Error that names the file. */
export const loadCountries = (): Promise<Countries> => fetchShapes<Countries>(url);
