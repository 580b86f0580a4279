import { PALETTES, type Palette, SYMBOL_COLORS } from "../picture/palette";
import { symbolFromImageId, symbolShapes, symbolSize } from "../picture/symbols";
import type { Theme } from "./style-context";

/** The few verbs of a MapLibre map that its images need. */
export interface ImageMap {
  addImage(id: string, image: ImageData, options: { pixelRatio: number }): unknown;
  updateImage(id: string, image: ImageData): unknown;
  listImages(): string[];
  setMissingStyleImageResolver(resolver: (id: string) => void): unknown;
}

/** The grid of a symbol with room for its halo. */
const MARGIN = 2;
const GRID = 20;

function canvasContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no 2D canvas to draw map symbols on");
  return context;
}

const pixelsOf = (context: CanvasRenderingContext2D): ImageData =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height);

function drawSymbol(id: string, palette: Palette, pixelRatio: number): ImageData | null {
  const symbol = symbolFromImageId(id);
  if (!symbol) return null;
  const { name, variant } = symbol;
  const scale = (symbolSize(variant) / GRID) * pixelRatio;
  const side = Math.ceil((GRID + 2 * MARGIN) * scale);
  const context = canvasContext(side, side);
  context.scale(scale, scale);
  context.translate(MARGIN, MARGIN);
  context.lineJoin = "round";
  context.lineCap = "round";
  const colors = { symbol: palette[SYMBOL_COLORS[name]], paper: palette.halo, none: "" };
  for (const { d, fill, stroke, strokeWidth, dash } of symbolShapes(name, variant)) {
    const path = new Path2D(d);
    context.setLineDash(dash?.split(" ").map(Number) ?? []);
    context.lineWidth = strokeWidth;
    context.fillStyle = colors[fill];
    context.strokeStyle = colors[stroke];
    if (fill !== "none") context.fill(path);
    if (stroke !== "none") context.stroke(path);
  }
  return pixelsOf(context);
}

/** A stroke across the border, to be turned by the line's direction: it points to the right at bearing 0. */
function drawTick(palette: Palette, pixelRatio: number): ImageData {
  const context = canvasContext(16 * pixelRatio, 6 * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = palette.halo;
  context.fillRect(1, 1, 14, 4);
  context.fillStyle = palette.borderLine;
  context.fillRect(2, 2, 12, 2);
  return pixelsOf(context);
}

/** Diagonal lines that join seamlessly when repeated. */
function drawHatch(palette: Palette, pixelRatio: number): ImageData {
  const side = 8;
  const context = canvasContext(side * pixelRatio, side * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.strokeStyle = palette.membership;
  context.lineWidth = 1.3;
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - 1, side + 1);
    context.lineTo(shift + side + 1, -1);
  }
  context.stroke();
  return pixelsOf(context);
}

/** An aircraft seen from above. */
function drawAirport(palette: Palette, pixelRatio: number): ImageData {
  const context = canvasContext(16 * pixelRatio, 16 * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  const aircraft = new Path2D(
    "M8 1.5c.7 0 1 .8 1 1.8v2.6l5 3v1.4L9 8.8v3l1.6 1.2v1L8 13.3l-2.6.7v-1L7 11.8v-3l-5 1.5V8.9l5-3V3.3c0-1 .3-1.8 1-1.8z",
  );
  context.lineWidth = 2;
  context.strokeStyle = palette.halo;
  context.stroke(aircraft);
  context.fillStyle = palette.muted;
  context.fill(aircraft);
  return pixelsOf(context);
}

function drawImage(id: string, palette: Palette, pixelRatio: number): ImageData | null {
  if (id === "tick") return drawTick(palette, pixelRatio);
  if (id === "hatch") return drawHatch(palette, pixelRatio);
  if (id === "airport") return drawAirport(palette, pixelRatio);
  return drawSymbol(id, palette, pixelRatio);
}

/**
 * Draws the images that the style names, when it first needs them, in the colours of `theme` at `pixelRatio`. Answers a
 * function that repaints those already there for another theme.
 */
export function keepImages(map: ImageMap, theme: Theme, pixelRatio: number): (theme: Theme) => void {
  const ratio = Math.max(2, Math.ceil(pixelRatio));
  let palette = PALETTES[theme];
  map.setMissingStyleImageResolver((id) => {
    const image = drawImage(id, palette, ratio);
    if (image) map.addImage(id, image, { pixelRatio: ratio });
  });
  return (next) => {
    if (PALETTES[next] === palette) return;
    palette = PALETTES[next];
    for (const id of map.listImages()) {
      const image = drawImage(id, palette, ratio);
      if (image) map.updateImage(id, image);
    }
  };
}
