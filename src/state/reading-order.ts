import { featureKey } from "./feature-key";
import type { FeatureReference } from "./view";

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
