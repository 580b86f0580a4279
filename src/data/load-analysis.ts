import type { Feature, FeatureCollection, LineString, MultiPolygon } from "geojson";
import type { AnalysisFiles } from "./analysis-files";
import { DataError } from "./data-error";

/** A line that figures are computed on, with the id by which it is asked for. */
export type AnalysisLine = Feature<LineString, { readonly id: string; readonly vertices: number }>;
/** A country whose side of the border is told apart. */
export type AnalysisCountry = Feature<MultiPolygon, { readonly iso2: string }>;

/** The lines and countries that figures are computed on. */
export interface Analysis {
  readonly lines: readonly AnalysisLine[];
  readonly countries: readonly AnalysisCountry[];
}

async function fetchCollection<T extends Feature>(file: string, url: string, signal: AbortSignal): Promise<T[]> {
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new DataError(file, "offline", "could not be fetched", { cause });
  });
  if (!response.ok) throw new DataError(file, "status", `answered ${response.status}`);
  const collection = (await response.json().catch((cause: unknown) => {
    throw new DataError(file, "not-json", "is not valid JSON", { cause });
  })) as FeatureCollection;
  if (!Array.isArray(collection?.features)) throw new DataError(file, "not-a-collection", "holds no features");
  return collection.features as T[];
}

/** Fetches what figures are computed on. Rejects with a DataError that names the file. */
export async function loadAnalysis(files: AnalysisFiles, signal: AbortSignal): Promise<Analysis> {
  const [full, small, countries] = await Promise.all([
    fetchCollection<AnalysisLine>("border-full.geojson", files.borderFull, signal),
    fetchCollection<AnalysisLine>("border-line.geojson", files.borderLine, signal),
    fetchCollection<AnalysisCountry>("countries.geojson", files.countries, signal),
  ]);
  return { lines: [...full, ...small], countries };
}
