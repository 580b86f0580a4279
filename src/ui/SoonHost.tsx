import { effect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Atlas, useAtlas } from "./context";

/** Signs that the reader begins to use the page. */
const SIGNS = ["pointerdown", "pointermove", "keydown", "focusin"] as const;

/** Whether what comes soon would have something to show, or nothing else is on its way any more. */
const isWanted = ({ page, shell }: Atlas): boolean =>
  page.mapState.value === "static" ||
  page.map.value?.ready.value === true ||
  page.model.pointed.value !== null ||
  page.model.choices.value.length > 0 ||
  shell.walked.value !== null;

/**
 * The place of what the page needs soon, but not to show: it is fetched once the map rests, or with the reader's first
 * movement. If it does not arrive, the next movement asks again.
 */
export function SoonHost() {
  const atlas = useAtlas();
  const [part, setPart] = useState<{ readonly Soon: ComponentType } | null>(null);
  useEffect(() => {
    let isAsked = false;
    const ended = new AbortController();
    const fetchSoon = () => {
      if (isAsked) return;
      isAsked = true;
      Promise.all([import("./Soon"), atlas.page.soonMessages()]).then(
        ([{ default: Soon }]) => {
          if (!ended.signal.aborted) setPart({ Soon });
          ended.abort();
        },
        () => {
          isAsked = false;
        },
      );
    };
    for (const sign of SIGNS) {
      window.addEventListener(sign, fetchSoon, { capture: true, passive: true, signal: ended.signal });
    }
    const stop = effect(() => {
      if (isWanted(atlas)) fetchSoon();
    });
    return () => {
      stop();
      ended.abort();
    };
  }, [atlas]);
  return part && <part.Soon />;
}
