/** One line of the report: a ratio with its spread over the rounds, and the bound it must keep. */
export interface Measurement {
  readonly name: string;
  readonly ratio: number;
  readonly least: number;
  readonly greatest: number;
  readonly bound: { readonly atLeast: number } | { readonly atMost: number };
  /** What was timed, in words with its figures. */
  readonly note: string;
}

/** Processor time in milliseconds that a piece of work takes: other programs on the machine do not count. */
export function processorMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Sorted middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** A measurement of the ratios of several rounds. */
export function summarise(
  name: string,
  ratios: readonly number[],
  bound: Measurement["bound"],
  note: string,
): Measurement {
  return { name, ratio: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios), bound, note };
}

/** True when the ratio keeps its bound. */
export function holds({ ratio, bound }: Measurement): boolean {
  return "atLeast" in bound ? ratio >= bound.atLeast : ratio <= bound.atMost;
}

/** The ratio of two works in each of several rounds, both timed in every round so that disturbances hit both. */
export function rounds(count: number, ours: () => number, theirs: () => number): number[] {
  ours();
  return Array.from({ length: count }, () => theirs() / ours());
}
