import type { Source } from "../source";
import type { CheckedFeature } from "./collection";
import type { Problem } from "./problem";

const SOURCE_KEYS = new Set(["sources", "coordSource", "nameSources"]);

/** Every list of register ids inside a value, with its path. */
function* sourceLists(value: unknown, path: string): Generator<{ path: string; ids: readonly string[] }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = `${path}.${key}`;
    if (SOURCE_KEYS.has(key) && Array.isArray(inner)) {
      yield { path: at, ids: inner.filter((id) => typeof id === "string") };
    } else yield* sourceLists(inner, at);
  }
}

function sourceProblems(feature: CheckedFeature, register: ReadonlyMap<string, Source>): Problem[] {
  const { file, id, record } = feature;
  const listed = new Set(record.sources);
  return [...sourceLists(record, "properties")].flatMap(({ path, ids }) =>
    ids.flatMap((source) => {
      if (!register.has(source)) return [{ file, feature: id, path, reason: `unknown source: ${source}` }];
      const isOwn = path.endsWith(".coordSource") || path.endsWith(".nameSources");
      if (isOwn || listed.has(source)) return [];
      return [{ file, feature: id, path, reason: `source is missing from the record's own list: ${source}` }];
    }),
  );
}

function placeIdsOf({ record }: CheckedFeature): { readonly path: string; readonly id: string }[] {
  const places = record.kind === "corridor" ? record.waypoints : "alsoAt" in record ? record.alsoAt : [];
  const list = record.kind === "corridor" ? "waypoints" : "alsoAt";
  return places.flatMap(({ placeId }, index) =>
    placeId === null ? [] : [{ path: `properties.${list}.${index}.placeId`, id: placeId }],
  );
}

/** Ids used twice, and sources, related records and places that resolve to nothing. */
export function referenceProblems(
  features: readonly CheckedFeature[],
  knownIds: ReadonlySet<string>,
  register: ReadonlyMap<string, Source>,
): Problem[] {
  const seen = new Map<string, string>();
  const known = new Set([...knownIds, ...features.map((feature) => feature.id)]);
  return features.flatMap((feature) => {
    const { file, id, record } = feature;
    const problems = sourceProblems(feature, register);
    const earlier = seen.get(id);
    if (earlier !== undefined)
      problems.push({ file, feature: id, path: "id", reason: `is used already in ${earlier}` });
    seen.set(id, file);
    const related = "related" in record ? record.related : [];
    for (const [index, other] of related.entries()) {
      if (known.has(other)) continue;
      problems.push({ file, feature: id, path: `properties.related.${index}`, reason: `unknown record: ${other}` });
    }
    for (const place of placeIdsOf(feature)) {
      if (known.has(place.id)) continue;
      problems.push({ file, feature: id, path: place.path, reason: `unknown place: ${place.id}` });
    }
    if (record.supersededBy !== null && !known.has(record.supersededBy)) {
      problems.push({
        file,
        feature: id,
        path: "properties.supersededBy",
        reason: `unknown record: ${record.supersededBy}`,
      });
    }
    return problems;
  });
}
