import { effect, untracked } from "@preact/signals-core";
import type { Layer } from "../data/manifest";
import type { Model } from "../state/model";
import { collection, keepLayer, type Outline, type SetFeatures } from "./data-sync";
import { mapFeatures } from "./map-features";

/** Keeps the source of a table in step with what is in view: single rows like any feature, and groups with their count. */
function keepTable(model: Model, layer: Layer, set: SetFeatures): () => void {
  return effect(() => {
    const view = model.own.inView.value[layer.id];
    if (!view) return;
    const groups = view.groups.map(
      ({ lng, lat, count }): GeoJSON.Feature => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [lng, lat] },
        properties: { part: "group", count },
      }),
    );
    set(layer.id, collection([...groups, ...mapFeatures(layer, view.singles).features]));
  });
}

/** Keeps the sources of the reader's own layers in step as those come and go, until disposed. */
export function keepOwnFeatures(model: Model, set: SetFeatures): () => void {
  const keepers = new Map<string, () => void>();
  const stop = effect(() => {
    const layers = model.own.list.value.map(({ layer }) => layer);
    for (const [id, dispose] of keepers) {
      if (layers.some((layer) => layer.id === id)) continue;
      dispose();
      keepers.delete(id);
    }
    for (const layer of layers) {
      if (keepers.has(layer.id)) continue;
      // The style that gives the layer its source may come with the same change, after this effect.
      const setLater: SetFeatures = (source, features) => queueMicrotask(() => set(source, features));
      const asTheyAre: Outline = (features) => Promise.resolve(features);
      const isTable = model.own.list.value.some((own) => own.layer.id === layer.id && own.table !== null);
      keepers.set(
        layer.id,
        untracked(() => (isTable ? keepTable(model, layer, setLater) : keepLayer(model, layer, setLater, asTheyAre))),
      );
    }
  });
  return () => {
    stop();
    for (const dispose of keepers.values()) dispose();
  };
}
