import type { Facet } from "../../state/facet";
import { limitMeters } from "../../state/filter";

const LIMITS_METERS: Readonly<Record<string, readonly number[]>> = {
  radius: [1_000, 3_000, 5_000, 10_000, 20_000, 50_000],
  "to-border": [1_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000],
};

/** The limits a filter offers, in metres and rising, with the one that is chosen among them. */
export function offeredLimits(facet: Facet, chosen: readonly string[]): readonly number[] {
  const limit = limitMeters(facet, chosen);
  const offered = LIMITS_METERS[facet.name] ?? [];
  return limit === null || offered.includes(limit) ? offered : [...offered, limit].sort((a, b) => a - b);
}
