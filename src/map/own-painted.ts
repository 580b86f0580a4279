import { computed, effect } from "@preact/signals-core";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Model } from "../state/model";

/**
 * Tells on the page's root when the reader's own layers are painted: `data-own` is `coming` from the moment a layer is
 * put on the page until the first frame that shows every layer whole, then `painted`, and not there without layers.
 */
export function keepOwnPainted(map: MapLibreMap, { own }: Pick<Model, "own">): () => void {
  const root = document.documentElement;
  const isEveryTableGathered = computed(() =>
    own.list.value.every(({ layer, table }) => table === null || layer.id in own.inView.value),
  );
  const dispose = effect(() => {
    if (own.list.value.length === 0) {
      delete root.dataset.own;
      return;
    }
    root.dataset.own = "coming";
    if (!isEveryTableGathered.value) return;
    const told = () => {
      root.dataset.own = "painted";
    };
    // Sources are given their features after this effect; the map is idle once it has drawn them.
    const timer = setTimeout(() => {
      map.once("idle", told);
      map.triggerRepaint();
    });
    return () => {
      clearTimeout(timer);
      map.off("idle", told);
    };
  });
  return () => {
    dispose();
    delete root.dataset.own;
  };
}
