import { signal } from "@preact/signals-core";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepLink, type LinkWindow } from "../../src/state/history";
import { encode } from "../../src/state/permalink";
import { START_VIEW } from "../../src/state/view";

/** A window with a back button, of which only the link is real. */
function fakeWindow() {
  const steps = ["#v=1"];
  let at = 0;
  const listeners = new Set<() => void>();
  const page: LinkWindow = {
    location: {
      get hash() {
        return steps[at] ?? "";
      },
    },
    history: {
      pushState: (_state, _title, url) => {
        steps.splice(++at, steps.length, url);
      },
      replaceState: (_state, _title, url) => {
        steps[at] = url;
      },
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const go = (by: number) => {
    at += by;
    for (const listener of listeners) listener();
  };
  return { page, steps, go, listeners };
}

describe("the link in the address bar", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("gains a step for a selection, and going back takes it away", () => {
    const { page, steps, go } = fakeWindow();
    const view = signal(START_VIEW);
    keepLink(view, page);
    view.value = { ...view.value, selected: { layer: "ports", id: "port-gwadar" } };
    expect(steps).toEqual(["#v=1", "#v=1&sel=ports/port-gwadar"]);
    go(-1);
    expect(view.value.selected).toBeNull();
    go(1);
    expect(view.value.selected?.id).toBe("port-gwadar");
    expect(steps).toHaveLength(2);
  });

  it("follows the camera without a new step, and not more than once a while", () => {
    const { page, steps } = fakeWindow();
    const view = signal(START_VIEW);
    keepLink(view, page);
    for (let zoom = 6; zoom < 9; zoom += 0.5) view.value = { ...view.value, camera: { ...view.value.camera, zoom } };
    expect(steps).toEqual(["#v=1"]);
    vi.advanceTimersByTime(300);
    expect(steps).toEqual(["#v=1&map=8.5/27.55/62.1"]);
  });

  it("follows later when the browser refuses it, and the view goes on meanwhile", () => {
    const { page, steps } = fakeWindow();
    const { pushState } = page.history;
    page.history.pushState = () => {
      throw new DOMException("too many calls", "SecurityError");
    };
    const view = signal(START_VIEW);
    keepLink(view, page);
    view.value = { ...view.value, selected: { layer: "ports", id: "port-gwadar" } };
    view.value = { ...view.value, selected: { layer: "ports", id: "port-chabahar" } };
    expect(steps).toEqual(["#v=1"]);
    page.history.pushState = pushState;
    vi.advanceTimersByTime(6000);
    expect(steps).toEqual(["#v=1", "#v=1&sel=ports/port-chabahar"]);
    expect(view.value.selected?.id).toBe("port-chabahar");
  });

  it("is taken up where it was left: what changed since the page came is written, a link pasted since is read", () => {
    const came = { view: START_VIEW, hash: "#v=1" };
    const { page, steps } = fakeWindow();
    keepLink(signal({ ...START_VIEW, selected: { layer: "ports", id: "port-gwadar" } }), page, came);
    expect(steps).toEqual(["#v=1", "#v=1&sel=ports/port-gwadar"]);

    const pasted = fakeWindow();
    pasted.page.history.pushState(null, "", "#v=1&theme=dark");
    const view = signal(START_VIEW);
    keepLink(view, pasted.page, came);
    expect(view.value.theme).toBe("dark");
    expect(pasted.steps).toEqual(["#v=1", "#v=1&theme=dark"]);
  });

  it("is left alone once stopped", () => {
    const { page, steps, listeners } = fakeWindow();
    const view = signal(START_VIEW);
    keepLink(view, page)();
    view.value = { ...view.value, theme: "dark" };
    expect(steps).toEqual(["#v=1"]);
    expect(listeners.size).toBe(0);
  });
});

/** What a reader does: changes that are steps of the back button, moves of the map, which are none, and going to and fro. */
const deed = fc.oneof(
  fc.constantFrom("port-gwadar", "port-chabahar", "port-jiwani").map((id) => ({ kind: "select" as const, id })),
  fc.constantFrom("light" as const, "dark" as const).map((theme) => ({ kind: "theme" as const, theme })),
  fc.integer({ min: 4, max: 12 }).map((zoom) => ({ kind: "move" as const, zoom })),
  fc.constantFrom({ kind: "go" as const, by: -1 }, { kind: "go" as const, by: 1 }),
);

it("is a list of views to go to and fro in, whatever the reader does", () => {
  vi.useFakeTimers();
  try {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const { page, steps, go } = fakeWindow();
        const view = signal(START_VIEW);
        const stop = keepLink(view, page);
        const model = [encode(START_VIEW, START_VIEW)];
        let at = 0;
        for (const one of deeds) {
          if (one.kind === "go") {
            if (!model[at + one.by]) continue;
            at += one.by;
            go(one.by);
          } else {
            const { camera } = view.peek();
            if (one.kind === "select") view.value = { ...view.peek(), selected: { layer: "ports", id: one.id } };
            else if (one.kind === "theme") view.value = { ...view.peek(), theme: one.theme };
            else view.value = { ...view.peek(), camera: { ...camera, zoom: one.zoom } };
            vi.advanceTimersByTime(300);
            const now = encode(view.peek(), START_VIEW);
            if (now === model[at]) continue;
            if (one.kind === "move") model[at] = now;
            else model.splice(++at, model.length, now);
          }
          expect(encode(view.peek(), START_VIEW)).toBe(model[at]);
          expect(steps).toEqual(model);
        }
        stop();
      }),
    );
  } finally {
    vi.useRealTimers();
  }
});
