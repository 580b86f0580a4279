import type { Language } from "../../data/text";
import type { Catalogue } from "./translate";

/**
 * The build puts the messages of what a page begins with into one part and those of what is fetched on use into
 * another (see `scripts/vite/parsed-messages.ts`).
 */
const PARTS = {
  start: import.meta.glob<Catalogue>("./catalogue/*.json", { import: "default", query: "?part=start" }),
  rest: import.meta.glob<Catalogue>("./catalogue/*.json", { import: "default", query: "?part=rest" }),
};

function loadPart(part: keyof typeof PARTS, language: Language): Promise<Catalogue> {
  const load = PARTS[part][`./catalogue/${language}.json`];
  return load ? load() : Promise.reject(new RangeError(`no catalogue: ${language}`));
}

/** Fetches the messages of one language that a page begins with. Rejects when the file cannot be loaded. */
export const loadCatalogue = (language: Language): Promise<Catalogue> => loadPart("start", language);

/** Fetches the messages of one language for the parts that are fetched on use. Rejects when the file cannot be loaded. */
export const loadRestOfCatalogue = (language: Language): Promise<Catalogue> => loadPart("rest", language);
