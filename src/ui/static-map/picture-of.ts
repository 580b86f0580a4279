import type { PictureBase } from "../../picture/base";
import { mapPicture } from "../../picture/map-picture";
import { pictureOfModel } from "../../picture/model-picture";
import type { Page } from "../../state/page";

/**
 * How to draw what the page shows now, as an SVG element whose features are buttons; null before there are words for it.
 * Whatever the picture depends on is read at once, so that an effect follows it; the drawing itself can wait.
 */
export function pictureOf(page: Page, base: PictureBase): (() => Element) | null {
  const { model } = page;
  const { width, height } = model.viewport.value;
  const overlays = page.overlays.value;
  const speech = page.speech.value;
  if (!speech) return null;
  const picture = pictureOfModel(model, speech, { base, overlays });
  return () => {
    const svg = mapPicture(picture, {
      width: Math.round(width),
      height: Math.round(height),
      alt: speech.translate("map.label"),
      isInteractive: true,
      prefix: "drawn-",
    });
    return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  };
}
