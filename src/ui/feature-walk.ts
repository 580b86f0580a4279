import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { featureKey } from "../state/feature-key";
import { directionOf, textIn } from "../state/language/translate";
import type { Page } from "../state/page";
import { inReadingOrder, type Placed, step } from "../state/reading-order";
import type { FeatureReference } from "../state/view";
import { type Atlas, voiceOf } from "./context";
import { describeFeature } from "./feature-line";
import { isInClear, pixelOf } from "./pixel";

const pointOf = ({ geometry }: AtlasFeature): readonly [number, number] | null =>
  geometry?.type === "Point" ? [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0] : null;

/** The points of the visible layers that no panel covers. */
function placedFeatures(page: Page): Placed[] {
  const { model } = page;
  const viewport = model.viewport.peek();
  const visible = new Set<Layer>(model.visibleLayers.peek());
  const letsThrough = model.letsThrough.peek();
  const placed: Placed[] = [];
  for (const { layer, feature } of model.features.peek().values()) {
    const point = pointOf(feature);
    if (!point || !visible.has(layer) || !letsThrough({ layer, feature })) continue;
    const { x, y } = pixelOf(page, point);
    if (isInClear(viewport, { x, y })) placed.push({ reference: { layer: layer.id, id: feature.id }, x, y });
  }
  return placed;
}

/** How far a key goes in the reading order, or to which end of it; undefined for keys that do not walk. */
function stepOf({ key, shiftKey }: KeyboardEvent, direction: "ltr" | "rtl"): 1 | -1 | "first" | "last" | undefined {
  const forward = direction === "ltr" ? "ArrowRight" : "ArrowLeft";
  const back = direction === "ltr" ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case forward:
    case "ArrowDown":
      return 1;
    case back:
    case "ArrowUp":
      return -1;
    case "Home":
      return "first";
    case "End":
      return "last";
    case "n":
    case "N":
      return shiftKey ? -1 : 1;
    default:
      return undefined;
  }
}

/**
 * The feature mode of the map: F or N begins it, arrow keys go from place to place in reading order, Enter opens the card,
 * Esc leaves. The keys are taken before the map sees them. Answers how to stop.
 */
export function keepFeatureWalk({ page, shell }: Atlas): () => void {
  const map = document.getElementById("map");
  if (!map) return () => {};
  const { model } = page;
  let isWalking = false;
  let last: FeatureReference | null = null;

  const show = (reference: FeatureReference | null) => {
    shell.walked.value = reference;
    model.pointed.value = reference;
  };
  const say = (placed: readonly Placed[], { reference }: Placed, isFirst: boolean) => {
    const known = model.features.peek().get(featureKey(reference));
    const voice = voiceOf(page);
    if (!known || !voice) return;
    const text = voice.translate("walk.at", {
      name: textIn(known.feature.properties.title, voice.language),
      line: describeFeature(known.layer, known.feature, voice),
      number: voice.number(placed.findIndex((other) => other.reference === reference) + 1),
      count: voice.number(placed.length),
    });
    shell.announce(isFirst ? `${voice.translate("walk.begin")} ${text}` : text);
  };
  const go = (by: 1 | -1 | "first" | "last") => {
    const language = page.speech.peek()?.language ?? "en";
    const order = inReadingOrder(placedFeatures(page), directionOf(language));
    const next = by === "first" ? (order[0] ?? null) : by === "last" ? (order.at(-1) ?? null) : step(order, last, by);
    const isFirst = !isWalking;
    if (!next) {
      shell.announce(voiceOf(page)?.translate("walk.none") ?? "");
      return;
    }
    isWalking = true;
    last = next.reference;
    show(last);
    say(order, next, isFirst);
  };
  const leave = () => {
    isWalking = false;
    show(null);
    shell.announce(voiceOf(page)?.translate("walk.end") ?? "");
  };
  /** Answers whether the key was meant for the walk. */
  const take = (event: KeyboardEvent): boolean => {
    const isBeginning = shell.hasShortcuts.peek() && ["f", "n"].includes(event.key.toLowerCase());
    if (!isWalking && !isBeginning) return false;
    if (isWalking && (event.key === "Escape" || event.key.toLowerCase() === "f")) leave();
    else if (isWalking && (event.key === "Enter" || event.key === " ")) model.select(last);
    else {
      const by = event.key.toLowerCase() === "f" ? 1 : stepOf(event, document.body.dir === "rtl" ? "rtl" : "ltr");
      if (by === undefined) return false;
      go(by);
    }
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || page.tool.peek() || !take(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusIn = () => {
    if (isWalking) show(last);
  };
  const onFocusOut = () => {
    if (isWalking) show(null);
  };
  map.addEventListener("keydown", onKeyDown, { capture: true });
  map.addEventListener("focusin", onFocusIn);
  map.addEventListener("focusout", onFocusOut);
  return () => {
    map.removeEventListener("keydown", onKeyDown, { capture: true });
    map.removeEventListener("focusin", onFocusIn);
    map.removeEventListener("focusout", onFocusOut);
  };
}
