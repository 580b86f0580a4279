import type { Side } from "../geo/tasks";

/** Where one point lies against the border: on which side, and how far from the full-detail line. */
export interface PointFigures {
  readonly side: Side;
  readonly borderMeters: number;
}

/** What the engine knows of the places of records; null for what has not been computed yet. */
export interface PlaceFigures {
  /** By `layer/id`: the figures of a record's own point, then of its further points. */
  readonly points: ReadonlyMap<string, readonly PointFigures[]> | null;
  /** For each corridor of the link, in its order: the keys of records with a point inside. */
  readonly inside: readonly ReadonlySet<string>[] | null;
}

/** The figures so far, null when the engine was never asked, or that it cannot answer. */
export type KnownFigures = PlaceFigures | "failed" | null;

/** The figures to compare with: none where the engine was not asked or has failed. */
export const figuresIn = (known: KnownFigures): PlaceFigures =>
  known === "failed" || known === null ? { points: null, inside: null } : known;

/** Whether any of these filters compares what only the engine knows. */
export const needsFigures = (filters: Readonly<Record<string, readonly string[]>>): boolean =>
  ["side", "to-border", "inside"].some((name) => name in filters);
