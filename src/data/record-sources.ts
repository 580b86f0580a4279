import type { AnyRecord } from "./record";

/** Ids of every source a record rests on, each once: those of the record first, then those only its parts name. */
export function sourceIdsOf(record: AnyRecord): readonly string[] {
  const ids = new Set(record.sources);
  const add = (more: readonly string[]) => {
    for (const id of more) ids.add(id);
  };
  const parts: readonly (readonly { readonly sources: readonly string[] }[])[] = [
    "claims" in record ? record.claims : [],
    "states" in record ? record.states : [],
    "facts" in record ? record.facts : [],
    "timeline" in record ? record.timeline : [],
    "figures" in record ? record.figures : [],
    "memberships" in record ? record.memberships : [],
    record.conflicts,
  ];
  for (const part of parts.flat()) add(part.sources);
  if ("where" in record && record.where) add(record.where.coordSource);
  if ("waypoints" in record) for (const waypoint of record.waypoints) add(waypoint.coordSource);
  add(record.nameSources);
  return [...ids];
}
