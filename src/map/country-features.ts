import type { AtlasFeature } from "../data/feature";
import { loadCountries } from "../data/load-countries";
import { joinCountries } from "../picture/countries";

/** Records of countries with their outlines; rejects with an Error that names the file of those. */
export const outlined = async (features: readonly AtlasFeature[]): Promise<readonly AtlasFeature[]> =>
  joinCountries(features, await loadCountries());
