import sourcesUrl from "../../data/sources.json?url";
import { DataError } from "./data-error";
import { fetchParsed } from "./fetch-features";
import type { Source, SourceRegister } from "./source";

const FILE = "sources.json";

function isRegister(value: unknown): value is SourceRegister {
  return typeof value === "object" && value !== null && "sources" in value && Array.isArray(value.sources);
}

function parseSources(text: string): ReadonlyMap<string, Source> {
  let register: unknown;
  try {
    register = JSON.parse(text);
  } catch (cause) {
    throw new DataError(FILE, "not-json", "is not valid JSON", { cause });
  }
  if (!isRegister(register)) throw new DataError(FILE, "not-a-collection", "is not a source register");
  return new Map(register.sources.map((source) => [source.id, source]));
}

/** The source register by id. Rejects with a DataError that says what was wrong with the file. */
export const fetchSources = (url: string): Promise<ReadonlyMap<string, Source>> => fetchParsed(FILE, url, parseSources);

let address = sourcesUrl;
let register: Promise<ReadonlyMap<string, Source>> | null = null;

/** Lets the register be read from `url` from now on: a page that shows a kept version reads the sources of that version. */
export function readSourcesFrom(url: string): void {
  address = url;
  register = null;
}

/** The source register of the page, fetched once; after a failure the next call tries again. */
export function loadSources(): Promise<ReadonlyMap<string, Source>> {
  register ??= fetchSources(address).catch((error: unknown) => {
    register = null;
    throw error;
  });
  return register;
}
