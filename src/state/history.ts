import { effect, type Signal } from "@preact/signals-core";
import { decode, encode } from "./permalink";
import { START_VIEW, type View } from "./view";

/** The parts of `window` that hold the link, so that tests can stand in for it. */
export interface LinkWindow {
  readonly location: { readonly hash: string };
  readonly history: {
    pushState(state: unknown, title: string, url: string): void;
    replaceState(state: unknown, title: string, url: string): void;
  };
  addEventListener(type: "popstate" | "hashchange", listener: () => void): void;
  removeEventListener(type: "popstate" | "hashchange", listener: () => void): void;
}

const REPLACE_DELAY_MILLISECONDS = 250;

/** When a change of the link that the browser has refused is tried again. */
const REFUSED_MILLISECONDS = 5000;

/** A period that is drawn up or played goes through many on its way: those so close together are one step back. */
const ONE_STEP_MILLISECONDS = 3000;

/** Two views that differ in nothing but the camera: moving the map must not fill the back button with steps. */
const differsOnlyInCamera = (a: View, b: View) => encode({ ...a, camera: b.camera }) === encode(b);

/** Two views that differ in nothing but the period and perhaps the camera. */
const differsOnlyInPeriod = (a: View, b: View) => differsOnlyInCamera({ ...a, period: b.period }, b);

/** A view and the fragment that it came from. */
export interface LinkedView {
  readonly view: View;
  readonly hash: string;
}

/**
 * Keeps `view` and the link in step: a change of the view is written to the link (a new step of the back button unless
 * only the camera moved or the period went on changing), and going back, forward or to a pasted link changes the view.
 * `since` is what was in step last, when that was before now. Answers how to stop.
 */
export function keepLink(
  view: Signal<View>,
  page: LinkWindow,
  since: LinkedView = { view: view.peek(), hash: page.location.hash },
): () => void {
  let written = since.view;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let periodWrittenAt = Number.NEGATIVE_INFINITY;

  const write = (next: View) => {
    const url = encode(next, START_VIEW);
    if (url === page.location.hash) return;
    const isCamera = differsOnlyInCamera(written, next);
    const isPeriod = !isCamera && differsOnlyInPeriod(written, next);
    const isSameStep = isPeriod && performance.now() - periodWrittenAt < ONE_STEP_MILLISECONDS;
    try {
      if (isCamera || isSameStep) page.history.replaceState(null, "", url);
      else page.history.pushState(null, "", url);
    } catch {
      // Refused: the view goes on without the link, which follows when the browser has calmed down.
      timer = setTimeout(() => write(view.peek()), REFUSED_MILLISECONDS);
      return;
    }
    if (!isCamera) periodWrittenAt = isPeriod ? performance.now() : Number.NEGATIVE_INFINITY;
    written = next;
  };

  const read = () => {
    if (page.location.hash === encode(view.peek(), START_VIEW)) return;
    clearTimeout(timer);
    written = decode(page.location.hash, START_VIEW);
    view.value = written;
  };
  if (page.location.hash !== since.hash) read();

  const dispose = effect(() => {
    const next = view.value;
    clearTimeout(timer);
    if (next === written) return;
    // Browsers refuse more than a hundred changes of the link in thirty seconds.
    if (differsOnlyInPeriod(written, next)) timer = setTimeout(() => write(next), REPLACE_DELAY_MILLISECONDS);
    else write(next);
  });

  page.addEventListener("popstate", read);
  page.addEventListener("hashchange", read);
  return () => {
    clearTimeout(timer);
    dispose();
    page.removeEventListener("popstate", read);
    page.removeEventListener("hashchange", read);
  };
}
