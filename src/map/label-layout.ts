import type { SymbolLayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { MapFont } from "../picture/fonts";
import type { Palette } from "../picture/palette";

type Layout = NonNullable<SymbolLayerSpecification["layout"]>;
type Paint = NonNullable<SymbolLayerSpecification["paint"]>;

/** Names of the fonts that `font-faces` declares; Arabic script has no italic, its letters come upright. */
export const REGULAR: MapFont[] = ["Regular"];
export const BOLD: MapFont[] = ["Bold"];
export const ITALIC: MapFont[] = ["Italic"];

/** A label beside its symbol, wherever there is room. */
export const besideSymbol = (distanceEm: number): Layout => ({
  "text-variable-anchor": ["left", "right", "top", "bottom", "top-left", "bottom-left", "top-right", "bottom-right"],
  "text-radial-offset": distanceEm,
  "text-justify": "auto",
  "text-max-width": 9,
  "text-line-height": 1.15,
});

/** Colour of a text with an outline of paper around its letters. */
export const haloed = (palette: Palette, color: string, width = 1.5): Paint => ({
  "text-color": color,
  "text-halo-color": palette.halo,
  "text-halo-width": width,
  "text-halo-blur": 0.25,
});
