import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Layer } from "../data/manifest";
import { SYMBOL_COLORS } from "../picture/palette";
import type { Banded } from "./bands";
import { besideSymbol, haloed, ITALIC, REGULAR } from "./label-layout";
import { nameIn, nameLabel } from "./label-text";
import type { StyleContext } from "./style-context";

const isPart = (part: string): ExpressionSpecification => ["==", ["get", "part"], part];
const isMark = (mark: string): ExpressionSpecification => ["==", ["get", "mark"], mark];
/** The circle of doubt is wide enough on the screen; `doubtZoom` comes with the feature. */
const isWideEnough: ExpressionSpecification = [">=", ["zoom"], ["get", "doubtZoom"]];
const isKnown: ExpressionSpecification = ["!=", ["get", "precision"], "country"];

/**
 * Doubt: a geodesic circle with dashed edge and faint fill under each place that has a radius, softer towards the middle
 * when no more than a district is known; a whole country gets its edge only.
 */
function doubtStyle(layer: Layer, color: string, { theme }: StyleContext): LayerSpecification[] {
  const base = { source: layer.id, minzoom: layer.minZoom, maxzoom: layer.maxZoom };
  const strength = theme === "light" ? 1 : 1.3;
  return [
    {
      id: `${layer.id}-doubt-fill`,
      type: "fill",
      ...base,
      filter: ["all", isPart("doubt"), isWideEnough, isKnown],
      paint: {
        "fill-color": color,
        "fill-opacity": ["match", ["get", "mark"], "soft", 0.1 * strength, "hollow", 0.08 * strength, 0.06 * strength],
        "fill-antialias": false,
      },
    },
    {
      id: `${layer.id}-doubt-soft`,
      type: "line",
      ...base,
      filter: ["all", isPart("doubt"), isWideEnough, isKnown, ["!", isMark("sharp")]],
      paint: {
        "line-color": color,
        "line-opacity": 0.1 * strength,
        "line-width": ["interpolate", ["exponential", 2], ["zoom"], 4, 6, 8, 30],
        "line-blur": ["interpolate", ["exponential", 2], ["zoom"], 4, 5, 8, 28],
      },
    },
    {
      id: `${layer.id}-doubt-edge`,
      type: "line",
      ...base,
      filter: ["all", isPart("doubt"), isWideEnough],
      paint: {
        "line-color": color,
        "line-opacity": ["match", ["get", "precision"], "country", 0.35, 0.85],
        "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.8, 10, 1.4],
        "line-dasharray": [3, 2.5],
      },
    },
  ];
}

/** A layer of points: doubt, symbols by precision, names beside them, and an invisible claim that keeps labels off them. */
export function symbolStyle(layer: Layer, context: StyleContext): Banded {
  const { palette, language, secondLanguage } = context;
  const color = palette[SYMBOL_COLORS[layer.symbol]];
  const base = { source: layer.id, minzoom: layer.minZoom, maxzoom: layer.maxZoom };
  const isTown = layer.symbol === "town";
  const icon = {
    "icon-image": ["get", "icon"],
    "icon-size": ["interpolate", ["linear"], ["zoom"], 4, 0.75, 8, 1, 12, 1.2],
    "icon-allow-overlap": true,
    "icon-padding": 1,
    "symbol-sort-key": ["case", ["get", "also"], 0, 1],
  } satisfies NonNullable<Extract<LayerSpecification, { type: "symbol" }>["layout"]>;
  const hasSymbol: ExpressionSpecification = ["all", isPart("symbol"), ["!", isMark("soft")]];
  const labels = { ...base, minzoom: Math.max(layer.minZoom, layer.labelMinZoom) };
  return {
    doubt: doubtStyle(layer, color, context),
    symbols: [{ id: `${layer.id}-symbol`, type: "symbol", ...base, filter: hasSymbol, layout: icon }],
    labels: [
      {
        id: `${layer.id}-label`,
        type: "symbol",
        ...labels,
        filter: ["all", hasSymbol, ["!", ["get", "also"]]],
        layout: {
          ...besideSymbol(isTown ? 0.6 : 1),
          "text-field": nameLabel(language, secondLanguage),
          "text-font": ["case", isMark("hollow"), ["literal", ITALIC], ["literal", REGULAR]],
          "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11.5, 10, 14],
        },
        paint: haloed(palette, isTown ? palette.ink : color),
      },
      {
        id: `${layer.id}-soft-label`,
        type: "symbol",
        ...base,
        filter: ["all", isPart("symbol"), isMark("soft"), ["!", ["get", "also"]]],
        layout: {
          "text-field": ["format", ["image", ["get", "icon"]], {}, "\n", {}, nameIn(language), {}],
          "text-font": ITALIC,
          "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11.5, 10, 15],
          "text-max-width": 8,
          "text-variable-anchor": ["center", "top", "bottom"],
        },
        paint: haloed(palette, color),
      },
    ],
    claims: [
      {
        id: `${layer.id}-claim`,
        type: "symbol",
        ...base,
        filter: hasSymbol,
        layout: icon,
        paint: { "icon-opacity": 0 },
      },
    ],
  };
}
