import type { Palette } from "../picture/palette";
import { canvasContext, pixelsOf } from "./image-canvas";

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

/** An image that the style names and that is no symbol of a record; null for a name that is none of these. */
export function drawRareImage(id: string, palette: Palette, pixelRatio: number): ImageData | null {
  if (id === "tick") return drawTick(palette, pixelRatio);
  if (id === "hatch") return drawHatch(palette, pixelRatio);
  if (id === "airport") return drawAirport(palette, pixelRatio);
  return null;
}
