import { greatestChord } from "../../geo/chord";
import { writeEcef } from "../../geo/ellipsoid";
import { inverse } from "../../geo/geodesic";
import type { SievedColumns } from "./sieve";

/** Rows by their distance from a point, nearest first. */
export interface NearestRows {
  readonly rows: Uint32Array;
  /** Metres on the WGS84 ellipsoid. */
  readonly meters: Float64Array;
  /** How many rows have a point, all in all. */
  readonly total: number;
}

/** What rounding can take from a chord. */
const ROUNDING_METERS = 1e-3;

/**
 * The `limit` points of a table that are nearest to a position, exactly: chords in space choose those that can be among
 * them, geodesics put them in order. `except` is a row that is left out.
 */
export function nearestRows(
  { lng, lat, isShape }: SievedColumns & { readonly lat: Float64Array },
  from: readonly [lng: number, lat: number],
  limit: number,
  except: number | null,
): NearestRows {
  const here = new Float64Array(3);
  const there = new Float64Array(3);
  writeEcef(from[0], from[1], here, 0);
  const chords = new Float64Array(lng.length).fill(Number.NaN);
  let total = 0;
  for (let row = 0; row < lng.length; row++) {
    const [x, y] = [lng[row] ?? Number.NaN, lat[row] ?? Number.NaN];
    if (row === except || isShape?.[row] === 1 || Number.isNaN(x)) continue;
    total++;
    writeEcef(x, y, there, 0);
    chords[row] = Math.hypot(
      (there[0] ?? 0) - (here[0] ?? 0),
      (there[1] ?? 0) - (here[1] ?? 0),
      (there[2] ?? 0) - (here[2] ?? 0),
    );
  }
  const wanted = Math.min(limit, total);
  if (wanted === 0) return { rows: new Uint32Array(), meters: new Float64Array(), total };
  const limitChord = chords.toSorted()[wanted - 1] ?? 0;
  const rank = (within: (chord: number) => boolean) => {
    const ranked: { readonly row: number; readonly meters: number }[] = [];
    chords.forEach((chord, row) => {
      if (within(chord)) ranked.push({ row, meters: inverse(from, [lng[row] ?? 0, lat[row] ?? 0]).meters });
    });
    return ranked.sort((a, b) => a.meters - b.meters || a.row - b.row);
  };
  // The rows with the shortest chords say how far the last of the nearest can be; no chord of that arc is longer.
  const farthest = rank((chord) => chord <= limitChord).at(-1)?.meters ?? 0;
  const enough = Math.max(limitChord, greatestChord(farthest)) + ROUNDING_METERS;
  const ranked = rank((chord) => chord <= enough);
  const taken = ranked.slice(0, wanted);
  return {
    rows: Uint32Array.from(taken, ({ row }) => row),
    meters: Float64Array.from(taken, ({ meters }) => meters),
    total,
  };
}
