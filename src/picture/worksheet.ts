import type { Position } from "geojson";
import type { SymbolName } from "../data/manifest";
import type { Language } from "../data/text";
import { formatNumber } from "../state/language/format";
import type { Translate } from "../state/language/translate";
import { metersPerPx, scaleBarFor } from "../state/scale";
import type { Camera } from "../state/view";
import { type PictureBase, unpack } from "./base";
import { PICTURE_FONTS, PICTURE_TITLE_FONTS } from "./fonts";
import { type Frame, frameOf } from "./frame";
import { PALETTES, type Palette } from "./palette";
import { areaPath, FULL_DETAIL, linePath } from "./path";
import { type SymbolVariant, symbolMarkup } from "./symbols";
import { textElement, textWidth, wrap } from "./text";
import { element } from "./xml";

/** Paper by its size in millimetres, upright. */
export const PAPERS = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } } as const;
export type Paper = keyof typeof PAPERS;

/** What is on the map: nothing but lines, numbered symbols, named symbols, or numbers with what they stand for. */
export const WORKSHEET_KINDS = ["blank", "outline", "labelled", "answers"] as const;
export type WorksheetKind = (typeof WORKSHEET_KINDS)[number];

export interface WorksheetPlace {
  readonly name: string;
  readonly position: readonly [lng: number, lat: number];
  readonly symbol: SymbolName;
  readonly variant: SymbolVariant;
  /** What the symbol stands for, for the key. */
  readonly kind: string;
}

export interface Worksheet {
  readonly kind: WorksheetKind;
  readonly paper: Paper;
  readonly camera: Camera;
  readonly base: PictureBase;
  readonly border: readonly (readonly Position[])[];
  readonly places: readonly WorksheetPlace[];
  readonly title: string;
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  readonly credits: string;
  readonly language: Language;
  readonly translate: Translate;
}

/** CSS px per millimetre: paper is drawn in px and sized in mm. */
export const PX_PER_MM = 96 / 25.4;
const MARGIN_MM = 12;
const HEAD_MM = 16;
const MAP_SHARE = 0.5;
const BAR_MAXIMUM_MM = 60;

/** The size of the map on paper, in px; the camera of a worksheet is fitted to it. */
export function mapSize(paper: Paper): { readonly width: number; readonly height: number } {
  const { width, height } = PAPERS[paper];
  return { width: (width - 2 * MARGIN_MM) * PX_PER_MM, height: height * MAP_SHARE * PX_PER_MM };
}

/** The scale bar in the middle of the map: what it stands for, and how long it is on paper. */
export function paperScale(camera: Camera) {
  const bar = scaleBarFor(camera.lat, camera.zoom, "km", BAR_MAXIMUM_MM * PX_PER_MM);
  const metersPerMm = metersPerPx(camera.lat, camera.zoom) * PX_PER_MM;
  const power = 10 ** (Math.floor(Math.log10(metersPerMm * 1000)) - 1);
  return {
    value: bar.value,
    unit: bar.unit,
    lengthMm: bar.widthPx / PX_PER_MM,
    /** One to how many, to two digits. */
    fraction: Math.round((metersPerMm * 1000) / power) * power,
  };
}

interface Page {
  readonly sheet: Worksheet;
  readonly frame: Frame;
  readonly width: number;
  readonly isRightToLeft: boolean;
  readonly font: string;
}

const INK = "#000";
const LAND = "#fff";
const SEA = "#e4e4e4";
/** Black on white: every symbol told by its shape. */
const GREY_PALETTE: Palette = {
  ...PALETTES.light,
  halo: LAND,
  borderLine: INK,
  crossing: INK,
  market: INK,
  port: INK,
  agreement: INK,
  water: INK,
  terrain: INK,
  town: INK,
  admin: INK,
};

const shown = ({ sheet, frame }: Page) =>
  sheet.places.filter(({ position }) => frame.holds(frame.toPixel([...position])));

function drawMap(page: Page): string {
  const { sheet, frame, font } = page;
  const { base } = sheet;
  const land = areaPath(unpack(base.land, base.stepsPerDegree), frame, FULL_DETAIL);
  const boundaries = linePath(unpack(base.boundaries, base.stepsPerDegree), frame, FULL_DETAIL);
  const border = linePath(sheet.border, frame, FULL_DETAIL);
  const marks =
    sheet.kind === "blank"
      ? ""
      : shown(page)
          .map((place, index) => drawPlace(page, place, index))
          .join("");
  return element(
    "svg",
    {
      x: MARGIN_MM * PX_PER_MM,
      y: (MARGIN_MM + HEAD_MM) * PX_PER_MM,
      width: frame.width,
      height: frame.height,
      viewBox: `0 0 ${frame.width.toFixed(2)} ${frame.height.toFixed(2)}`,
      "font-family": font,
    },
    element("rect", { width: frame.width, height: frame.height, fill: SEA }),
    element("path", { d: land, fill: LAND, stroke: INK, "stroke-width": 0.7 }),
    element("path", { d: boundaries, fill: "none", stroke: INK, "stroke-width": 0.8, "stroke-dasharray": "6 3 1 3" }),
    element("path", { d: border, fill: "none", stroke: INK, "stroke-width": 2.4, "stroke-linejoin": "round" }),
    marks,
    element("rect", { width: frame.width, height: frame.height, fill: "none", stroke: INK, "stroke-width": 1.5 }),
  );
}

function drawPlace({ sheet, frame }: Page, place: WorksheetPlace, index: number): string {
  const [x, y] = frame.toPixel([...place.position]);
  const text = sheet.kind === "labelled" ? place.name : formatNumber(index + 1, sheet.language);
  const size = 11;
  const isAtEdge = x + 12 + textWidth(text, size) > frame.width;
  return (
    element(
      "g",
      { transform: `translate(${(x - 8).toFixed(1)} ${(y - 8).toFixed(1)}) scale(0.8)` },
      symbolMarkup(place.symbol, place.variant, GREY_PALETTE),
    ) +
    textElement(text, isAtEdge ? x - 10 : x + 10, y + 4, isAtEdge ? "left" : "right", {
      "font-size": size,
      "font-weight": 600,
      fill: INK,
      stroke: LAND,
      "stroke-width": 3,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    })
  );
}

/** Scale bar, north arrow and key, below the map. Answers the markup and where it ends, in px. */
function drawFurniture(page: Page, top: number): { readonly markup: string; readonly bottom: number } {
  const { sheet, width } = page;
  const { translate, language } = sheet;
  const { value, unit, lengthMm, fraction } = paperScale(sheet.camera);
  const length = lengthMm * PX_PER_MM;
  const left = MARGIN_MM * PX_PER_MM;
  const bar = element(
    "g",
    { id: "scale-bar", "data-mm": lengthMm.toFixed(2), "data-value": value, "data-unit": unit },
    element("rect", { x: left, y: top, width: length / 2, height: 5, fill: INK, stroke: INK }),
    element("rect", { x: left + length / 2, y: top, width: length / 2, height: 5, fill: LAND, stroke: INK }),
  );
  const scaleText = translate("worksheet.scale", {
    length: translate(`unit.${unit}`, { value: formatNumber(value, language) }),
    fraction: formatNumber(fraction, language),
  });
  const north = width - left - 10;
  const arrow =
    element("path", { d: `M${north} ${top - 4}l7 22l-7 -6l-7 6z`, fill: INK }) +
    textElement(translate("worksheet.north"), north, top + 32, "middle", { "font-size": 11, "font-weight": 700 });
  const kinds = new Map(shown(page).map((place) => [place.kind, place]));
  const key = sheet.kind === "blank" ? [] : [...kinds.values()];
  const markup = key.map((place, index) => {
    const x = left + (index % 4) * 165;
    const y = top + 40 + Math.floor(index / 4) * 20;
    return (
      element(
        "g",
        { transform: `translate(${x} ${y}) scale(0.8)` },
        symbolMarkup(place.symbol, place.variant, GREY_PALETTE),
      ) + textElement(place.kind, x + 22, y + 12, "right", { "font-size": 11 })
    );
  });
  const bottom = top + 44 + Math.ceil(key.length / 4) * 20;
  const words = textElement(scaleText, left, top + 20, "right", { "font-size": 11 });
  return { markup: bar + words + arrow + markup.join(""), bottom };
}

/** Numbered lines to write on, names by number, and the questions with or without their answers. */
function drawTasks(page: Page, top: number, bottom: number): string {
  const { sheet, width, isRightToLeft } = page;
  const { language, kind } = sheet;
  const start = isRightToLeft ? width - MARGIN_MM * PX_PER_MM : MARGIN_MM * PX_PER_MM;
  const inward = isRightToLeft ? -1 : 1;
  const side = isRightToLeft ? "left" : "right";
  const parts: string[] = [];
  let y = top + 16;
  const line = (from: number, length: number) =>
    element("line", {
      x1: from,
      x2: from + inward * length,
      y1: y + 3,
      y2: y + 3,
      stroke: INK,
      "stroke-width": 0.6,
    });
  const isNumbered = kind === "outline" || kind === "answers";
  const places = isNumbered ? shown(page) : [];
  const column = (width - 2 * MARGIN_MM * PX_PER_MM) / 3;
  places.forEach((place, index) => {
    if (index > 0 && index % 3 === 0) y += 20;
    if (y > bottom) return;
    const x = start + inward * (index % 3) * column;
    const number = formatNumber(index + 1, language);
    parts.push(textElement(kind === "answers" ? `${number}  ${place.name}` : number, x, y, side, { "font-size": 11 }));
    if (kind === "outline") parts.push(line(x + inward * 20, column - 34));
  });
  if (places.length > 0) y += 28;
  const room = width - 2 * MARGIN_MM * PX_PER_MM;
  for (const [index, { question, answer }] of sheet.questions.entries()) {
    for (const row of wrap(`${formatNumber(index + 1, language)}. ${question}`, room, 12)) {
      if (y > bottom) return parts.join("");
      parts.push(textElement(row, start, y, side, { "font-size": 12 }));
      y += 17;
    }
    if (kind === "answers") {
      for (const row of wrap(answer, room - 20, 12)) {
        parts.push(textElement(row, start + inward * 20, y, side, { "font-size": 12, "font-style": "italic" }));
        y += 17;
      }
    } else if (y <= bottom) {
      y += 6;
      parts.push(line(start, room));
      y += 17;
    }
  }
  return parts.join("");
}

/**
 * One page to print, as SVG in millimetres: the map black on white with a scale bar that is true on paper at the middle
 * of the map, north, key, and the tasks. Printed at 100 %, `lengthMm` of `paperScale` can be checked with a ruler.
 */
export function drawWorksheet(sheet: Worksheet): string {
  const paper = PAPERS[sheet.paper];
  const { width: mapWidth, height: mapHeight } = mapSize(sheet.paper);
  const [width, height] = [paper.width * PX_PER_MM, paper.height * PX_PER_MM];
  const page: Page = {
    sheet,
    frame: frameOf(sheet.camera, mapWidth, mapHeight),
    width,
    isRightToLeft: sheet.language !== "en",
    font: PICTURE_FONTS[sheet.language],
  };
  const start = page.isRightToLeft ? width - MARGIN_MM * PX_PER_MM : MARGIN_MM * PX_PER_MM;
  const side = page.isRightToLeft ? "left" : "right";
  const furnitureTop = (MARGIN_MM + HEAD_MM + 6) * PX_PER_MM + mapHeight;
  const furniture = drawFurniture(page, furnitureTop);
  const foot = height - MARGIN_MM * PX_PER_MM;
  const title = textElement(sheet.title, start, (MARGIN_MM + 5) * PX_PER_MM, side, {
    "font-size": 20,
    "font-weight": 600,
    "font-family": PICTURE_TITLE_FONTS[sheet.language],
  });
  const name = textElement(sheet.translate("worksheet.name-line"), start, (MARGIN_MM + 12) * PX_PER_MM, side, {
    "font-size": 11,
  });
  const credits = wrap(sheet.credits, width - 2 * MARGIN_MM * PX_PER_MM, 8)
    .slice(0, 2)
    .map((row, index) => textElement(row, start, foot + index * 10, side, { "font-size": 8 }));
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: `${paper.width}mm`,
      height: `${paper.height}mm`,
      viewBox: `0 0 ${width.toFixed(2)} ${height.toFixed(2)}`,
      "font-family": page.font,
      role: "img",
      "aria-label": `${sheet.title}: ${sheet.translate(`worksheet.kind-${sheet.kind}`)}`,
      fill: INK,
    },
    element("rect", { width, height, fill: "#fff" }),
    title,
    name,
    drawMap(page),
    furniture.markup,
    drawTasks(page, furniture.bottom, foot - 24),
    ...credits,
  );
}
