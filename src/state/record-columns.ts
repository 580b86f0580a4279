import { partyName } from "./facet";
import { featureKey } from "./feature-key";
import type { KnownFeature } from "./known-features";
import { figuresIn, type KnownFigures } from "./known-figures";

/** The columns a table of records can have, in their order. */
export const COLUMN_IDS = [
  "name",
  "layer",
  "kind",
  "date",
  "end",
  "grade",
  "radius",
  "side",
  "border",
  "actor",
  "claims",
  "sources",
  "id",
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** Columns a table begins with. */
export const FIRST_COLUMNS: readonly ColumnId[] = ["name", "layer", "kind", "date", "grade", "radius", "border"];

/** A cell as plain data: lengths in metres, days as ISO dates, words of the vocabulary as they are; null when unknown. */
export type Cell = string | number | null;

/** The cell of a record; `name` is what the record is called in the reader's language. */
export function cellOf(column: ColumnId, entry: KnownFeature, known: KnownFigures, name: string): Cell {
  const { layer, feature } = entry;
  const record = feature.properties;
  switch (column) {
    case "name":
      return name;
    case "layer":
      return layer.id;
    case "kind":
      return record.kind === "own" ? record.category : record.kind;
    case "date":
      return "when" in record ? record.when.start : null;
    case "end":
      return "when" in record ? record.when.end : null;
    case "grade":
      return "verification" in record ? record.verification.grade : null;
    case "radius":
      return "where" in record ? (record.where?.uncertaintyRadiusM ?? null) : null;
    case "side":
    case "border": {
      const [figures] = figuresIn(known).points?.get(featureKey({ layer: layer.id, id: feature.id })) ?? [];
      if (!figures || feature.geometry?.type !== "Point") return null;
      return column === "side" ? figures.side : Math.round(figures.borderMeters);
    }
    case "actor":
      return "actor" in record && record.actor ? partyName(record.actor.name) : null;
    case "claims":
      return "claims" in record ? record.claims.length : null;
    case "sources":
      return "sources" in record ? record.sources.length : null;
    case "id":
      return feature.id;
  }
}

/** Compares so that what is unknown comes last in either direction. */
export function compareCells(a: Cell, b: Cell, isDescending: boolean, compareTexts: (a: string, b: string) => number) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === "number" && typeof b === "number" ? a - b : compareTexts(String(a), String(b));
  return isDescending ? -order : order;
}

/** Cells as tab-separated text that a spreadsheet reads: plain digits, no tabs or line breaks within a cell. */
export function toTsv(rows: readonly (readonly Cell[])[]): string {
  // A spreadsheet would run a text that begins like a formula; a quote before it keeps it a text.
  const plain = (cell: Cell) => {
    if (typeof cell === "number") return String(cell);
    const text = (cell ?? "").replace(/[\t\r\n]+/g, " ");
    return /^[=+\-@]/.test(text) ? `'${text}` : text;
  };
  return rows.map((row) => row.map(plain).join("\t")).join("\n");
}
