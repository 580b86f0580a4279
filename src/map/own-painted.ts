import { computed, effect } from "@preact/signals-core";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Model } from "../state/model";
import { isSoftware } from "./software";

/** Whether the map has every feature of the sources in its tiles and shows some of each of them. */
function isShown(map: MapLibreMap, sources: readonly string[]): boolean {
  if (!sources.every((id) => map.getSource(id) && map.isSourceLoaded(id))) return false;
  const shown = new Set(
    map
      .queryRenderedFeatures({
        layers: map
          .getStyle()
          .layers.filter((layer) => "source" in layer && sources.includes(layer.source))
          .map(({ id }) => id),
      })
      .map(({ source }) => source),
  );
  return sources.every((id) => shown.has(id));
}

/**
 * Tells on the page's root when the reader's own layers are painted: `data-own` is `coming` from the moment a layer is
 * put on the page until the first frame that shows every layer whole, then `painted`, and not there without layers; what
 * a first picture has shown stays `painted`. The base map may still be on its way then; where no feature of a layer is in
 * sight, the end of all drawing counts. Calls `onPainted` each time, and `onComing` as soon as the map has the features in
 * its tiles.
 */
export function keepOwnPainted(
  map: MapLibreMap,
  { own }: Pick<Model, "own">,
  onPainted: () => void,
  onComing: () => void,
): () => void {
  const root = document.documentElement;
  const isEveryTableGathered = computed(() =>
    own.list.value.every(({ layer, table }) => table === null || layer.id in own.inView.value),
  );
  let shown = root.dataset.own === "painted" ? own.list.peek() : null;
  const dispose = effect(() => {
    if (own.list.value.length === 0) {
      delete root.dataset.own;
      return;
    }
    if (own.list.value !== shown) {
      shown = null;
      root.dataset.own = "coming";
    }
    if (!isEveryTableGathered.value) return;
    const sources = own.list.value.map(({ layer }) => layer.id);
    const stop = () => {
      map.off("render", look);
      map.off("render", tell);
      map.off("idle", told);
    };
    const told = () => {
      stop();
      root.dataset.own = "painted";
      onPainted();
    };
    // Without a graphics card a frame may go by without a new picture.
    const isPainted = () => !isSoftware(map) || (map.loaded() && !map.repaint);
    const tell = () => {
      if (isPainted()) told();
    };
    // A symbol that has found its place is in the next frame.
    const look = () => {
      if (!isShown(map, sources)) return;
      onComing();
      map.off("render", look);
      map.on("render", tell);
      map.triggerRepaint();
    };
    // Sources are given their features after this effect.
    const timer = setTimeout(() => {
      map.on("render", look);
      map.once("idle", told);
      map.triggerRepaint();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  });
  return () => {
    dispose();
    delete root.dataset.own;
  };
}
