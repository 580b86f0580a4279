import { effect } from "@preact/signals-core";
import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { featureKey } from "../state/feature-key";
import type { KnownFeature } from "../state/known-features";
import type { Model } from "../state/model";
import type { Page } from "../state/page";
import { type MapCollection, mapFeatures } from "./map-features";

/** Sets the features of one of our own sources of the map. */
export type SetFeatures = (source: string, features: GeoJSON.FeatureCollection) => void;
/** Gives records of countries their outlines; rejects where these cannot be had. */
export type Outline = (features: readonly AtlasFeature[]) => Promise<readonly AtlasFeature[]>;

/** Features as a collection. */
export const collection = (features: readonly GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: "FeatureCollection",
  features: [...features],
});

/** The features of a layer that the view lets through; null while the layer is hidden or not there yet. */
function shownFeatures(model: Model, layer: Layer): readonly AtlasFeature[] | null {
  if (!model.visibleLayers.value.some(({ id }) => id === layer.id)) return null;
  const state = model.stateOf(layer);
  if (state.status !== "ready") return null;
  const letsThrough = model.letsThrough.value;
  return state.features.filter((feature) => letsThrough({ layer, feature }));
}

const isSameList = (a: readonly unknown[] | null, b: readonly unknown[]) =>
  a !== null && a.length === b.length && a.every((item, index) => item === b[index]);

/** Keeps one layer's source in step; countries get their outlines when they are first shown. */
export function keepLayer(model: Model, layer: Layer, set: SetFeatures, outline: Outline): () => void {
  let drawn: readonly AtlasFeature[] | null = null;
  return effect(() => {
    const features = shownFeatures(model, layer);
    if (features === null || isSameList(drawn, features)) return;
    drawn = features;
    if (layer.record !== "membership") {
      set(layer.id, mapFeatures(layer, features));
      return;
    }
    outline(features).then(
      (outlined) => {
        if (drawn === features) set(layer.id, mapFeatures(layer, outlined));
      },
      () => {
        // Asked again the next time the layer is shown.
        drawn = null;
      },
    );
  });
}

/** What the map draws of one feature, for emphasis. */
const emphasised = (entry: KnownFeature | null): MapCollection => ({
  type: "FeatureCollection",
  features: entry ? mapFeatures(entry.layer, [entry.feature]).features : [],
});

/**
 * Keeps the sources of the map in step with the model until disposed: the features of each visible layer, computed
 * shapes, and copies of what is selected and of what is pointed at; the latter only with `isPointedShown`.
 */
export function keepData(
  { model, overlays }: Pick<Page, "model" | "overlays">,
  set: SetFeatures,
  outline: Outline,
  isPointedShown: boolean,
): () => void {
  const disposers = [
    ...model.manifest.layers.map((layer) => keepLayer(model, layer, set, outline)),
    effect(() => set("overlays", collection(overlays.value))),
    effect(() => set("selected", emphasised(model.selected.value))),
    effect(() => {
      const reference = isPointedShown ? model.pointed.value : null;
      set("pointed", emphasised((reference && model.features.value.get(featureKey(reference))) ?? null));
    }),
  ];
  return () => {
    for (const dispose of disposers) dispose();
  };
}
