import type { Source } from "./source";

/**
 * The house behind a publication, for counting independent voices: “Dawn (AFP)” and “Dawn” are one, and so are all
 * articles of one encyclopaedia or all extracts of one map.
 */
export function publishingHouse(source: Pick<Source, "publisher">): string {
  return (source.publisher.split(/ \(|, (?:quoting|citing|from)|(?: quoting| citing| via) /)[0] ?? "")
    .trim()
    .toLowerCase();
}

/** How many houses stand behind these publications. */
export function independentHouses(sources: readonly Pick<Source, "publisher">[]): number {
  return new Set(sources.map(publishingHouse)).size;
}
