import { effect } from "@preact/signals-core";
import type { Page } from "./page";

/** Signs that the reader begins to use the page. */
const SIGNS = ["pointerdown", "pointermove", "keydown", "focusin", "popstate", "hashchange"] as const;

/** Resolves with the next thing that the reader does on the page. */
export function nextUse(): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController();
    const end = () => {
      ended.abort();
      resolve();
    };
    for (const sign of SIGNS) addEventListener(sign, end, { capture: true, passive: true, signal: ended.signal });
  });
}

/** Resolves once the map has drawn all there is to draw, or stays a picture. */
export function mapRests({ mapState, map }: Pick<Page, "mapState" | "map">): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (mapState.value !== "static" && map.value?.ready.value !== true) return;
      resolve();
      // The effect may run before `stop` is there to be called.
      queueMicrotask(() => stop());
    });
  });
}
