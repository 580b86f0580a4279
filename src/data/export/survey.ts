import { exportFeatures } from "./export-feature";
import type { Cell, ExportSet } from "./export-set";
import { type Box, grown } from "./positions";

/** What a file says at its head about all that follows. */
export interface Survey {
  /** West, south, east and north of everything, in degrees; null where there is no position. */
  readonly box: Box | null;
  /** How many records have a position. */
  readonly located: number;
  /** Every column that any record has, in the order in which they first occur, with the sorts of its values. */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Goes through all records once. Yields an empty piece after each, so that a page can breathe meanwhile. */
export function* survey(set: ExportSet): Generator<"", Survey> {
  let box: Box | null = null;
  let located = 0;
  const columns = new Map<string, Set<string>>();
  for (const { geometry, columns: cells } of exportFeatures(set)) {
    if (geometry) {
      box = grown(box, geometry);
      located += 1;
    }
    for (const [name, value] of cells) {
      const sorts = columns.get(name) ?? new Set();
      if (value !== null) sorts.add(sortOf(value));
      columns.set(name, sorts);
    }
    yield "";
  }
  return { box, located, columns };
}

const sortOf = (value: Exclude<Cell, null>): string => typeof value;
