import type { AtlasFeature } from "../data/feature";
import type { AtlasRecord } from "../data/record";
import type { View } from "./view";

/** The values of a record that a filter of this name compares; null for a filter that does not concern the record. */
function valueFor(name: string, record: AtlasRecord): string | null {
  switch (name) {
    case "kind":
      return "when" in record && record.kind !== "own" ? record.kind : null;
    case "category":
      return record.kind === "own" ? record.category : null;
    case "grade":
      return "verification" in record ? record.verification.grade : null;
    case "weapon":
      return "weapon" in record ? record.weapon : null;
    case "built":
      return "built" in record ? record.built : null;
    case "mode":
      return "mode" in record ? record.mode : null;
    default:
      return null;
  }
}

/**
 * True when the period and the filters of a view let a feature through. A period concerns events only, a filter only
 * records that have what it filters by.
 */
export function isLetThrough(
  { properties }: AtlasFeature,
  { period, filters }: Pick<View, "period" | "filters">,
): boolean {
  if (period && "when" in properties && (properties.when.start > period.to || properties.when.end < period.from)) {
    return false;
  }
  return Object.entries(filters).every(([name, allowed]) => {
    const value = valueFor(name, properties);
    return value === null || allowed.includes(value);
  });
}
