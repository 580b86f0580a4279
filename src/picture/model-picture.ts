import type { Countries } from "../data/load-countries";
import { secondLanguageOf } from "../state/label-languages";
import { formatNumber } from "../state/language/format";
import type { Model } from "../state/model";
import { type OverlayFeature, overlay } from "../state/overlay";
import type { Speech } from "../state/page";
import type { PictureBase } from "./base";
import type { BorderTick, Picture } from "./scene";

/** What a picture is drawn from beside the model. */
export interface PictureParts {
  readonly base: PictureBase;
  readonly overlays: readonly OverlayFeature[];
  readonly ticks?: readonly BorderTick[];
  readonly countries?: Countries | null;
}

/** What the model shows now, ready to draw: its view, and of each visible layer what has arrived and is let through. */
export function pictureOfModel(model: Model, speech: Speech, parts: PictureParts): Picture {
  const inView = model.own.inView.value;
  const letsThrough = model.letsThrough.value;
  const layers = model.visibleLayers.value.flatMap((layer) => {
    const state = model.stateOf(layer);
    if (state.status !== "ready") return [];
    const singles = inView[layer.id]?.singles ?? [];
    return [{ layer, features: [...state.features, ...singles].filter((feature) => letsThrough({ layer, feature })) }];
  });
  const groups = layers.flatMap(({ layer }) => inView[layer.id]?.groups ?? []);
  const overlays = [
    ...parts.overlays,
    ...groups.map(({ lng, lat, count }) => {
      const label = formatNumber(count, speech.language, 0, model.settings.value.digits);
      return overlay("own-group", { type: "Point", coordinates: [lng, lat] }, 0, label);
    }),
  ];
  const secondLanguage = secondLanguageOf(model.settings.value, speech.language);
  return { view: model.view.value, layers, theme: model.theme.value, secondLanguage, ...speech, ...parts, overlays };
}
