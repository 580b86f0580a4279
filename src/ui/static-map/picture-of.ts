import type { PictureBase } from "../../picture/base";
import { mapPicture } from "../../picture/map-picture";
import type { Model } from "../../state/model";
import type { Speech } from "../../state/page";

/**
 * How to draw what the model shows now, as an SVG element whose features are buttons; null before there are words for it.
 * Whatever the picture depends on is read at once, so that an effect follows it; the drawing itself can wait.
 */
export function pictureOf(model: Model, speech: Speech | null, base: PictureBase): (() => Element) | null {
  const { width, height } = model.viewport.value;
  const view = model.view.value;
  const theme = model.theme.value;
  const layers = model.visibleLayers.value.flatMap((layer) => {
    const state = model.stateOf(layer);
    return state.status === "ready" ? [{ layer, features: state.features }] : [];
  });
  if (!speech) return null;
  return () => {
    const svg = mapPicture(
      { view, layers, base, theme, ...speech },
      { width: Math.round(width), height: Math.round(height), alt: speech.translate("map.label"), isInteractive: true },
    );
    return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  };
}
