import type { Position } from "../geo/position";
import type { Basemap } from "./basemap";

/** Heights of the land at some positions, and from which relief they were read. */
export interface Heights {
  /** Metres above the sea, in the order of the positions; null where the relief has none. */
  readonly meters: readonly (number | null)[];
  readonly relief: "bundled" | "online";
  /** About how far apart the points of the relief lie there, in metres. */
  readonly spacingMeters: number;
}

/**
 * Reads heights from the bundled relief, or from the online one where that is the base map that the reader chose. Rejects
 * when the relief cannot be read.
 */
export type ReadHeights = (positions: readonly Position[], basemap: Basemap) => Promise<Heights>;
