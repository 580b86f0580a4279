import type { Arguments } from "./arguments";

/** One verb of the tool. `run` writes to standard output itself and answers the exit status. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly flags: readonly string[];
  /** How many arguments without a flag it takes at most. */
  readonly mostRest: number;
  readonly run: (given: Arguments) => Promise<number>;
}
