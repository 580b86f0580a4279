import { PICTURE_FONTS } from "./fonts";
import { type Frame, frameOf } from "./frame";
import { drawOnMap, type Furniture, layOut } from "./furniture";
import { drawMap } from "./map-drawing";
import { PALETTES } from "./palette";
import { type Detail, FULL_DETAIL, POSTER_DETAIL } from "./path";
import type { Picture } from "./scene";
import { element, escapeXml } from "./xml";

export type { Furniture } from "./furniture";
export type { BorderTick, Picture, PictureLayer } from "./scene";

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
}

/** The frame of a picture without furniture: where each position falls in it. */
export const pictureFrame = ({ view }: Picture, { width, height }: PictureOptions): Frame =>
  frameOf(view.camera, width, height);

/**
 * A view as an SVG document: a pure function, the same text for the same input, with live text, named groups and
 * presentation attributes only, so that it can stand in a page of strict policy, in a file, or on paper. Each feature is a
 * group with `data-key="layer/id"`. Throws RangeError when a position is not a finite number.
 */
export function mapPicture(picture: Picture, options: PictureOptions): string {
  const { width, height, alt, furniture, isInteractive = false, detail = FULL_DETAIL, prefix = "" } = options;
  const { labelLimit = Number.POSITIVE_INFINITY } = options;
  const palette = PALETTES[picture.theme];
  const layout = furniture && layOut(picture, furniture, width, height);
  const room = layout?.map ?? { x: 0, y: 0, width, height };
  const frame = frameOf(picture.view.camera, room.width, room.height);
  const { definitions, map } = drawMap(picture, { frame, detail, isInteractive, prefix, labelLimit });
  const clip = `${prefix}frame`;
  const inside = element(
    "g",
    layout ? { transform: `translate(${room.x} ${room.y.toFixed(1)})` } : {},
    element("g", { id: `${prefix}map`, "clip-path": `url(#${clip})` }, map),
    furniture ? drawOnMap(picture, furniture, frame) : "",
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
      width,
      height,
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
    layout ? element("rect", { width, height, fill: palette.surface }) : "",
    layout?.above ?? "",
    inside,
    layout?.below ?? "",
  );
}

const POSTER_LABELS = 18;

/** The same view in as few bytes as the eye allows: what stands on a page before its map does. */
export const posterPicture = (
  picture: Picture,
  options: Omit<PictureOptions, "furniture" | "isInteractive" | "detail">,
): string => mapPicture(picture, { labelLimit: POSTER_LABELS, prefix: "poster-", ...options, detail: POSTER_DETAIL });
