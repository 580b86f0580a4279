import type { Language } from "../../data/text";
import type { Catalogue } from "./translate";

const LOADERS = import.meta.glob<Catalogue>("./catalogue/*.json", { import: "default" });

/** Fetches the messages of one language. Rejects when the file cannot be loaded. */
export function loadCatalogue(language: Language): Promise<Catalogue> {
  const load = LOADERS[`./catalogue/${language}.json`];
  return load ? load() : Promise.reject(new RangeError(`no catalogue: ${language}`));
}
