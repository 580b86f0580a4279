import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Layer } from "../data/manifest";
import { SYMBOL_COLORS } from "../picture/palette";
import type { Banded } from "./bands";
import { haloed, ITALIC, REGULAR } from "./label-layout";
import { nameIn } from "./label-text";
import type { StyleContext } from "./style-context";

const isArea: ExpressionSpecification = ["==", ["get", "part"], "area"];
const isPlace: ExpressionSpecification = ["==", ["get", "part"], "symbol"];

/** Provinces and districts: a hairline outline, invisible ground to point at, and the name where its point or middle is. */
export function areaStyle(layer: Layer, { palette, language }: StyleContext): Banded {
  const base = { source: layer.id, minzoom: layer.minZoom, maxzoom: layer.maxZoom };
  const color = palette[SYMBOL_COLORS[layer.symbol]];
  const isFine = layer.symbol === "district";
  return {
    areas: [
      {
        id: `${layer.id}-area`,
        type: "fill",
        ...base,
        filter: isArea,
        paint: { "fill-color": color, "fill-opacity": isFine ? 0.03 : 0.05, "fill-antialias": false },
      },
      {
        id: `${layer.id}-outline`,
        type: "line",
        ...base,
        filter: isArea,
        layout: { "line-join": "round" },
        paint: {
          "line-color": color,
          "line-width": isFine ? 0.8 : 1.2,
          "line-dasharray": isFine ? [2, 2] : [6, 2, 1.5, 2],
          "line-opacity": 0.8,
        },
      },
    ],
    labels: [
      {
        id: `${layer.id}-label`,
        type: "symbol",
        ...base,
        minzoom: Math.max(layer.minZoom, layer.labelMinZoom),
        filter: ["any", isArea, isPlace],
        layout: {
          "text-field": nameIn(language),
          "text-font": isFine ? ITALIC : REGULAR,
          "text-size": isFine ? 11 : ["interpolate", ["linear"], ["zoom"], 4, 11, 8, 15],
          "text-letter-spacing": language === "en" && !isFine ? 0.12 : 0,
          "text-max-width": 8,
        },
        paint: haloed(palette, palette.admin),
      },
    ],
  };
}

/** Countries by their standing towards one organisation: filled when joined, lightly as partner, hatched otherwise. */
export function membershipStyle(layer: Layer, { palette, organisation }: StyleContext): Banded {
  const base = { source: layer.id, minzoom: layer.minZoom, maxzoom: layer.maxZoom };
  const standing: ExpressionSpecification = ["get", `standing_${organisation}`];
  return {
    areas: [
      {
        id: `${layer.id}-area`,
        type: "fill",
        ...base,
        filter: ["in", standing, ["literal", ["joined", "partner"]]],
        paint: {
          "fill-color": palette.membership,
          "fill-opacity": ["match", standing, "joined", 0.38, 0.15],
          "fill-outline-color": palette.membership,
        },
      },
      {
        id: `${layer.id}-hatch`,
        type: "fill",
        ...base,
        filter: ["==", standing, "other"],
        paint: { "fill-pattern": "hatch", "fill-opacity": 0.6 },
      },
    ],
    admin: [
      {
        id: `${layer.id}-outline`,
        type: "line",
        ...base,
        filter: ["has", `standing_${organisation}`],
        paint: { "line-color": palette.membership, "line-width": 1, "line-opacity": 0.8 },
      },
    ],
  };
}
