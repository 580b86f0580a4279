import type { SkipReason } from "./issues";

/** Stands for something of a file that is counted among its features but cannot be taken. */
export class Refused {
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    this.reason = reason;
  }
}
