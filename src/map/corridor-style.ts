import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
} from "@maplibre/maplibre-gl-style-spec";
import type { Layer } from "../data/manifest";
import type { Banded } from "./bands";
import { haloed, ITALIC } from "./label-layout";
import { nameIn } from "./label-text";
import type { StyleContext } from "./style-context";

/** The signature of a corridor by its state: what is there is solid, what is only planned is dotted. */
const DASHES = { built: null, partly_built: [5, 2.5], proposed: [0.01, 2.2], historic: null } as const;

const width = (factor: number): ExpressionSpecification => [
  "interpolate",
  ["exponential", 1.4],
  ["zoom"],
  3,
  0.9 * factor,
  6,
  1.6 * factor,
  10,
  3 * factor,
  14,
  4.5 * factor,
];

const isLine: ExpressionSpecification = ["==", ["get", "part"], "line"];
const isBuilt = (state: string): FilterSpecification => ["all", isLine, ["==", ["get", "built"], state]];
const isMode = (...modes: string[]): FilterSpecification => [
  "all",
  isLine,
  ["in", ["get", "mode"], ["literal", modes]],
];

/**
 * Corridors: paper casing; built solid, partly built in long dashes, proposed in dots, historic as a fine double line;
 * across the line ticks for railways, beads along it for pipelines; the name along the line says that it is schematic.
 */
export function corridorStyle(layer: Layer, { palette, language, assets }: StyleContext): Banded {
  const base = { source: layer.id, minzoom: layer.minZoom, maxzoom: layer.maxZoom };
  const line = (name: string, filter: FilterSpecification, rest: Partial<LayerSpecification>): LayerSpecification =>
    ({ id: `${layer.id}-${name}`, type: "line", ...base, filter, ...rest }) as LayerSpecification;
  const color = palette.corridor;
  return {
    corridors: [
      line("casing", isLine, {
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": palette.halo, "line-width": width(2.6), "line-opacity": 0.7 },
      }),
      line("rail-ticks", isMode("rail"), {
        paint: { "line-color": color, "line-width": width(4.2), "line-dasharray": [0.14, 1.9], "line-opacity": 0.9 },
      }),
      line("power-ticks", isMode("power"), {
        paint: { "line-color": color, "line-width": width(2.8), "line-dasharray": [0.2, 4.5], "line-opacity": 0.9 },
      }),
      line("built", isBuilt("built"), {
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": color, "line-width": width(1.1) },
      }),
      line("partly-built", isBuilt("partly_built"), {
        paint: { "line-color": color, "line-width": width(1.1), "line-dasharray": [...DASHES.partly_built] },
      }),
      line("proposed", isBuilt("proposed"), {
        layout: { "line-cap": "round" },
        paint: { "line-color": color, "line-width": width(1.35), "line-dasharray": [...DASHES.proposed] },
      }),
      line("historic", isBuilt("historic"), {
        layout: { "line-join": "round" },
        paint: { "line-color": color, "line-width": width(0.5), "line-gap-width": width(1) },
      }),
      line("pipeline-beads", isMode("pipeline"), {
        layout: { "line-cap": "round" },
        paint: { "line-color": color, "line-width": width(2.5), "line-dasharray": [0.01, 4] },
      }),
    ],
    labels: [
      {
        id: `${layer.id}-label`,
        type: "symbol",
        source: layer.id,
        minzoom: Math.max(layer.minZoom, layer.labelMinZoom),
        maxzoom: layer.maxZoom,
        filter: isLine,
        layout: {
          "symbol-placement": "line",
          "symbol-spacing": 420,
          "text-field": ["concat", nameIn(language), " · ", assets.words.schematic],
          "text-font": ITALIC,
          "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11, 10, 13],
          "text-offset": [0, -1],
          "text-max-angle": 30,
          "text-padding": 8,
        },
        paint: haloed(palette, color),
      },
    ],
  };
}
