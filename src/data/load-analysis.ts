import type { Feature, FeatureCollection, LineString, MultiPolygon } from "geojson";
import type { AnalysisFiles } from "./analysis-files";
import { DataError } from "./data-error";
import { fetchParsed } from "./fetch-features";

/** A line that figures are computed on, with the id by which it is asked for. */
export type AnalysisLine = Feature<LineString, { readonly id: string; readonly vertices: number }>;
/** A country whose side of the border is told apart. */
export type AnalysisCountry = Feature<MultiPolygon, { readonly iso2: string }>;

/** The lines and countries that figures are computed on. */
export interface Analysis {
  readonly lines: readonly AnalysisLine[];
  readonly countries: readonly AnalysisCountry[];
}

/** The largest of these files is some hundred times the size of a layer. */
const TIMEOUT_MILLISECONDS = 60_000;

const fetchCollection = <T extends Feature>(file: string, url: string, signal: AbortSignal): Promise<T[]> =>
  fetchParsed(file, url, (text) => parseCollection<T>(file, text), { signal, timeoutMs: TIMEOUT_MILLISECONDS });

function parseCollection<T extends Feature>(file: string, text: string): T[] {
  let collection: FeatureCollection | null;
  try {
    collection = JSON.parse(text);
  } catch (cause) {
    const isCutOff = !/^\s*</.test(text) && !/\}\s*$/.test(text);
    throw new DataError(file, isCutOff ? "truncated" : "not-json", "is not valid JSON", { cause });
  }
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
