import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import type { Language } from "../data/text";
import { boundsOf } from "./extent";
import { fold } from "./fold";
import { LOCALES, textIn } from "./language/translate";
import { alternatesOf, titlesOf } from "./names";

/** The orders a list can be in. */
export const SORT_ORDERS = ["layer", "name", "north", "date"] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** A row of the list: a feature, its layer and what it is called in the reader's language. */
export interface Row {
  readonly layer: Layer;
  readonly feature: AtlasFeature;
  readonly name: string;
}

export interface ListingOptions {
  readonly language: Language;
  readonly order: SortOrder;
  /** Text that a name in any language, or the id, must contain; empty for all. */
  readonly text: string;
  /** Id of the only layer to list; null for all. */
  readonly layer: string | null;
}

/** The day or year a record speaks of: when it happened, or null for things that stay. */
export function dateOf({ properties }: AtlasFeature): string | null {
  return "when" in properties ? properties.when.start : null;
}

/** Latitude of a point, or the middle of what has an extent; null where no position is known. */
function latitudeOf(feature: AtlasFeature): number | null {
  if (feature.geometry?.type === "Point") return feature.geometry.coordinates[1] ?? null;
  const bounds = boundsOf(feature);
  return bounds && (bounds[1] + bounds[3]) / 2;
}

function searched({ properties }: AtlasFeature): string {
  return fold([...titlesOf(properties), ...alternatesOf(properties), properties.id].join(" "));
}

/** Compares so that null comes last. */
function nullsLast<T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(a, b);
}

/** The features to list, in order. Records without a known point are listed like any other. */
export function listFeatures(
  features: Iterable<{ readonly layer: Layer; readonly feature: AtlasFeature }>,
  { language, order, text, layer }: ListingOptions,
): readonly Row[] {
  const words = fold(text).split(" ");
  const rows: Row[] = [];
  for (const entry of features) {
    if (layer !== null && entry.layer.id !== layer) continue;
    const names = searched(entry.feature);
    if (!words.every((word) => names.includes(word))) continue;
    rows.push({ ...entry, name: textIn(entry.feature.properties.title, language) });
  }
  if (order === "layer") return rows;
  const collator = new Intl.Collator(LOCALES[language], { numeric: true });
  const byName = (a: Row, b: Row) => collator.compare(a.name, b.name);
  switch (order) {
    case "name":
      return rows.sort(byName);
    case "north": {
      const latitudes = new Map(rows.map((row) => [row, latitudeOf(row.feature)]));
      const of = (row: Row) => latitudes.get(row) ?? null;
      return rows.sort((a, b) => nullsLast(of(a), of(b), (north, south) => south - north) || byName(a, b));
    }
    case "date":
      return rows.sort(
        (a, b) => nullsLast(dateOf(a.feature), dateOf(b.feature), (x, y) => y.localeCompare(x)) || byName(a, b),
      );
  }
}
