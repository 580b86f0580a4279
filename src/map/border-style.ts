import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Layer } from "../data/manifest";
import type { Banded } from "./bands";
import { BOLD, haloed } from "./label-layout";
import type { StyleContext } from "./style-context";
import { symbolStyle } from "./symbol-style";

/** The zoom at which the full-detail line takes over from the small-scale one. */
export const FULL_DETAIL_ZOOM = 7;

const width: ExpressionSpecification = ["interpolate", ["exponential", 1.3], ["zoom"], 3, 1.4, 6, 2.6, 9, 3.6, 13, 5];
const casingWidth: ExpressionSpecification = [
  "interpolate",
  ["exponential", 1.3],
  ["zoom"],
  3,
  3.4,
  6,
  6,
  9,
  8,
  13,
  10,
];

/**
 * The border, the one strong line: paper casing and line, small-scale below zoom 7 and in full detail from there on, with
 * kilometre ticks counted from the tripoint and the symbols of its two ends.
 */
export function borderStyle(layer: Layer, context: StyleContext): Banded {
  const { palette, locale, assets } = context;
  const line = (name: string, source: object, color: string, lineWidth: ExpressionSpecification): LayerSpecification =>
    ({
      id: `${layer.id}-${name}`,
      type: "line",
      ...source,
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": color, "line-width": lineWidth },
    }) as LayerSpecification;
  const smallScale = { source: "border-line", maxzoom: FULL_DETAIL_ZOOM };
  const fullDetail = { source: "basemap-osm", "source-layer": "border", minzoom: FULL_DETAIL_ZOOM };
  const isTick: ExpressionSpecification = ["==", ["%", ["get", "km"], 50], 0];
  const tick = (name: string, minzoom: number, maxzoom: number, every50: boolean): LayerSpecification => ({
    id: `${layer.id}-${name}`,
    type: "symbol",
    source: "border-ticks",
    minzoom,
    maxzoom,
    ...(every50 ? { filter: isTick } : {}),
    layout: {
      "icon-image": "tick",
      "icon-rotate": ["get", "bearing"],
      "icon-rotation-alignment": "map",
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "text-field": ["concat", ["number-format", ["get", "km"], { locale }], " ", assets.words.km],
      "text-font": BOLD,
      "text-size": 11,
      "text-optional": true,
      "text-variable-anchor": ["left", "right", "top", "bottom"],
      "text-radial-offset": 0.9,
    },
    paint: haloed(palette, palette.borderLine),
  });
  const ends = symbolStyle(layer, context);
  return {
    ...ends,
    border: [
      line("casing", smallScale, palette.halo, casingWidth),
      line("line", smallScale, palette.borderLine, width),
      line("full-casing", fullDetail, palette.halo, casingWidth),
      line("full-line", fullDetail, palette.borderLine, width),
    ],
    labels: [tick("ticks-50", FULL_DETAIL_ZOOM, 9, true), tick("ticks-10", 9, 24, false), ...(ends.labels ?? [])],
  };
}
