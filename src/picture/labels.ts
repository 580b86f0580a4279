import type { Frame } from "./frame";
import type { Palette } from "./palette";
import { type Side, textElement, textWidth } from "./text";
import { escapeXml } from "./xml";

/** A name that wants a place in the picture. */
export interface Label {
  readonly text: string;
  /** A second line under it, smaller: the name in another language. */
  readonly below?: string | undefined;
  readonly x: number;
  readonly y: number;
  /** Distance in px that the name keeps from its point; 0 puts it on the point. */
  readonly gap: number;
  readonly size: number;
  readonly color: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  /** Latin capitals with spaced letters, for countries and provinces. */
  readonly spaced?: boolean;
  /** Greater comes first. */
  readonly priority: number;
}

/** A rectangle of a picture in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Side of the cells by which obstacles are found again, in px; a name of usual length touches one to four. */
const CELL_PX = 96;

/** What is kept free of names. */
export class Obstacles {
  readonly #cells = new Map<string, Box[]>();

  /** The obstacles of every cell that `box` touches. */
  *#around({ left, top, right, bottom }: Box): Generator<Box[]> {
    for (let column = Math.floor(left / CELL_PX); column <= Math.floor(right / CELL_PX); column++) {
      for (let line = Math.floor(top / CELL_PX); line <= Math.floor(bottom / CELL_PX); line++) {
        const key = `${column} ${line}`;
        const known = this.#cells.get(key);
        const boxes = known ?? [];
        if (!known) this.#cells.set(key, boxes);
        yield boxes;
      }
    }
  }

  /** Keeps a square of `radius` px around a point free. */
  addPoint(x: number, y: number, radius: number): void {
    this.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }

  /** Keeps `box` free. */
  add(box: Box): void {
    for (const boxes of this.#around(box)) boxes.push(box);
  }

  /** Claims `box` when it touches nothing claimed before, and says whether it could. */
  claim(box: Box): boolean {
    for (const boxes of this.#around(box)) if (boxes.some((other) => overlap(other, box))) return false;
    this.add(box);
    return true;
  }
}

const SPACING = 0.14;

/** Places around a point, best first: which side, and how far the base line lies below the point in parts of the size. */
const PLACES: readonly {
  readonly side: Side;
  readonly across: number;
  readonly down: number;
  readonly gapDown: number;
}[] = [
  { side: "right", across: 1, down: 0.34, gapDown: 0 },
  { side: "left", across: -1, down: 0.34, gapDown: 0 },
  { side: "middle", across: 0, down: -0.1, gapDown: -1 },
  { side: "middle", across: 0, down: 0.85, gapDown: 1 },
  { side: "right", across: 0.7, down: 0, gapDown: -0.6 },
  { side: "right", across: 0.7, down: 0.8, gapDown: 0.6 },
  { side: "left", across: -0.7, down: 0, gapDown: -0.6 },
  { side: "left", across: -0.7, down: 0.8, gapDown: 0.6 },
];

const ON_THE_POINT = { side: "middle", across: 0, down: 0.34, gapDown: 0 } as const;
/** Names that must not be lost leave their point when it is taken, and then stand this many px from it. */
const NEEDED_FROM_PRIORITY = 95;
const GAP_BESIDE = 16;

function placesOf({ gap, priority }: Label) {
  if (gap > 0) return PLACES;
  return priority >= NEEDED_FROM_PRIORITY ? [ON_THE_POINT, ...PLACES] : [ON_THE_POINT];
}

/** Size of the second line, and how far its base line lies below that of the first, in parts of the size. */
const BELOW = { size: 0.82, down: 1.05 };

/** What stays free on either hand of a name, so that two in one line are read as two. */
const ROOM_PX = 3;

function boxOf({ size, below }: Label, width: number, side: Side, x: number, y: number): Box {
  const left = side === "right" ? x : side === "left" ? x - width : x - width / 2;
  const bottom = y + size * (below === undefined ? 0.3 : 0.3 + BELOW.down);
  return { left: left - ROOM_PX, top: y - size * 0.9, right: left + width + ROOM_PX, bottom: bottom + 1 };
}

function draw(label: Label, side: Side, x: number, y: number, palette: Palette): string {
  const first = drawLine(label, side, x, y, palette);
  if (label.below === undefined) return first;
  const second = { ...label, text: label.below, size: Number((label.size * BELOW.size).toFixed(1)) };
  return first + drawLine(second, side, x, y + label.size * BELOW.down, palette);
}

function drawLine(label: Label, side: Side, x: number, y: number, palette: Palette): string {
  return textElement(label.text, x, y, side, {
    "font-size": label.size,
    fill: label.color,
    stroke: palette.halo,
    "font-style": label.italic ? "italic" : undefined,
    "font-weight": label.bold ? 600 : undefined,
    "letter-spacing": label.spaced ? label.size * SPACING : undefined,
  });
}

/**
 * The names that find room, as text elements: the most important first, each at the best free place around its point,
 * none across the edge. At most `limit` of them.
 */
export function placeLabels(
  labels: readonly Label[],
  obstacles: Obstacles,
  frame: Frame,
  palette: Palette,
  limit = Number.POSITIVE_INFINITY,
): string[] {
  const drawn: string[] = [];
  for (const label of labels.toSorted((a, b) => b.priority - a.priority)) {
    if (drawn.length >= limit) break;
    const width = Math.max(
      textWidth(label.text, label.size) + (label.spaced ? [...label.text].length * label.size * SPACING : 0),
      textWidth(label.below ?? "", label.size * BELOW.size),
    );
    const gap = label.gap === 0 ? GAP_BESIDE : label.gap;
    for (const { side, across, down, gapDown } of placesOf(label)) {
      const x = label.x + across * gap;
      const y = label.y + down * label.size + gapDown * gap;
      const box = boxOf(label, width, side, x, y);
      const isInside = frame.holds([box.left - 3, box.top - 2]) && frame.holds([box.right + 3, box.bottom + 2]);
      if (!isInside || !obstacles.claim(box)) continue;
      drawn.push(draw(label, side, x, y, palette));
      break;
    }
  }
  return drawn;
}

/** Texts sharing the look of map labels: an outline of paper behind the letters. Screen readers pass over silent ones. */
export const labelGroup = (id: string, texts: readonly string[], isSilent = false): string =>
  texts.length === 0
    ? ""
    : `<g id="${escapeXml(id)}"${isSilent ? ' aria-hidden="true"' : ""} stroke-width="3" stroke-linejoin="round" paint-order="stroke">${texts.join("")}</g>`;
