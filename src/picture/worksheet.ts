import type { Position } from "geojson";
import type { SymbolName } from "../data/manifest";
import type { Language } from "../data/text";
import { formatNumber } from "../state/language/format";
import type { Translate } from "../state/language/translate";
import { metersPerPx, scaleBarFor } from "../state/scale";
import type { Camera } from "../state/view";
import { type PictureBase, unpack } from "./base";
import { type Frame, frameOf } from "./frame";
import { Obstacles } from "./labels";
import { PALETTES, type Palette } from "./palette";
import { areaPath, FULL_DETAIL, linePath } from "./path";
import { PICTURE_FONTS, PICTURE_TITLE_FONTS } from "./picture-fonts";
import { symbolMarkup } from "./symbol-markup";
import type { SymbolVariant } from "./symbols";
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

/** More names than this do not fit on a page to write on. */
const MOST_PLACES = 24;

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
  readonly places: readonly WorksheetPlace[];
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

const LABEL_SIZE = 11;
const SYMBOL_RADIUS = 8;

/** Where a name of the labelled page lies beside its symbol: to the right of it, or to the left at the edge. */
function nameBox({ frame }: Page, { name, position }: WorksheetPlace) {
  const [x, y] = frame.toPixel([...position]);
  const width = textWidth(name, LABEL_SIZE) + 12;
  const isAtEdge = x + width > frame.width;
  const [left, right] = isAtEdge ? [x - width, x + SYMBOL_RADIUS] : [x - SYMBOL_RADIUS, x + width];
  return { left, right, top: y - SYMBOL_RADIUS, bottom: y + SYMBOL_RADIUS };
}

/**
 * The places with room for symbol and name, the same on every page of a set: of two that would overlap the one that comes
 * first in the list stays. From north to south.
 */
function shownPlaces(page: Page): readonly WorksheetPlace[] {
  const { sheet, frame } = page;
  const taken = new Obstacles();
  return sheet.places
    .filter((place) => frame.holds(frame.toPixel([...place.position])) && taken.claim(nameBox(page, place)))
    .slice(0, MOST_PLACES)
    .sort((a, b) => b.position[1] - a.position[1]);
}

function drawMap(page: Page): string {
  const { sheet, frame, font } = page;
  const { base } = sheet;
  const land = areaPath(unpack(base.land, base.stepsPerDegree), frame, FULL_DETAIL);
  const boundaries = linePath(unpack(base.boundaries, base.stepsPerDegree), frame, FULL_DETAIL);
  const border = linePath(sheet.border, frame, FULL_DETAIL);
  const marks = sheet.kind === "blank" ? "" : page.places.map((place, index) => drawPlace(page, place, index)).join("");
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
  const isAtEdge = x + 12 + textWidth(place.name, LABEL_SIZE) > frame.width;
  return (
    element(
      "g",
      { transform: `translate(${(x - 8).toFixed(1)} ${(y - 8).toFixed(1)}) scale(0.8)` },
      symbolMarkup(place.symbol, place.variant, GREY_PALETTE),
    ) +
    textElement(text, isAtEdge ? x - 10 : x + 10, y + 4, isAtEdge ? "left" : "right", {
      "font-size": LABEL_SIZE,
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
  const kinds = new Map(page.places.map((place) => [place.kind, place]));
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

/** Where lines of text begin, and which way they run. */
function textEdge({ width, isRightToLeft }: Page) {
  return {
    start: isRightToLeft ? width - MARGIN_MM * PX_PER_MM : MARGIN_MM * PX_PER_MM,
    inward: isRightToLeft ? -1 : 1,
    side: isRightToLeft ? ("left" as const) : ("right" as const),
    room: width - 2 * MARGIN_MM * PX_PER_MM,
  };
}

const ruled = (from: number, to: number, y: number) =>
  element("line", { x1: from, x2: to, y1: y + 3, y2: y + 3, stroke: INK, "stroke-width": 0.6 });

/** Numbered lines to write on, or names by number. Answers the markup and where it ends. */
function drawNumbers(page: Page, top: number): { readonly markup: string; readonly bottom: number } {
  const { sheet } = page;
  if (sheet.kind !== "outline" && sheet.kind !== "answers") return { markup: "", bottom: top };
  const { start, inward, side, room } = textEdge(page);
  const column = room / 3;
  const parts = page.places.map((place, index) => {
    const [x, y] = [start + inward * (index % 3) * column, top + Math.floor(index / 3) * 20];
    const number = formatNumber(index + 1, sheet.language);
    if (sheet.kind === "answers") return textElement(`${number}  ${place.name}`, x, y, side, { "font-size": 11 });
    const line = ruled(x + inward * 20, x + inward * (column - 14), y);
    return textElement(number, x, y, side, { "font-size": 11 }) + line;
  });
  const rows = Math.ceil(page.places.length / 3);
  return { markup: parts.join(""), bottom: rows === 0 ? top : top + rows * 20 + 8 };
}

const ROW = 17;

/** The questions from number `first` on that fit above `bottom`, each whole; `next` is the first that does not. */
function drawQuestions(page: Page, first: number, top: number, bottom: number) {
  const { sheet } = page;
  const { start, inward, side, room } = textEdge(page);
  const parts: string[] = [];
  let y = top;
  for (let index = first; index < sheet.questions.length; index++) {
    const { question, answer } = sheet.questions[index] ?? { question: "", answer: "" };
    const asked = wrap(`${formatNumber(index + 1, sheet.language)}. ${question}`, room, 12);
    const answered = sheet.kind === "answers" ? wrap(answer, room - 20, 12) : [];
    const height = (asked.length + answered.length) * ROW + (sheet.kind === "answers" ? 4 : 6 + ROW);
    // A question longer than a whole page begins one all the same.
    if (y + height > bottom && (index > first || top > CONTINUED_TOP)) return { markup: parts.join(""), next: index };
    for (const row of asked) {
      parts.push(textElement(row, start, y, side, { "font-size": 12 }));
      y += ROW;
    }
    for (const row of answered) {
      parts.push(textElement(row, start + inward * 20, y, side, { "font-size": 12, "font-style": "italic" }));
      y += ROW;
    }
    if (sheet.kind === "answers") y += 4;
    else {
      y += 6;
      parts.push(ruled(start, start + inward * room, y));
      y += ROW;
    }
  }
  return { markup: parts.join(""), next: sheet.questions.length };
}

/** Where the questions begin on a page without a map. */
const CONTINUED_TOP = (MARGIN_MM + HEAD_MM + 4) * PX_PER_MM;

/** One sheet of paper around `content`: title, line for the name, credits. */
function drawSheet(page: Page, content: readonly string[]): string {
  const { sheet, width } = page;
  const paper = PAPERS[sheet.paper];
  const height = paper.height * PX_PER_MM;
  const { start, side, room } = textEdge(page);
  const title = textElement(sheet.title, start, (MARGIN_MM + 5) * PX_PER_MM, side, {
    "font-size": 20,
    "font-weight": 600,
    "font-family": PICTURE_TITLE_FONTS[sheet.language],
  });
  const name = textElement(sheet.translate("worksheet.name-line"), start, (MARGIN_MM + 12) * PX_PER_MM, side, {
    "font-size": 11,
  });
  const credits = wrap(sheet.credits, room, 8)
    .slice(0, 2)
    .map((row, index) =>
      textElement(row, start, height - MARGIN_MM * PX_PER_MM + index * 10, side, { "font-size": 8 }),
    );
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
    ...content,
    ...credits,
  );
}

/**
 * The pages to print, as SVG in millimetres: the map black on white with a scale bar that is true on paper at the middle
 * of the map, north, key, and the tasks; questions that find no room below the map follow on pages of their own. Printed
 * at 100 %, `lengthMm` of `paperScale` can be checked with a ruler.
 */
export function drawWorksheet(sheet: Worksheet): readonly string[] {
  const { width: mapWidth, height: mapHeight } = mapSize(sheet.paper);
  const { width: widthMm, height: heightMm } = PAPERS[sheet.paper];
  const bare: Page = {
    sheet,
    frame: frameOf(sheet.camera, mapWidth, mapHeight),
    width: widthMm * PX_PER_MM,
    isRightToLeft: sheet.language !== "en",
    font: PICTURE_FONTS[sheet.language],
    places: [],
  };
  const page = { ...bare, places: shownPlaces(bare) };
  const bottom = (heightMm - MARGIN_MM) * PX_PER_MM - 24;
  const furniture = drawFurniture(page, (MARGIN_MM + HEAD_MM + 6) * PX_PER_MM + mapHeight);
  const numbers = drawNumbers(page, furniture.bottom + 16);
  let { markup, next } = drawQuestions(page, 0, numbers.bottom, bottom);
  const pages = [drawSheet(page, [drawMap(page), furniture.markup, numbers.markup, markup])];
  while (next < sheet.questions.length) {
    ({ markup, next } = drawQuestions(page, next, CONTINUED_TOP, bottom));
    pages.push(drawSheet(page, [markup]));
  }
  return pages;
}
