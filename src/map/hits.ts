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

/** A feature with the place on the screen where it is drawn. */
export interface Placed {
  readonly reference: FeatureReference;
  readonly x: number;
  readonly y: number;
}

const ROW_PX = 48;

/** Features in reading order: rows of the screen from top to bottom, and within a row from the start of the line. */
export function inReadingOrder(placed: readonly Placed[], direction: "ltr" | "rtl"): readonly Placed[] {
  const sign = direction === "ltr" ? 1 : -1;
  const row = ({ y }: Placed) => Math.floor(y / ROW_PX);
  return [...placed].sort((a, b) => row(a) - row(b) || sign * (a.x - b.x) || a.y - b.y);
}

/** The feature after (or before) the current one in the order given; the first one when none is current. Ends join up. */
export function step(order: readonly Placed[], current: FeatureReference | null, by: 1 | -1): Placed | null {
  if (order.length === 0) return null;
  const key = current && featureKey(current);
  const at = order.findIndex(({ reference }) => featureKey(reference) === key);
  if (at < 0) return order.at(by === 1 ? 0 : -1) ?? null;
  return order[(at + by + order.length) % order.length] ?? null;
}
