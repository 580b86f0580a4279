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

/** Takes one measurement. */
export type Bench = () => Measurement | Promise<Measurement>;

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

/** A piece of one side's work: its units are compared, whatever their number. */
export interface Work {
  readonly units: number;
  /** Processor milliseconds of one block of the work. */
  readonly run: (block: number) => number | Promise<number>;
}

/** How a measurement is repeated: rounds give the spread, and in each one both sides run all blocks by turns. */
export interface Repeats {
  readonly rounds: number;
  readonly blocks: number;
}

/**
 * Theirs ÷ ours per unit in each round. Each side counts with its quickest block of a round: a block is short, so that a
 * machine that is now quick, now slow shows its full speed to both.
 */
export async function ratios({ rounds, blocks }: Repeats, ours: Work, theirs: Work): Promise<number[]> {
  await ours.run(0);
  const found: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let [ourLeast, theirLeast] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let block = round * blocks; block < (round + 1) * blocks; block++) {
      ourLeast = Math.min(ourLeast, (await ours.run(block)) / ours.units);
      theirLeast = Math.min(theirLeast, (await theirs.run(block)) / theirs.units);
    }
    found.push(theirLeast / ourLeast);
  }
  return found;
}

const LONGEST_AVERAGE_MILLISECONDS = 10_000;

/**
 * Theirs ÷ ours in each round, for work of theirs that is long and can't be cut: ours is then repeated for as long, ten
 * seconds at most, and counts with its average, so that both meet the machine quick and slow.
 */
export function longRatios(rounds: number, ours: () => void, theirs: () => void): number[] {
  ours();
  return Array.from({ length: rounds }, () => {
    const whole = processorMilliseconds(theirs);
    return whole / averageMilliseconds(ours, whole);
  });
}

/** Average processor milliseconds of work repeated for some time. */
export function averageMilliseconds(work: () => void, forMilliseconds: number): number {
  const enough = Math.min(forMilliseconds, LONGEST_AVERAGE_MILLISECONDS);
  let taken = 0;
  let count = 0;
  while (taken < enough) {
    taken += processorMilliseconds(work);
    count++;
  }
  return taken / count;
}
