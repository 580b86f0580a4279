import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Layer } from "../data/manifest";
import { SYMBOL_COLORS } from "../picture/palette";
import type { Banded } from "./bands";
import { haloed, ITALIC } from "./label-layout";
import { nameIn } from "./label-text";
import type { StyleContext } from "./style-context";

const isPart = (part: string): ExpressionSpecification => ["==", ["get", "part"], part];

/** Rivers, lakes, playas and coasts of our own records: drawn over those of the base map, with names in italics. */
export function lineStyle(layer: Layer, { palette, language }: StyleContext): Banded {
  const base = { source: layer.id, minzoom: layer.minZoom, maxzoom: layer.maxZoom };
  const color = palette[SYMBOL_COLORS[layer.symbol]];
  const text = {
    "text-field": nameIn(language),
    "text-font": ITALIC,
    "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11.5, 10, 14],
  } satisfies Record<string, unknown>;
  const labels = { ...base, minzoom: Math.max(layer.minZoom, layer.labelMinZoom) };
  return {
    rivers: [
      {
        id: `${layer.id}-area`,
        type: "fill",
        ...base,
        filter: isPart("area"),
        paint: { "fill-color": color, "fill-opacity": 0.3, "fill-outline-color": color },
      },
      {
        id: `${layer.id}-line`,
        type: "line",
        ...base,
        filter: isPart("line"),
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": color, "line-width": ["interpolate", ["linear"], ["zoom"], 4, 1.1, 10, 3] },
      },
    ],
    labels: [
      {
        id: `${layer.id}-line-label`,
        type: "symbol",
        ...labels,
        filter: isPart("line"),
        layout: { ...text, "symbol-placement": "line", "text-offset": [0, -0.8] } as never,
        paint: haloed(palette, color),
      },
      {
        id: `${layer.id}-label`,
        type: "symbol",
        ...labels,
        filter: ["any", isPart("area"), isPart("symbol")],
        layout: { ...text, "text-max-width": 7 } as never,
        paint: haloed(palette, color),
      },
    ],
  };
}

/** Ranges, peaks, deserts and passes: a name, with a small triangle where there is a summit. */
export function labelStyle(layer: Layer, { palette, language }: StyleContext): Banded {
  const base = { source: layer.id, minzoom: layer.minZoom, maxzoom: layer.maxZoom };
  const color = palette[SYMBOL_COLORS[layer.symbol]];
  const isPeak: ExpressionSpecification = ["==", ["get", "kind"], "peak"];
  return {
    symbols: [
      {
        id: `${layer.id}-symbol`,
        type: "symbol",
        ...base,
        filter: ["all", isPart("symbol"), isPeak],
        layout: { "icon-image": "peak", "icon-size": 0.8, "icon-allow-overlap": true, "icon-padding": 0 },
      },
    ],
    labels: [
      {
        id: `${layer.id}-label`,
        type: "symbol",
        ...base,
        minzoom: Math.max(layer.minZoom, layer.labelMinZoom),
        filter: ["!", isPart("doubt")],
        layout: {
          "text-field": nameIn(language),
          "text-font": ITALIC,
          "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11.5, 10, 14.5],
          "text-letter-spacing": ["case", isPeak, 0, language === "en" ? 0.1 : 0],
          "text-max-width": 8,
          "text-offset": ["case", isPeak, ["literal", [0, 1.1]], ["literal", [0, 0]]],
        },
        paint: haloed(palette, color),
      },
    ],
  };
}
