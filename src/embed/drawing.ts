import { frameOf } from "../picture/frame";
import { drawMap } from "../picture/map-drawing";
import { FULL_DETAIL } from "../picture/path";
import { PICTURE_FONTS } from "../picture/picture-fonts";
import { drawScaleBar } from "../picture/scale-bar";
import type { Picture } from "../picture/scene";
import { element } from "../picture/xml";
import type { Camera } from "../state/view";
import { makeSvg } from "./dom";
import { type LightSession, visibleLayers } from "./light-session";

/** The size in CSS px of the frame that a link's camera is meant for; smaller frames show the same ground, smaller. */
const MEANT_FOR = { width: 960, height: 600 };

/** The full map's container is called `map`; for a moment both are on the page, so ids here begin with this. */
const PREFIX = "light-";

/** The camera that shows in a frame of `width` × `height` px what `camera` shows in one of 960 × 600 px. */
export function fittedCamera(camera: Camera, width: number, height: number): Camera {
  const scale = Math.min(1, width / MEANT_FOR.width, height / MEANT_FOR.height);
  return { ...camera, zoom: Math.max(0, camera.zoom + Math.log2(Math.max(0.05, scale))) };
}

/** What the session shows now, ready to draw. */
export const pictureOf = (session: LightSession, theme: "light" | "dark"): Picture => ({
  view: session.view,
  layers: visibleLayers(session),
  base: session.base,
  ticks: session.ticks,
  language: session.data.language,
  theme,
  translate: session.translate,
});

/**
 * The map of `picture` as an SVG element whose features are buttons, with its scale bar. What stands around a map on paper
 * is left out, and its code with it.
 */
function liveMap(picture: Picture, width: number, height: number): Element {
  const frame = frameOf(picture.view.camera, width, height);
  const scaleBar = drawScaleBar(picture, frame);
  const { definitions, map } = drawMap(picture, {
    frame,
    detail: FULL_DETAIL,
    isInteractive: true,
    prefix: PREFIX,
    labelLimit: Number.POSITIVE_INFINITY,
    reserved: [scaleBar.box],
  });
  return makeSvg(
    element(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: "group",
        "aria-label": picture.translate("map.label"),
        "font-family": PICTURE_FONTS[picture.language],
      },
      element("defs", {}, definitions),
      map,
      scaleBar.markup,
    ),
  );
}

/** The features of the picture in `map`, topmost layers first. */
export const featuresOn = (map: HTMLElement): readonly SVGElement[] =>
  [...map.querySelectorAll<SVGElement>("[data-key]")].reverse();

/** Makes `feature` the one that the Tab key comes to, and all others wait for the arrow keys. */
export function makeTabStop(map: HTMLElement, feature: SVGElement | undefined): void {
  for (const other of map.querySelectorAll('[data-key][tabindex="0"]')) other.setAttribute("tabindex", "-1");
  feature?.setAttribute("tabindex", "0");
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) =>
  [Math.round(clientWidth), Math.round(clientHeight)] as const;

/** Whether the picture in `map` has its size. */
export function isDrawnAsLarge(map: HTMLElement): boolean {
  const [width, height] = sizeOf(map);
  const picture = map.querySelector("svg");
  return picture?.getAttribute("width") === String(width) && picture.getAttribute("height") === String(height);
}

/**
 * Puts the picture of `session` where the last one was, at the size of `map`, or of the `box` that it is to fill; what had
 * the focus keeps it.
 */
export function drawInto(map: HTMLElement, session: LightSession, theme: "light" | "dark", box = map): void {
  const [width, height] = sizeOf(box);
  if (width < 1 || height < 1) return;
  const key = map.contains(document.activeElement) && document.activeElement?.getAttribute("data-key");
  map.replaceChildren(liveMap(pictureOf(session, theme), width, height));
  const focused = key ? map.querySelector<SVGElement>(`[data-key="${CSS.escape(key)}"]`) : null;
  makeTabStop(map, focused ?? featuresOn(map)[0]);
  if (key) (focused ?? map).focus();
}

/** A position nearer than this to an edge, in px, is not well seen. */
const EDGE_PX = 20;

/** The part of a map that a card leaves free, in px from its upper left corner. */
export interface FreePart {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** The camera by which `map` shows a position in its free part: `camera` if it does, else one that has it in the middle. */
export function cameraShowing(
  map: HTMLElement,
  camera: Camera,
  [lng, lat]: readonly [number, number],
  { left, right, bottom }: FreePart,
): Camera {
  const { clientWidth: width, clientHeight: height } = map;
  const [x, y] = frameOf(camera, width, height).toPixel([lng, lat]);
  const isShown = x >= left + EDGE_PX && x <= right - EDGE_PX && y >= EDGE_PX && y <= bottom - EDGE_PX;
  if (isShown) return camera;
  const around = frameOf({ ...camera, lng, lat }, width, height);
  const [middleLng, middleLat] = around.toPosition([width - (left + right) / 2, height - bottom / 2]);
  return { ...camera, lng: middleLng, lat: middleLat };
}
