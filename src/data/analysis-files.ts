import borderFull from "../../data/border-full.geojson?url";
import borderLine from "../../data/border-line.geojson?url";
import countries from "../../data/countries.geojson?url";

/** Addresses of the geometry that figures are computed on. */
export interface AnalysisFiles {
  readonly borderFull: string;
  readonly borderLine: string;
  readonly countries: string;
}

/** Those of the atlas; fetched only when something is measured. */
export const ANALYSIS_FILES: AnalysisFiles = { borderFull, borderLine, countries };
