import { computed, effect, type ReadonlySignal, signal } from "@preact/signals-core";

/** An answer on its way, given, or failed; `value` of an older answer stays until a newer one arrives. */
export type Answer<T> =
  | { readonly state: "none" }
  | { readonly state: "waiting"; readonly value: T | null }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly error: Error; readonly retry: () => void };

/** The answer and a way to stop asking. */
export interface Latest<T> {
  readonly answer: ReadonlySignal<Answer<T>>;
  readonly dispose: () => void;
}

/**
 * Asks again whenever a signal that `ask` reads changes, and shows only the newest answer: a late one is dropped and its
 * question is aborted. `ask` answers null when there is nothing to ask. A failed answer can ask the same again.
 */
export function latest<T>(ask: (abort: AbortSignal) => Promise<T> | null): Latest<T> {
  const answer = signal<Answer<T>>({ state: "none" });
  const tries = signal(0);
  const retry = () => {
    tries.value++;
  };
  const dispose = effect(() => {
    tries.value;
    const controller = new AbortController();
    const question = ask(controller.signal);
    if (question === null) {
      answer.value = { state: "none" };
      return () => controller.abort();
    }
    const previous = answer.peek();
    answer.value = {
      state: "waiting",
      value: previous.state === "ready" || previous.state === "waiting" ? previous.value : null,
    };
    question.then(
      (value) => {
        if (!controller.signal.aborted) answer.value = { state: "ready", value };
      },
      (error: unknown) => {
        if (!controller.signal.aborted) {
          answer.value = { state: "failed", error: error instanceof Error ? error : new Error(String(error)), retry };
        }
      },
    );
    return () => controller.abort();
  });
  return { answer, dispose };
}

/** The newest value there is, were it of an older question; null when there is none. */
export const lastValue = <T>(answer: Answer<T>): T | null =>
  answer.state === "ready" || answer.state === "waiting" ? answer.value : null;

/** Resolves as soon as none of `answers` is on its way any more. */
export function whenSettled(answers: readonly ReadonlySignal<Answer<unknown>>[]): Promise<void> {
  const areSettled = computed(() => answers.map(({ value }) => value.state).every((state) => state !== "waiting"));
  return new Promise((resolve) => {
    const stop = areSettled.subscribe((isSo) => {
      if (!isSo) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
