import type { Language } from "../../data/text";
import type { Catalogue } from "./translate";

/** The parts of a catalogue: what a page begins with, what the first press or movement brings, and what is fetched on use. */
export const CATALOGUE_PARTS = ["start", "soon", "rest"] as const;
export type CataloguePart = (typeof CATALOGUE_PARTS)[number];

/**
 * The build puts each message into the part of a visit that first asks for it (see `scripts/vite/message-parts.ts`).
 */
const FILES = {
  start: import.meta.glob<Catalogue>("./catalogue/*.json", { import: "default", query: "?part=start" }),
  soon: import.meta.glob<Catalogue>("./catalogue/*.json", { import: "default", query: "?part=soon" }),
  rest: import.meta.glob<Catalogue>("./catalogue/*.json", { import: "default", query: "?part=rest" }),
};

/** Fetches one part of the messages of a language. Rejects when the file cannot be loaded. */
export function loadCatalogue(language: Language, part: CataloguePart): Promise<Catalogue> {
  const load = FILES[part][`./catalogue/${language}.json`];
  return load ? load() : Promise.reject(new RangeError(`no catalogue: ${language}`));
}
