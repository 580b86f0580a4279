import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Layer } from "../data/manifest";
import { GROUP_RADII } from "../picture/group-radius";
import { SYMBOL_COLORS } from "../picture/palette";
import type { Banded } from "./bands";
import { BOLD } from "./label-layout";
import type { StyleContext } from "./style-context";
import { symbolStyle } from "./symbol-style";

const isPart = (...parts: string[]): ExpressionSpecification => ["in", ["get", "part"], ["literal", parts]];

/** A layer of the reader's own: points as symbols with their doubt, lines, and areas with a light ground. */
export function ownStyle(layer: Layer, context: StyleContext): Banded {
  const color = context.palette[SYMBOL_COLORS[layer.symbol]];
  const base = { source: layer.id };
  const points = symbolStyle(layer, context);
  return {
    ...points,
    symbols: [
      {
        id: `${layer.id}-group`,
        type: "circle",
        ...base,
        filter: isPart("group"),
        paint: {
          "circle-color": color,
          "circle-opacity": 0.85,
          "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "count"]], ...GROUP_RADII],
          "circle-stroke-color": context.palette.halo,
          "circle-stroke-width": 1.5,
        },
      },
      {
        id: `${layer.id}-group-count`,
        type: "symbol",
        ...base,
        filter: isPart("group"),
        layout: {
          "text-field": ["number-format", ["get", "count"], { locale: context.locale }],
          "text-font": BOLD,
          "text-size": 11,
          "text-allow-overlap": true,
          "text-ignore-placement": true,
        },
        paint: { "text-color": context.palette.halo },
      },
      ...(points.symbols ?? []),
    ],
    areas: [
      {
        id: `${layer.id}-area`,
        type: "fill",
        ...base,
        filter: isPart("area"),
        paint: { "fill-color": color, "fill-opacity": 0.12 },
      },
    ],
    corridors: [
      {
        id: `${layer.id}-line`,
        type: "line",
        ...base,
        filter: isPart("line", "area"),
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": color, "line-width": ["match", ["get", "part"], "area", 1.4, 2.2] },
      },
    ],
  };
}
