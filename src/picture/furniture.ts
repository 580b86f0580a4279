import type { Layer } from "../data/manifest";
import { creditsFor } from "../state/attribution";
import { formatNumber } from "../state/language/format";
import { directionOf } from "../state/language/translate";
import { scaleBarFor } from "../state/scale";
import { unpack } from "./base";
import { PICTURE_TITLE_FONTS } from "./fonts";
import { type Frame, frameOf } from "./frame";
import { legendEntries } from "./legend";
import { PALETTES } from "./palette";
import { areaPath, POSTER_DETAIL } from "./path";
import type { Picture } from "./scene";
import { type Side, textElement, wrap } from "./text";
import { element } from "./xml";

/** What stands around a map. Everything is optional; the boundary note belongs to every picture that leaves the page. */
export interface Furniture {
  readonly title?: string;
  readonly hasLegend?: boolean;
  readonly hasScaleBar?: boolean;
  /** `turned` draws the arrow only when north is not up. */
  readonly northArrow?: "always" | "turned";
  readonly hasLocator?: boolean;
  readonly hasCredits?: boolean;
  readonly hasBoundaryNote?: boolean;
  /** The day the picture speaks of, ready to read, and the version of the data. */
  readonly date?: { readonly text: string; readonly dataVersion: string };
}

const MARGIN = 16;
const TITLE_SIZE = 22;
const NOTE_SIZE = 10.5;
const LEGEND_COLUMN = 160;
/** A narrower map has no room for a locator. */
const LOCATOR_FROM_WIDTH = 420;
const LEGEND_ROW = 23;

/** Where the parts of a page of `width` × `height` px stand. */
export interface Layout {
  readonly map: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly above: string;
  readonly below: string;
}

/** What stands above and below the map, and what room is left for it. */
export function layOut(picture: Picture, furniture: Furniture, width: number, height: number): Layout {
  const isRtl = directionOf(picture.language) === "rtl";
  const palette = PALETTES[picture.theme];
  const startX = isRtl ? width - MARGIN : MARGIN;
  const side: Side = isRtl ? "left" : "right";
  const inner = width - 2 * MARGIN;

  const titleLines = furniture.title ? wrap(furniture.title, inner, TITLE_SIZE) : [];
  const above = titleLines.map((line, index) =>
    textElement(line, startX, MARGIN + TITLE_SIZE * (1 + index * 1.3), side, {
      "font-size": TITLE_SIZE,
      "font-weight": 600,
      "font-family": PICTURE_TITLE_FONTS[picture.language],
      fill: palette.ink,
    }),
  );
  const top = titleLines.length > 0 ? MARGIN + TITLE_SIZE * 1.3 * titleLines.length + 8 : MARGIN;

  const notes = notesOf(picture, furniture).flatMap((note) => wrap(note, inner, NOTE_SIZE));
  const legend = furniture.hasLegend ? legendEntries(picture) : [];
  const columns = Math.max(1, Math.floor(inner / LEGEND_COLUMN));
  const rows = Math.ceil(legend.length / columns);
  const noteHeight = notes.length * NOTE_SIZE * 1.45;
  const bottom = MARGIN + noteHeight + (rows > 0 ? rows * LEGEND_ROW + 10 : 0) + (notes.length > 0 ? 8 : 0);
  const mapHeight = Math.max(120, height - top - bottom);

  const legendTop = top + mapHeight + 14;
  const legendParts = legend.map(({ markup, text }, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const across = (inner / columns) * column + 12;
    const x = isRtl ? width - MARGIN - across : MARGIN + across;
    const y = legendTop + row * LEGEND_ROW + 8;
    const name = textElement(text, x + (isRtl ? -20 : 20), y + 4.5, side, { "font-size": 13, fill: palette.ink });
    return element("g", { transform: `translate(${x - 10} ${y - 10})` }, markup) + name;
  });
  const noteTop = legendTop + (rows > 0 ? rows * LEGEND_ROW + 8 : 0);
  const noteParts = notes.map((line, index) =>
    textElement(line, startX, noteTop + index * NOTE_SIZE * 1.45 + NOTE_SIZE, side, {
      "font-size": NOTE_SIZE,
      fill: palette.muted,
    }),
  );
  const below = [
    legendParts.length > 0 ? element("g", { id: "legend" }, ...legendParts) : "",
    noteParts.length > 0 ? element("g", { id: "notes" }, ...noteParts) : "",
  ];
  return {
    map: { x: MARGIN, y: top, width: inner, height: mapHeight },
    above: above.length > 0 ? element("g", { id: "title" }, ...above) : "",
    below: below.join(""),
  };
}

/** Keeps a name or figure of another script in its own order inside a line of text. */
const isolated = (text: string) => `\u2068${text}\u2069`;

function notesOf({ layers, translate }: Picture, furniture: Furniture): string[] {
  const credits = creditsFor(
    layers.map(({ layer }): Layer => layer),
    "bundled",
  ).map(({ text }) => isolated(text));
  return [
    ...(furniture.date
      ? [
          translate("picture.date", {
            date: isolated(furniture.date.text),
            version: isolated(furniture.date.dataVersion),
          }),
        ]
      : []),
    ...(furniture.hasCredits
      ? [translate("picture.sources", { credits: credits.join(" · ") }), translate("note.projection")]
      : []),
    ...(furniture.hasBoundaryNote ? [`${translate("note.boundaries")} ${translate("note.lines")}`] : []),
  ];
}

/** What lies upon the map itself: scale bar, arrow to the north, and where in the world it is. */
export function drawOnMap(picture: Picture, furniture: Furniture, frame: Frame): string {
  const isTurned = Math.abs(frame.camera.bearing) > 0.05;
  const arrow = furniture.northArrow;
  return [
    furniture.hasScaleBar ? drawScaleBar(picture, frame) : "",
    arrow === "always" || (arrow === "turned" && isTurned) ? drawNorthArrow(picture, frame) : "",
    furniture.hasLocator && frame.width >= LOCATOR_FROM_WIDTH ? drawLocator(picture, frame) : "",
  ].join("");
}

/** Kilometres above the line and miles below it, both true at the latitude of the map's middle. */
function drawScaleBar({ language, theme, translate }: Picture, { height, camera }: Frame): string {
  const palette = PALETTES[theme];
  const bars = (["km", "mi"] as const).map((unit) => scaleBarFor(camera.lat, camera.zoom, unit));
  const [x, y] = [14, height - 26];
  const parts = bars.map(({ value, unit, widthPx }, index) => {
    const end = index === 0 ? -7 : 7;
    const text = translate(`unit.${unit}`, { value: formatNumber(value, language, value < 1 ? 2 : 0) });
    return (
      element("path", {
        d: `M${x} ${y + end}V${y}H${(x + widthPx).toFixed(1)}V${y + end}`,
        fill: "none",
        stroke: palette.ink,
        "stroke-width": 1.5,
        "data-scale": unit,
      }) + textElement(text, x + 5, y + (index === 0 ? -4 : 13), "right", { "font-size": 11, fill: palette.ink })
    );
  });
  const ground = element("rect", {
    x: x - 8,
    y: y - 19,
    width: Math.max(...bars.map(({ widthPx }) => widthPx)) + 16,
    height: 38,
    rx: 4,
    fill: palette.surface,
    "fill-opacity": 0.85,
  });
  return element("g", { id: "scale-bar" }, ground, ...parts);
}

function drawNorthArrow({ theme, translate }: Picture, { width, camera }: Frame): string {
  const palette = PALETTES[theme];
  return element(
    "g",
    { id: "north-arrow", transform: `translate(${(width - 30).toFixed(1)} 30)` },
    element("circle", { r: 19, fill: palette.surface, "fill-opacity": 0.9 }),
    element(
      "g",
      { transform: `rotate(${(-camera.bearing).toFixed(1)})` },
      element("path", { d: "M0-16 5 0-5 0z", fill: palette.danger }),
      element("path", { d: "M0 16 5 0-5 0z", fill: palette.muted }),
    ),
    textElement(translate("picture.north"), 0, 33, "middle", {
      "font-size": 12,
      "font-weight": 600,
      fill: palette.ink,
      stroke: palette.halo,
      "stroke-width": 3,
      "paint-order": "stroke",
    }),
  );
}

const LOCATOR = { width: 112, height: 84, camera: { zoom: 0.75, lat: 31, lng: 62, bearing: 0, pitch: 0 } };

/** A small map of western and southern Asia with the outline of the large one on it. */
function drawLocator({ base, theme }: Picture, frame: Frame): string {
  const palette = PALETTES[theme];
  const { width, height } = LOCATOR;
  const inset = frameOf(LOCATOR.camera, width, height);
  const corners = [
    [0, 0],
    [frame.width, 0],
    [frame.width, frame.height],
    [0, frame.height],
  ] as const;
  const outline = corners.map((corner) => inset.toPixel(frame.toPosition(corner)));
  const land = areaPath(unpack(base.land, base.stepsPerDegree), inset, POSTER_DETAIL);
  return element(
    "svg",
    { id: "locator", x: 10, y: 10, width, height, viewBox: `0 0 ${width} ${height}` },
    element("rect", { width, height, fill: palette.sea }),
    element("path", { d: land, fill: palette.land, stroke: palette.admin, "stroke-width": 0.4 }),
    element("path", {
      d: `M${outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}z`,
      fill: palette.accent,
      "fill-opacity": 0.15,
      stroke: palette.accent,
      "stroke-width": 2,
    }),
    element("rect", { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: "none", stroke: palette.admin }),
  );
}
