/** How long work may go on before the page gets its turn, in milliseconds: half a frame. */
const TURN_MILLISECONDS = 8;

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * What work in steps comes to, giving the page its turn in between. Rejects with the reason of `abort` when that is aborted,
 * and with whatever a step throws.
 */
export async function resultInSteps<T>(steps: Iterator<void, T>, abort: AbortSignal): Promise<T> {
  let until = performance.now() + TURN_MILLISECONDS;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await turn();
    abort.throwIfAborted();
    until = performance.now() + TURN_MILLISECONDS;
  }
}

/**
 * Goes through `steps` and hands each to `take`, giving the page its turn in between. Resolves when all are taken;
 * rejects with the reason of `abort` when that is aborted, and with whatever a step throws.
 */
export async function inSteps<T>(steps: Iterable<T>, take: (step: T) => void, abort: AbortSignal): Promise<void> {
  let until = performance.now() + TURN_MILLISECONDS;
  for (const step of steps) {
    take(step);
    if (performance.now() < until) continue;
    await turn();
    abort.throwIfAborted();
    until = performance.now() + TURN_MILLISECONDS;
  }
  abort.throwIfAborted();
}
