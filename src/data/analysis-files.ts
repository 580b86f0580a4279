import borderFull from "../../data/border-full.geojson?url";
import borderLine from "../../data/border-line.geojson?url";
import countries from "../../data/countries.geojson?url";

/** Addresses of the geometry that figures are computed on; fetched only when something is measured. */
export const ANALYSIS_FILES = { borderFull, borderLine, countries } as const;
