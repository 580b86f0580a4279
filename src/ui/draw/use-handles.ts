import { type ReadonlySignal, useComputed, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { sketchHandles, withoutHandles } from "../../state/sketch-handles";
import type { Sketches } from "../../state/sketches";
import { useAtlas } from "../context";

/** Marks the corners that can be dragged while the reader draws on the map; `openId` is the sketch whose form is open. */
export function useHandles(sketches: Sketches, openId: ReadonlySignal<string | null>): void {
  const { page } = useAtlas();
  const handles = useComputed(() =>
    page.tool.value?.id === "annotate" ? sketchHandles(sketches.book.value, openId.value) : [],
  );
  useSignalEffect(() => {
    const now = page.overlays.value;
    const wanted = [...withoutHandles(now), ...handles.value];
    // The measuring desk also writes here: what it puts is kept, and the marks come back over it.
    const isThere = wanted.length === now.length && wanted.every((one, at) => one === now[at]);
    if (!isThere) page.overlays.value = wanted;
  });
  useEffect(
    () => () => {
      page.overlays.value = withoutHandles(page.overlays.peek());
    },
    [page],
  );
}
