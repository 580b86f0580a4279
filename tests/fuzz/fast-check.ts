import { appendFileSync } from "node:fs";
// By its path: the name itself leads here while fuzzing.
import real, {
  type IAsyncProperty,
  type IProperty,
  type RunDetails,
  type Parameters as RunParameters,
} from "../../node_modules/fast-check/lib/fast-check.js";

export * from "../../node_modules/fast-check/lib/fast-check.js";

const DEFAULT_RUNS = 100;
const times = Number(process.env.FUZZ_TIMES ?? 1);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const seconds = Number(process.env.FUZZ_SECONDS ?? 10);
const tally = process.env.FUZZ_TALLY ?? "";

function settle<T>(details: RunDetails<T>): void {
  if (tally) appendFileSync(tally, `${details.numRuns}\n`);
  if (details.failed) throw new Error(real.defaultReportMessage(details) ?? "a property failed");
}

/** Asserts a property with many times the runs of the test suite, until its share of the time is over. */
export function assert<T>(property: IProperty<T> | IAsyncProperty<T>, parameters: RunParameters<T> = {}) {
  const more: RunParameters<T> = {
    ...parameters,
    seed,
    numRuns: (parameters.numRuns ?? DEFAULT_RUNS) * times,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
  };
  const outcome = real.check(property as IProperty<T>, more) as RunDetails<T> | Promise<RunDetails<T>>;
  return outcome instanceof Promise ? outcome.then(settle) : settle(outcome);
}

export default { ...real, assert };
