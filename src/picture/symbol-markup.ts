import type { SymbolName } from "../data/manifest";
import type { Palette } from "./palette";
import { SYMBOL_COLORS } from "./symbol-colors";
import { type SymbolVariant, symbolShapes } from "./symbols";

/** The symbol as SVG paths in the colours of `palette`, to be placed in a grid of 20 × 20. */
export function symbolMarkup(name: SymbolName, variant: SymbolVariant, palette: Palette): string {
  const color = { symbol: palette[SYMBOL_COLORS[name]], paper: palette.halo, none: "none" } as const;
  const paths = symbolShapes(name, variant).map(({ d, fill, stroke, strokeWidth, dash }) => {
    const strokes = stroke === "none" ? "" : ` stroke="${color[stroke]}" stroke-width="${strokeWidth}"`;
    return `<path d="${d}" fill="${color[fill]}"${strokes}${dash === undefined ? "" : ` stroke-dasharray="${dash}"`}/>`;
  });
  return `<g stroke-linejoin="round" stroke-linecap="round">${paths.join("")}</g>`;
}
