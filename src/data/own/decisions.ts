import type { Projection } from "./projection";

/** What only the reader can decide about a file. Counts are of rows; zero or null means that nothing is asked. */
export interface Findings {
  /** Rows that lie round the border only when longitude and latitude change places. */
  readonly swapped: number;
  /** Whether the numbers look like metres, or the file names a coordinate system other than WGS84. */
  readonly projected: {
    readonly count: number;
    readonly crs: string | null;
    /** Where the first position lies by each reading that puts it on the earth. */
    readonly readings: readonly { readonly projection: Projection; readonly lng: number; readonly lat: number }[];
  } | null;
  readonly nullIsland: number;
  readonly duplicates: number;
  /** Dates like 03/04/2024 that were not read. */
  readonly numberedDates: number;
}

/** What the reader decided. */
export interface Decisions {
  readonly swap: boolean;
  readonly projection: Projection;
  readonly nullIsland: "keep" | "skip";
  readonly duplicates: "keep" | "skip";
}

/** Decisions for a file about which there is nothing to ask. */
export const PLAIN_DECISIONS: Decisions = {
  swap: false,
  projection: "degrees",
  nullIsland: "keep",
  duplicates: "keep",
};

/** True when there is anything to ask. */
export const isAsking = (findings: Findings): boolean =>
  findings.swapped > 0 || findings.projected !== null || findings.nullIsland > 0 || findings.duplicates > 0;
