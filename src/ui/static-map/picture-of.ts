import type { PictureBase } from "../../picture/base";
import { mapPictureInSteps } from "../../picture/map-picture";
import { pictureOfModel } from "../../picture/model-picture";
import type { Page } from "../../state/page";
import type { LateCountries } from "../late-countries";

/** What the picture is drawn from beside the page: its ground, and outlines of countries. */
export interface PictureGround {
  readonly base: PictureBase;
  readonly countries: LateCountries;
}

/** The outlines of countries where a layer of them is shown. */
const countriesFor = ({ visibleLayers }: Page["model"], countries: LateCountries) =>
  visibleLayers.value.some(({ record }) => record === "membership") ? countries.read() : null;

/** Reads whatever the picture depends on, so that an effect follows it: cheaply, for the picture itself can wait. */
export function followPicture({ model, overlays, speech }: Page, { countries }: PictureGround): void {
  for (const layer of model.visibleLayers.value) model.stateOf(layer);
  void [model.view.value, model.viewport.value, model.letsThrough.value, model.own.inView.value];
  void [model.theme.value, model.settings.value, overlays.value, speech.value, countriesFor(model, countries)];
}

/**
 * Draws what the page shows now, as an SVG element whose features are buttons, with pauses in between; null before there
 * are words for it.
 */
export function* drawPicture(
  { model, overlays, speech }: Page,
  { base, countries }: PictureGround,
): Generator<void, Element | null> {
  const words = speech.peek();
  if (!words) return null;
  const { width, height } = model.viewport.peek();
  const picture = pictureOfModel(model, words, {
    base,
    countries: countriesFor(model, countries),
    overlays: overlays.peek(),
  });
  yield;
  const svg = yield* mapPictureInSteps(picture, {
    width: Math.round(width),
    height: Math.round(height),
    alt: words.translate("map.label"),
    isInteractive: true,
    prefix: "drawn-",
  });
  yield;
  const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
  yield;
  return document.importNode(documentElement, true);
}
