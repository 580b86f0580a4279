import type { AtlasFeature } from "../data/feature";
import { createSieve } from "../state/filter";
import { fitCamera } from "../state/seen";
import type { Camera } from "../state/view";
import { joinCountries } from "./countries";
import { type Frame, frameOf } from "./frame";
import { drawOnMap, type Furniture } from "./furniture";
import { isJoined } from "./joined";
import { drawMapInSteps, isLayerDrawn } from "./map-drawing";
import { layOut, MARGIN, type PageSize, type Room } from "./page-layout";
import { PALETTES } from "./palette";
import { type Detail, FULL_DETAIL, POSTER_DETAIL } from "./path";
import { PICTURE_FONTS } from "./picture-fonts";
import type { Picture } from "./scene";
import { isDoubtShown, isShown } from "./sight";
import { finish } from "./steps";
import { element, escapeXml } from "./xml";

export type { Furniture } from "./furniture";
export type { BorderTick, Picture, PictureLayer } from "./scene";

/** A map as it was on a screen, north where `camera` has it. */
export interface MapPhoto {
  /** A data address: pictures load nothing. */
  readonly href: string;
  readonly camera: Camera;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
}

/** How large a picture is and what it is for. */
export interface PictureOptions {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** What a reader without sight is told the picture is. */
  readonly alt: string;
  /** Without furniture the map fills the picture. */
  readonly furniture?: Furniture;
  /** Features become buttons with names and areas large enough to meet; default false. */
  readonly isInteractive?: boolean;
  readonly detail?: Detail;
  /** Put before every id, so that two pictures can stand on one page. */
  readonly prefix?: string;
  readonly labelLimit?: number;
  /** The CSS px that the view's camera filled: all of it is shown, whatever room the map has. Else zooms are kept. */
  readonly seen?: PageSize;
  /** How large the document says it is in px, all it shows growing with it; default `width` and `height`. */
  readonly output?: PageSize;
  /** Markup that stands in the place of the drawn ground. */
  readonly ground?: string;
  /** Stands in the place of the drawn map. */
  readonly photo?: MapPhoto;
  /** Without a ground the page around the map lets through what lies behind it. */
  readonly isTransparent?: boolean;
}

/** The frame of a picture without furniture: where each position falls in it. */
export const pictureFrame = ({ view }: Picture, { width, height }: PictureOptions): Frame =>
  frameOf(view.camera, width, height);

/** A page whose legend explains what its map shows and nothing else. */
function layOutShown(picture: Picture, furniture: Furniture, size: PageSize, frameIn: (room: Room) => Frame) {
  const frame = frameIn(layOut(picture, furniture, size).map);
  // With a shorter legend the map grows and shows no more than before: what is in sight now explains all of it.
  const layers = picture.layers
    .filter(({ layer }) => isLayerDrawn(layer, picture.view.camera.zoom))
    .map(({ layer, features }) => ({ layer, features: features.filter((feature) => isShown(feature, frame)) }));
  return layOut(picture, furniture, size, { layers, isDoubtful: (feature) => isDoubtShown(feature, frame) });
}

/**
 * The picture with only the features that the period and the filters of its view let through, countries with their outlines;
 * filters that need the engine are up to whoever chose the features.
 */
function filtered(picture: Picture): Picture {
  const letsThrough = createSieve(picture.view, "failed");
  const joined = (feature: AtlasFeature) => isJoined(feature, picture.view.filters.org);
  return {
    ...picture,
    layers: picture.layers.map(({ layer, features }) => {
      const shown = features.filter((feature) => letsThrough({ layer, feature }));
      const hasOutlines = layer.record === "membership" && picture.countries;
      return { layer, features: hasOutlines ? joinCountries(shown.filter(joined), picture.countries) : shown };
    }),
  };
}

/**
 * A view as an SVG document: a pure function, the same text for the same input, with live text, named groups and
 * presentation attributes only, so that it can stand in a page of strict policy, in a file, or on paper. Each feature is a
 * group with `data-key="layer/id"`. Throws RangeError when a position is not a finite number.
 */
export const mapPicture = (whole: Picture, options: PictureOptions): string =>
  finish(mapPictureInSteps(whole, options));

/** Lines that are drawn `growth` times as large keep as much of their shape as the eye sees then. */
const enlarged = (detail: Detail, growth: number): Detail =>
  growth <= 1
    ? detail
    : {
        tolerancePx: detail.tolerancePx / growth,
        ringTolerancePx: (detail.ringTolerancePx ?? detail.tolerancePx) / growth,
        decimals: detail.decimals + (growth > 2 ? 1 : 0),
      };

/** The document of `mapPicture`, with pauses for whoever has a page to keep moving. */
export function* mapPictureInSteps(whole: Picture, options: PictureOptions): Generator<void, string> {
  const { width, height, alt, furniture, seen, isInteractive = false, prefix = "" } = options;
  const { labelLimit = Number.POSITIVE_INFINITY, output = { width, height } } = options;
  const { detail = enlarged(FULL_DETAIL, output.width / width) } = options;
  const picture = filtered(whole);
  const { camera } = picture.view;
  const palette = PALETTES[picture.theme];
  const frameIn = (room: Room) => frameOf(seen ? fitCamera(camera, seen, room) : camera, room.width, room.height);
  const layout = furniture && layOutShown(picture, furniture, options, frameIn);
  const room = layout?.map ?? { x: 0, y: 0, width, height };
  const frame = frameIn(room);
  const onMap = furniture && drawOnMap(picture, furniture, frame);
  const reserved = onMap?.boxes ?? [];
  yield;
  const drawing = { frame, detail, isInteractive, prefix, labelLimit, ground: options.ground, reserved };
  const { photo } = options;
  const { definitions, map } = photo
    ? { definitions: "", map: photoElement(photo, frame) }
    : yield* drawMapInSteps(picture, drawing);
  const clip = `${prefix}frame`;
  const inside = element(
    "g",
    layout ? { transform: `translate(${room.x} ${room.y.toFixed(1)})` } : {},
    element("g", { id: `${prefix}map`, "clip-path": `url(#${clip})` }, map),
    onMap?.markup ?? "",
    layout
      ? element("rect", {
          width: room.width,
          height: room.height,
          fill: "none",
          stroke: palette.admin,
          "stroke-width": 0.8,
        })
      : "",
  );
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...output,
      viewBox: `0 0 ${width} ${height}`,
      role: isInteractive ? "group" : "img",
      "aria-label": alt,
      "xml:lang": picture.language,
      "font-family": PICTURE_FONTS[picture.language],
    },
    isInteractive ? "" : element("title", {}, escapeXml(alt)),
    element(
      "defs",
      {},
      element("clipPath", { id: clip }, element("rect", { width: room.width, height: room.height })),
      definitions,
    ),
    layout && !options.isTransparent ? element("rect", { id: "page", width, height, fill: palette.surface }) : "",
    layout?.above ?? "",
    inside,
    layout?.below ?? "",
  );
}

/** `photo` where its ground lies in `frame`. */
function photoElement({ href, camera, width, height }: MapPhoto, frame: Frame): string {
  const scale = 2 ** (frame.camera.zoom - camera.zoom);
  const [x, y] = frame.toPixel([camera.lng, camera.lat]);
  const size = { width: width * scale, height: height * scale };
  return element("image", { href, x: x - size.width / 2, y: y - size.height / 2, ...size });
}

/** The size in px of a page whose map is so wide and has the shape of what was seen, whatever stands around it. */
export function pageAround(whole: Picture, furniture: Furniture, seen: PageSize, mapWidth: number): PageSize {
  const picture = filtered(whole);
  const width = mapWidth + 2 * MARGIN;
  // So high that the furniture never crowds the map: what is left over is then taken away.
  const tall = { width, height: 4 * width };
  const frameIn = ({ width: across }: Room) => {
    const room = { width: across, height: (across * seen.height) / seen.width };
    return frameOf(fitCamera(picture.view.camera, seen, room), room.width, room.height);
  };
  const { map } = layOutShown(picture, furniture, tall, frameIn);
  return { width, height: Math.round(tall.height - map.height + (map.width * seen.height) / seen.width) };
}

const POSTER_LABELS = 18;

/** The same view in as few bytes as the eye allows: what stands on a page before its map does. */
export const posterPicture = (
  picture: Picture,
  options: Omit<PictureOptions, "furniture" | "isInteractive" | "detail">,
): string => mapPicture(picture, { labelLimit: POSTER_LABELS, prefix: "poster-", ...options, detail: POSTER_DETAIL });
