import { effect } from "@preact/signals-core";

/**
 * Resolves as soon as `isSo`, which reads signals, answers true. Rejects with the reason of `abort` when that is aborted.
 */
export function until(isSo: () => boolean, abort: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = () => {};
    let isOver = false;
    const settle = (then: () => void) => {
      if (isOver) return;
      isOver = true;
      abort.removeEventListener("abort", giveUp);
      // An effect cannot be ended before it has run for the first time.
      queueMicrotask(() => stop());
      then();
    };
    const giveUp = () => settle(() => reject(abort.reason));
    if (abort.aborted) {
      reject(abort.reason);
      return;
    }
    abort.addEventListener("abort", giveUp);
    stop = effect(() => {
      if (isSo()) settle(resolve);
    });
  });
}
