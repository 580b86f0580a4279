import { secondLanguageOf } from "../state/label-languages";
import type { Model } from "../state/model";
import type { OverlayFeature } from "../state/overlay";
import type { Speech } from "../state/page";
import type { PictureBase } from "./base";
import type { BorderTick, Picture } from "./scene";

/** What a picture is drawn from beside the model. */
export interface PictureParts {
  readonly base: PictureBase;
  readonly overlays: readonly OverlayFeature[];
  readonly ticks?: readonly BorderTick[];
}

/** What the model shows now, ready to draw: its view, and of each visible layer what has arrived and is let through. */
export function pictureOfModel(model: Model, speech: Speech, parts: PictureParts): Picture {
  const letsThrough = model.letsThrough.value;
  const layers = model.visibleLayers.value.flatMap((layer) => {
    const state = model.stateOf(layer);
    if (state.status !== "ready") return [];
    return [{ layer, features: state.features.filter((feature) => letsThrough({ layer, feature })) }];
  });
  const secondLanguage = secondLanguageOf(model.settings.value, speech.language);
  return { view: model.view.value, layers, theme: model.theme.value, secondLanguage, ...speech, ...parts };
}
