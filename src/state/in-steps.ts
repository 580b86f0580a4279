/** How long work may go on before the page gets its turn, in milliseconds: half a frame. */
const TURN_MILLISECONDS = 8;

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A page out of sight draws no frames; then the turn comes after this long. */
const HIDDEN_MILLISECONDS = 100;

/** Resolves once the page has drawn a frame, so that no frame has to bear two stretches of work. */
const frame = () =>
  new Promise<void>((resolve) => {
    const late = setTimeout(resolve, HIDDEN_MILLISECONDS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });

/**
 * What work in steps comes to, no more than half a frame's worth in each frame of the page. Rejects with the reason of `abort` when that is aborted,
 * and with whatever a step throws.
 */
export async function resultInSteps<T>(steps: Iterator<void, T>, abort: AbortSignal): Promise<T> {
  let until = performance.now() + TURN_MILLISECONDS;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await frame();
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
