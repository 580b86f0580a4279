/** Waits until a change has rested; rejects with the signal's reason when it is aborted. */
export type Rest = (abort: AbortSignal) => Promise<void>;

/** A rest that lets the first change through at once and holds every later one for some milliseconds. */
export function createRest(milliseconds: number): Rest {
  let isFirst = true;
  return (abort) => {
    if (isFirst) {
      isFirst = false;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      abort.addEventListener(
        "abort",
        () => {
          clearTimeout(timer);
          reject(abort.reason);
        },
        { once: true },
      );
    });
  };
}
