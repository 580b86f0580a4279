import { effect, signal } from "@preact/signals";
import type { AtlasFeature } from "../../data/feature";
import { type Frame, frameOf } from "../../picture/frame";
import { PALETTES } from "../../picture/palette";
import { type PaintedLayer, paintPoints } from "../../picture/points-canvas";
import type { FirstPicture } from "../../state/first-picture";
import { formatNumber } from "../../state/language/format";
import type { Page } from "../../state/page";
import { type Camera, type FeatureReference, START_VIEW } from "../../state/view";
import { posterShift } from "./poster-shift";

/** The picture rests when it has not been touched for so long. */
const REST_MILLISECONDS = 300;
/** No hand keeps the map away for longer: one that lets go outside the window is never told of. */
const LONGEST_MILLISECONDS = 5000;
const LOOK_MILLISECONDS = 50;
/** How near a press has to be to the middle of a symbol. */
const PRESS_PX = 16;

/** Whether the picture can show what the page does: points alone, seen from straight above. All else waits for the map. */
export const isPaintable = ({ model }: Page): boolean =>
  model.view.peek().camera.pitch === 0 &&
  model.own.list
    .peek()
    .every(({ features, table }) =>
      table ? table.columns.shapes === null : features.every(({ geometry }) => !geometry || geometry.type === "Point"),
    );

/** The layers of the reader's own that are to be seen; null while a table has not said what there is in view. */
function paintedLayers({ model }: Page): readonly PaintedLayer[] | null {
  const shown = new Set(model.visibleLayers.value.map(({ id }) => id));
  const letsThrough = model.letsThrough.value;
  const layers: PaintedLayer[] = [];
  for (const { layer, features, table } of model.own.list.value) {
    if (!shown.has(layer.id)) continue;
    const view = table ? model.own.inView.value[layer.id] : null;
    if (view === undefined) return null;
    const singles = view ? view.singles : features.filter((feature) => letsThrough({ layer, feature }));
    layers.push({ layer, features: singles, groups: view?.groups ?? [] });
  }
  return layers.length > 0 ? layers : null;
}

/** The feature whose point is nearest to a pixel of `frame`, if one is near enough to be meant. */
function nearest(layers: readonly PaintedLayer[], frame: Frame, x: number, y: number): FeatureReference | null {
  let found: FeatureReference | null = null;
  let least = PRESS_PX;
  const look = (layer: string, { id, geometry }: AtlasFeature) => {
    if (geometry?.type !== "Point") return;
    const [atX, atY] = frame.toPixel(geometry.coordinates);
    const distance = Math.hypot(atX - x, atY - y);
    if (distance > least) return;
    least = distance;
    found = { layer, id };
  };
  for (const { layer, features } of layers) for (const feature of features) look(layer.id, feature);
  return found;
}

/** Watches whether the reader has a hand on `map`. */
function watchHand(map: HTMLElement, signal: AbortSignal): () => boolean {
  let isHeld = false;
  let touchedAt = Number.NEGATIVE_INFINITY;
  const touch = () => {
    touchedAt = performance.now();
  };
  const options = { signal, capture: true, passive: true };
  map.addEventListener(
    "pointerdown",
    () => {
      isHeld = true;
    },
    options,
  );
  for (const type of ["pointerup", "pointercancel"] as const) {
    window.addEventListener(
      type,
      () => {
        if (isHeld) touch();
        isHeld = false;
      },
      options,
    );
  }
  for (const type of ["wheel", "keydown"] as const) map.addEventListener(type, touch, options);
  return () => !isHeld && performance.now() - touchedAt >= REST_MILLISECONDS;
}

/** A canvas over the whole of `map`; its looks are its own, because a style sheet would be one more thing to wait for. */
function canvasOver(map: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "first-picture";
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "group");
  const { style } = canvas;
  Object.assign(style, {
    position: "absolute",
    inset: "0",
    inlineSize: "100%",
    blockSize: "100%",
    outlineOffset: "-4px",
  });
  map.append(canvas);
  return canvas;
}

/** Lets the poster be moved and enlarged: its middle lies under the bar, and what does not fit the window is drawn all the same. */
function loosen(poster: HTMLElement): void {
  poster.style.transformOrigin = "50% calc(50% + var(--bar-height) / 2)";
  const drawing = poster.querySelector("svg");
  if (drawing) drawing.style.overflow = "visible";
}

/**
 * Paints the points that a link brought over the poster in `map`, which moves to where the page looks, and lets the reader
 * move, zoom and press the picture until a map takes over. `painted` resolves with its first frame, when `data-own` of the
 * page's root says `painted`.
 */
export function showFirstPicture(
  page: Page,
  map: HTMLElement,
): { readonly picture: FirstPicture; readonly painted: Promise<void> } {
  const { model } = page;
  const ended = new AbortController();
  const gestures = new AbortController();
  const canvas = canvasOver(map);
  const poster = map.querySelector<HTMLElement>(".poster");
  if (poster) loosen(poster);
  const isAtRest = watchHand(map, ended.signal);
  const live = signal<Camera | null>(null);
  let frame: Frame | null = null;
  let layers: readonly PaintedLayer[] | null = null;
  let stopFollowing = () => {};
  let due = 0;

  const shift = (x: number, y: number) => {
    canvas.style.transform = x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px)`;
    if (!poster || !frame) return;
    const moved = posterShift(START_VIEW.camera, frame.camera);
    const turned = `rotate(${-frame.camera.bearing}deg)`;
    poster.style.transform = `translate(${x}px, ${y}px) ${turned} translate(${moved.x}px, ${moved.y}px) scale(${moved.scale})`;
  };
  const end = () => {
    ended.abort();
    gestures.abort();
    cancelAnimationFrame(due);
    stopFollowing();
  };
  const startGestures = async () => {
    const { listenOnPicture } = await import("../static-map/static-gestures");
    if (gestures.signal.aborted) return;
    const referenceAt = ({ clientX, clientY }: MouseEvent) => {
      const { left, top } = map.getBoundingClientRect();
      return layers && frame ? nearest(layers, frame, clientX - left, clientY - top) : null;
    };
    gestures.signal.addEventListener("abort", listenOnPicture(map, page, { shift, referenceAt }));
  };

  const painted = new Promise<void>((resolve) => {
    let isTold = false;
    const tell = () => {
      document.documentElement.dataset.own = "painted";
      resolve();
      // Without its gestures the picture waits for the map.
      startGestures().catch(() => undefined);
    };
    const paint = () => {
      // The drawn map has taken both away.
      if (!canvas.isConnected && !poster?.isConnected) return end();
      const { clientWidth: width, clientHeight: height } = map;
      frame = frameOf(live.peek() ?? model.view.peek().camera, width, height);
      shift(0, 0);
      const context = canvas.isConnected ? canvas.getContext("2d") : null;
      if (!context || !layers) return;
      const pixelRatio = window.devicePixelRatio;
      const { language, settings, theme } = model;
      if (canvas.width !== Math.round(width * pixelRatio)) canvas.width = Math.round(width * pixelRatio);
      if (canvas.height !== Math.round(height * pixelRatio)) canvas.height = Math.round(height * pixelRatio);
      canvas.setAttribute("aria-label", page.speech.peek()?.translate("map.label") ?? "");
      paintPoints(context, frame, layers, {
        palette: PALETTES[theme.peek()],
        pixelRatio,
        formatCount: (count) => formatNumber(count, language.peek(), 0, settings.peek().digits),
      });
      if (isTold) return;
      isTold = true;
      requestAnimationFrame(() => setTimeout(tell));
    };
    stopFollowing = effect(() => {
      layers = paintedLayers(page);
      void [live.value, model.view.value.camera, model.viewport.value, model.theme.value, page.speech.value];
      cancelAnimationFrame(due);
      due = requestAnimationFrame(paint);
      // The drawn map has gestures of its own.
      if (page.mapState.value === "static") gestures.abort();
    });
    ended.signal.addEventListener("abort", () => resolve());
  });

  const picture: FirstPicture = {
    async rests() {
      const late = performance.now() + LONGEST_MILLISECONDS;
      while (!isAtRest() && !ended.signal.aborted && performance.now() < late)
        await new Promise((done) => setTimeout(done, LOOK_MILLISECONDS));
    },
    yield() {
      gestures.abort();
      // One map to the keyboard and to screen readers: the one that answers.
      if (document.activeElement === canvas) map.querySelector<HTMLElement>("canvas:not(.first-picture)")?.focus();
      canvas.tabIndex = -1;
      canvas.setAttribute("aria-hidden", "true");
      return (camera) => {
        live.value = camera;
      };
    },
    clear() {
      const hadFocus = document.activeElement === canvas;
      canvas.remove();
      if (hadFocus) map.querySelector("canvas")?.focus();
    },
    end,
  };
  return { picture, painted };
}
