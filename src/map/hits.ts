import { featureKey } from "../state/feature-key";
import type { FeatureReference } from "../state/view";

/** What a rendered feature says of itself, as far as it matters for what was hit. */
export interface Rendered {
  readonly owner: string;
  readonly id: string;
  readonly part: string;
}

/** Symbols and names before lines, lines before the circles of doubt, and areas, which lie under all of them, last. */
const RANKS: Readonly<Record<string, number>> = { symbol: 0, label: 0, line: 1, doubt: 2, area: 3 };
const rankOf = ({ part }: Rendered) => RANKS[part] ?? 3;

/** The features hit, topmost first and each once: only those of the foremost kind, so that a symbol hides its province. */
export function foremost(rendered: readonly Rendered[]): readonly FeatureReference[] {
  const best = Math.min(...rendered.map(rankOf));
  const found = new Map<string, FeatureReference>();
  for (const hit of rendered) {
    if (rankOf(hit) !== best) continue;
    const reference = { layer: hit.owner, id: hit.id };
    if (!found.has(featureKey(reference))) found.set(featureKey(reference), reference);
  }
  return [...found.values()];
}
