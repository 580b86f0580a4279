import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import type { KnownFeature } from "./known-features";
import type { OwnTable } from "./own-layers";

/** A row of the table: a record that is held, or the row of a large import, which becomes a record when it is seen. */
export type TableRow =
  | { readonly layer: Layer; readonly feature: AtlasFeature }
  | { readonly layer: Layer; readonly table: OwnTable; readonly row: number };

/** The record of a row; null for a row that its import no longer has. */
export function entryOf(row: TableRow): KnownFeature | null {
  if ("feature" in row) return row;
  const feature = row.table.featureAt(row.row);
  return feature && { layer: row.layer, feature };
}
