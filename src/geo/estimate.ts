import type { Estimate } from "./tasks";

/** The range a distance may lie in when its ends are together in doubt by `errorMeters`; never below nought. */
export function estimate(meters: number, errorMeters: number): Estimate {
  return { meters, lowMeters: Math.max(0, meters - errorMeters), highMeters: meters + errorMeters, errorMeters };
}
