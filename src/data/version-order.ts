import type { Correction } from "./correction";

/** The numbers of a version, for putting versions in order. */
const numbersOf = (version: string) => version.split(".").map(Number);

/** Less than zero when data version `a` came before `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** The corrections made after `version`. */
export const correctionsSince = (corrections: readonly Correction[], version: string): readonly Correction[] =>
  corrections.filter((entry) => compareVersions(entry.version, version) > 0);
