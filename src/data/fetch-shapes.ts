import type { FeatureCollection } from "geojson";
import { fetchParsed } from "./fetch-features";

/** Fetches shapes that hold no records, as often as layers are; rejects with an Error that names their file. */
export const fetchShapes = <Shapes extends FeatureCollection>(url: string, signal?: AbortSignal): Promise<Shapes> =>
  fetchParsed(url, url, (text) => JSON.parse(text) as Shapes, signal ? { signal } : {});
