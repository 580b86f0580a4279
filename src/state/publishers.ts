import type { AtlasFeature } from "../data/feature";
import { publishingHouse } from "../data/publisher";
import { sourceIdsOf } from "../data/record-sources";
import type { Source } from "../data/source";

/** Kinds of publication that report events, those that speak for themselves first. */
const RANKS: readonly Source["type"][] = ["official", "agency", "press", "report", "encyclopaedia", "blog", "social"];

/**
 * Who published what the events among `features` rest on: one name for each house, those named by most events first, at
 * most `limit` of them.
 */
export function publishersOf(
  features: readonly AtlasFeature[],
  register: ReadonlyMap<string, Source>,
  limit: number,
): readonly string[] {
  const houses = new Map<string, { readonly name: string; readonly rank: number; count: number }>();
  for (const { properties } of features) {
    if (!("claims" in properties)) continue;
    const seen = new Set<string>();
    for (const id of sourceIdsOf(properties)) {
      const source = register.get(id);
      // “The Associated Press, in Arab News” speaks for the Associated Press.
      const house = source && publishingHouse(source).replace(/, in .*$/, "");
      if (!source || !house || seen.has(house) || !RANKS.includes(source.type)) continue;
      seen.add(house);
      const name = source.publisher.slice(0, house.length);
      const known = houses.get(house) ?? { name, rank: RANKS.indexOf(source.type), count: 0 };
      known.count += 1;
      houses.set(house, known);
    }
  }
  return [...houses.values()]
    .sort((a, b) => b.count - a.count || a.rank - b.rank || a.name.localeCompare(b.name, "en"))
    .slice(0, limit)
    .map(({ name }) => name);
}
