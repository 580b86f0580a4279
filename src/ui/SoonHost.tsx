import { effect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { mapRests, nextUse } from "../state/first-use";
import { type Atlas, useAtlas } from "./context";

/** Whether what comes soon would have something to show. */
const isWanted = ({ page: { model }, shell }: Atlas): boolean =>
  model.pointed.value !== null || model.choices.value.length > 0 || shell.walked.value !== null;

/**
 * The place of what the page needs soon, but not to show: it is fetched once the map rests, or with the reader's first
 * movement. If it does not arrive, the next movement asks again.
 */
export function SoonHost() {
  const atlas = useAtlas();
  const [part, setPart] = useState<{ readonly Soon: ComponentType } | null>(null);
  useEffect(() => {
    const { page } = atlas;
    let isAsked = false;
    let isMounted = true;
    const fetchSoon = () => {
      if (isAsked || !isMounted) return;
      isAsked = true;
      Promise.all([import("./Soon"), page.soonMessages()]).then(
        ([{ default: Soon }]) => isMounted && setPart({ Soon }),
        () => {
          isAsked = false;
          void nextUse().then(fetchSoon);
        },
      );
    };
    void Promise.race([nextUse(), mapRests(page)]).then(fetchSoon);
    const stop = effect(() => {
      if (isWanted(atlas)) fetchSoon();
    });
    return () => {
      isMounted = false;
      stop();
    };
  }, [atlas]);
  return part && <part.Soon />;
}
