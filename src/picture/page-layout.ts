import type { AtlasFeature } from "../data/feature";
import { directionOf } from "../state/language/translate";
import type { Furniture } from "./furniture";
import { joinedEntries } from "./joined-legend";
import { type LegendEntry, legendEntries } from "./legend";
import { measuredEntries } from "./measured-legend";
import { noteElement, noteLines, pictureCredits } from "./notes";
import { PALETTES } from "./palette";
import { PICTURE_TITLE_FONTS } from "./picture-fonts";
import type { Picture, PictureLayer } from "./scene";
import { directionOfText, textElement, textWidth, wrap } from "./text";
import { element } from "./xml";

/** Px between the edge of a page and its map. */
export const MARGIN = 16;
const TITLE_SIZE = 24;
const TITLE_LEADING = 1.25;
const NOTE_SIZE = 10.5;
const NOTE_LEADING = 1.45;
const LEGEND_SIZE = 13;
const LEGEND_ROW = 23;
/** Room of a legend entry beside its text: the symbol, and the space to the next entry. */
const LEGEND_GAP = 22;
const LEGEND_BESIDE = 27 + LEGEND_GAP;
/** A map is never lower than this part of its page, whatever stands around it. */
export const LEAST_MAP = 0.4;

/** A rectangle of a page in px. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Px; what is drawn at another size keeps this shape. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Where the map of a page stands, and what is above and below it. */
export interface Layout {
  readonly map: Room;
  /** Whether what stands around the map is more than the page has room for. */
  readonly isCrowded: boolean;
  readonly above: string;
  readonly below: string;
}

/** What a legend explains: layers with what is in sight of them, and the features around which doubt is drawn. */
export interface Explained {
  readonly layers: readonly PictureLayer[];
  readonly isDoubtful: (feature: AtlasFeature) => boolean;
}

/** A page being laid out: what its parts need to know. */
interface Page {
  readonly picture: Picture;
  readonly furniture: Furniture;
  readonly legend: Explained;
  readonly width: number;
  readonly inner: number;
  readonly isRtl: boolean;
}

/** A part of a page that knows its height before it is told where to stand. */
interface Part {
  readonly height: number;
  readonly drawAt: (top: number) => string;
}

const NOTHING: Part = { height: 0, drawAt: () => "" };

/** Where lines of text begin: the page's own start, for Urdu and Persian its right. */
const startOf = ({ isRtl, width }: Page) =>
  isRtl ? { x: width - MARGIN, side: "left" as const } : { x: MARGIN, side: "right" as const };

function titlePart(page: Page): Part {
  const { picture, furniture, inner } = page;
  if (!furniture.title) return NOTHING;
  // Widths are good to a tenth, and the letters of titles are heavier than most.
  const lines = wrap(furniture.title, inner / 1.1, TITLE_SIZE);
  const { x, side } = startOf(page);
  const drawAt = (top: number) =>
    element(
      "g",
      { id: "title" },
      ...lines.map((line, index) =>
        textElement(line, x, top + TITLE_SIZE * (0.9 + index * TITLE_LEADING), side, {
          "font-size": TITLE_SIZE,
          "font-weight": 600,
          "font-family": PICTURE_TITLE_FONTS[picture.language],
          fill: PALETTES[picture.theme].ink,
        }),
      ),
    );
  return { height: lines.length * TITLE_SIZE * TITLE_LEADING + 6, drawAt };
}

/** Where the entries of a legend stand: one after the other in rows, each row as full as the page is wide. */
function flow(entries: readonly LegendEntry[], inner: number): { across: number; row: number }[] {
  let [across, row] = [0, 0];
  return entries.map(({ text }) => {
    const width = textWidth(text, LEGEND_SIZE) + LEGEND_BESIDE;
    if (across > 0 && across + width - LEGEND_GAP > inner) [across, row] = [0, row + 1];
    const place = { across, row };
    across += width;
    return place;
  });
}

function legendPart({ picture, furniture, legend, inner, width, isRtl }: Page): Part {
  const { layers, isDoubtful } = legend;
  const entries = furniture.hasLegend
    ? [
        ...legendEntries({ ...picture, layers }, isDoubtful),
        ...joinedEntries(picture, layers),
        ...measuredEntries(picture),
      ]
    : [];
  const places = flow(entries, inner);
  const rows = (places.at(-1)?.row ?? -1) + 1;
  if (rows === 0) return NOTHING;
  const { ink } = PALETTES[picture.theme];
  const drawAt = (top: number) =>
    element(
      "g",
      { id: "legend" },
      ...entries.map(({ markup, text }, index) => {
        const { across, row } = places[index] ?? { across: 0, row: 0 };
        const x = isRtl ? width - MARGIN - across - 10 : MARGIN + across + 10;
        const y = top + row * LEGEND_ROW + LEGEND_ROW / 2;
        const name = textElement(text, x + (isRtl ? -17 : 17), y + 4.5, isRtl ? "left" : "right", {
          "font-size": LEGEND_SIZE,
          fill: ink,
        });
        return element("g", { transform: `translate(${(x - 10).toFixed(1)} ${(y - 10).toFixed(1)})` }, markup) + name;
      }),
    );
  return { height: rows * LEGEND_ROW + 8, drawAt };
}

function notesPart(page: Page): Part {
  const { picture, furniture, inner, isRtl } = page;
  const lines = noteLines(picture, furniture, inner, NOTE_SIZE);
  if (lines.length === 0) return NOTHING;
  const links = [
    ...pictureCredits(picture),
    ...(furniture.link ? [{ text: furniture.link, url: furniture.link }] : []),
  ];
  const { x, side } = startOf(page);
  const drawAt = (top: number) =>
    element(
      "g",
      { id: "notes", "font-size": NOTE_SIZE, fill: PALETTES[picture.theme].muted },
      ...lines.map((line, index) =>
        noteElement(
          line,
          links,
          x,
          top + NOTE_SIZE * (0.9 + index * NOTE_LEADING),
          side,
          isRtl || directionOfText(line) === "rtl",
        ),
      ),
    );
  return { height: lines.length * NOTE_SIZE * NOTE_LEADING + 2, drawAt };
}

/** A page of `width` × `height` px: title above the map; legend and notes below it. */
export function layOut(
  picture: Picture,
  furniture: Furniture,
  { width, height }: PageSize,
  legend: Explained = { layers: picture.layers, isDoubtful: () => true },
): Layout {
  const isRtl = directionOf(picture.language) === "rtl";
  const page: Page = { picture, furniture, legend, width, inner: width - 2 * MARGIN, isRtl };
  const [title, key, notes] = [titlePart(page), legendPart(page), notesPart(page)];
  const top = MARGIN + title.height;
  const gap = key.height + notes.height > 0 ? 10 : 0;
  const room = height - top - gap - key.height - notes.height - MARGIN;
  const map = { x: MARGIN, y: top, width: page.inner, height: Math.max(room, height * LEAST_MAP) };
  const below = top + map.height + gap;
  return {
    map,
    isCrowded: room < height * LEAST_MAP,
    above: title.drawAt(MARGIN),
    below: key.drawAt(below) + notes.drawAt(below + key.height),
  };
}

/** Pages are laid out between these widths in px, and then drawn as large as is asked. */
const PAGE_WIDTHS = [480, 1200] as const;
const GROWTH = 1.1;
const MOST_GROWTH = 8;

/**
 * The size in px at which a picture of `width` × `height` px is laid out: the same shape, and so large that title, legend
 * and notes leave the map its part. Drawn at the size that was asked for, its texts are then smaller or larger.
 */
export function pageSize(picture: Picture, furniture: Furniture, { width, height }: PageSize): PageSize {
  const least = Math.min(PAGE_WIDTHS[1], Math.max(PAGE_WIDTHS[0], width));
  const sizeAt = (pageWidth: number) => ({ width: pageWidth, height: Math.round((height * pageWidth) / width) });
  let size = sizeAt(least);
  while (size.width < least * MOST_GROWTH && layOut(picture, furniture, size).isCrowded) {
    size = sizeAt(Math.round(size.width * GROWTH));
  }
  return size;
}
