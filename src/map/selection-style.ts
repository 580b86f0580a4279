import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Banded } from "./bands";
import { BOLD, besideSymbol, haloed } from "./label-layout";
import { nameLabel } from "./label-text";
import type { StyleContext } from "./style-context";

const isPart = (...parts: string[]): ExpressionSpecification => ["in", ["get", "part"], ["literal", parts]];

/**
 * What is pointed at and what is selected, each with its own source: rings round symbols, glow along lines and edges,
 * and for the selected feature its symbol again on top and its name in bold.
 */
export function selectionStyle({ palette, language, secondLanguage }: StyleContext): Banded {
  const emphasis = (source: "pointed" | "selected", strength: number): LayerSpecification[] => [
    {
      id: `${source}-line`,
      type: "line",
      source,
      filter: isPart("line", "area", "doubt"),
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": palette.accent,
        "line-width": ["match", ["get", "part"], "line", 6 * strength, 2.5 * strength],
        "line-opacity": ["match", ["get", "part"], "line", 0.45, 0.9],
      },
    },
    {
      id: `${source}-ring`,
      type: "circle",
      source,
      filter: ["all", isPart("symbol"), ["!=", ["get", "mark"], "soft"]],
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 4, 11, 12, 16],
        "circle-color": palette.accent,
        "circle-opacity": source === "selected" ? 0.12 : 0,
        "circle-stroke-color": palette.accent,
        "circle-stroke-width": 2.5 * strength,
      },
    },
  ];
  return {
    selection: [
      ...emphasis("pointed", 0.6),
      ...emphasis("selected", 1),
      {
        id: "selected-symbol",
        type: "symbol",
        source: "selected",
        filter: ["all", isPart("symbol"), ["!=", ["get", "mark"], "soft"]],
        layout: {
          "icon-image": ["get", "icon"],
          "icon-size": ["interpolate", ["linear"], ["zoom"], 4, 0.8, 8, 1.05, 12, 1.2],
          "icon-allow-overlap": true,
        },
      },
      {
        id: "selected-label",
        type: "symbol",
        source: "selected",
        filter: ["any", isPart("symbol"), isPart("area")],
        layout: {
          ...besideSymbol(1.25),
          "text-field": nameLabel(language, secondLanguage),
          "text-font": BOLD,
          "text-size": 15,
          "text-allow-overlap": true,
        },
        paint: haloed(palette, palette.accent, 2.5),
      },
    ],
  };
}
