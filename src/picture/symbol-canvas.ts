import type { SymbolName } from "../data/manifest";
import { type Palette, SYMBOL_COLORS } from "./palette";
import { type SymbolVariant, symbolShapes } from "./symbols";

/** The part of a canvas's context that symbols need, so that a test can stand in for it. */
export type SymbolContext = Pick<
  CanvasRenderingContext2D,
  "fill" | "stroke" | "setLineDash" | "lineWidth" | "lineJoin" | "lineCap" | "fillStyle" | "strokeStyle"
>;

/** Paints a symbol in the colours of `palette`, its grid of 20 × 20 from where the context's origin is. */
export function paintSymbol(context: SymbolContext, name: SymbolName, variant: SymbolVariant, palette: Palette): void {
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
}
