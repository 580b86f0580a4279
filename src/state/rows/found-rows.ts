/** The first rows that were found, and how many there are in all. */
export interface FoundRows {
  readonly rows: Uint32Array;
  readonly count: number;
}
