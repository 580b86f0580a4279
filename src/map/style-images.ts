import { PALETTES, type Palette } from "../picture/palette";
import { paintSymbol, SYMBOL_GRID, symbolFromImageId, symbolSize } from "../picture/symbols";
import { canvasContext, pixelsOf } from "./image-canvas";
import type { Theme } from "./style-context";

/** The few verbs of a MapLibre map that its images need. */
export interface ImageMap {
  addImage(id: string, image: ImageData, options: { pixelRatio: number }): unknown;
  updateImage(id: string, image: ImageData): unknown;
  listImages(): string[];
  hasImage(id: string): boolean;
  setMissingStyleImageResolver(resolver: (id: string) => Promise<void>): unknown;
}

/** Room for the halo of a symbol round its grid. */
const MARGIN = 2;

function drawSymbol(id: string, palette: Palette, pixelRatio: number): ImageData | null {
  const symbol = symbolFromImageId(id);
  if (!symbol) return null;
  const { name, variant } = symbol;
  const scale = (symbolSize(variant) / SYMBOL_GRID) * pixelRatio;
  const side = Math.ceil((SYMBOL_GRID + 2 * MARGIN) * scale);
  const context = canvasContext(side, side);
  context.scale(scale, scale);
  context.translate(MARGIN, MARGIN);
  paintSymbol(context, name, variant, palette);
  return pixelsOf(context);
}

type DrawImage = typeof drawSymbol;

/**
 * Draws the images that the style names, when it first needs them, in the colours of `theme` at `pixelRatio`: symbols at
 * once, others when what draws them has arrived. If that does not come, `tellMissing` is called; the next need asks again.
 * Answers a function that repaints those already there for another theme.
 */
export function keepImages(
  map: ImageMap,
  theme: Theme,
  pixelRatio: number,
  tellMissing: () => void,
): (theme: Theme) => void {
  const ratio = Math.max(2, Math.ceil(pixelRatio));
  let palette = PALETTES[theme];
  let drawRare: DrawImage = () => null;
  const draw: DrawImage = (...asked) => drawSymbol(...asked) ?? drawRare(...asked);
  const add = (id: string): boolean => {
    const image = draw(id, palette, ratio);
    // Several tiles may have asked for it.
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: ratio });
    return image !== null;
  };
  map.setMissingStyleImageResolver(async (id) => {
    if (add(id)) return;
    const rare = await import("./rare-images").catch(() => null);
    if (!rare) return tellMissing();
    drawRare = rare.drawRareImage;
    add(id);
  });
  return (next) => {
    if (PALETTES[next] === palette) return;
    palette = PALETTES[next];
    for (const id of map.listImages()) {
      const image = draw(id, palette, ratio);
      if (image) map.updateImage(id, image);
    }
  };
}
