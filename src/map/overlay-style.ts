import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { OverlayRole } from "../state/overlay";
import type { Banded } from "./bands";
import { BOLD, haloed } from "./label-layout";
import type { StyleContext } from "./style-context";

const hasRole = (...roles: OverlayRole[]): ExpressionSpecification => ["in", ["get", "role"], ["literal", roles]];

/** Shapes the reader asked for: measured lines and areas, distances, corridors around lines, and their labels. */
export function overlayStyle({ palette }: StyleContext): Banded {
  const source = { source: "overlays" };
  const line = (
    id: string,
    roles: OverlayRole[],
    color: string,
    width: number,
    dash?: number[],
  ): LayerSpecification => ({
    id,
    type: "line",
    ...source,
    filter: hasRole(...roles),
    layout: { "line-join": "round", "line-cap": dash ? "butt" : "round" },
    paint: { "line-color": color, "line-width": width, ...(dash ? { "line-dasharray": dash } : {}) },
  });
  const areas: OverlayRole[] = ["corridor-area", "combined-area", "measure-area"];
  const lines: OverlayRole[] = ["measure-line", "distance-line", "generalised-line"];
  return {
    overlays: [
      {
        id: "overlay-area",
        type: "fill",
        ...source,
        filter: hasRole(...areas),
        paint: {
          "fill-color": palette.accent,
          "fill-opacity": ["match", ["get", "role"], "combined-area", 0.26, 0.14],
        },
      },
      line("overlay-outline", areas, palette.accent, 1.4, [5, 2]),
      line("overlay-casing", lines, palette.halo, 5),
      line("overlay-line", lines, palette.accent, 2.4),
      line("overlay-flat-line", ["flat-line"], palette.muted, 1.6, [2, 2]),
    ],
    selection: [
      {
        id: "overlay-vertex",
        type: "circle",
        ...source,
        filter: hasRole("measure-vertex", "sketch-vertex", "distance-end", "border-position"),
        paint: {
          "circle-radius": ["match", ["get", "role"], ["measure-vertex", "sketch-vertex"], 5, 6],
          "circle-color": palette.surface,
          "circle-stroke-color": palette.accent,
          "circle-stroke-width": 2.5,
        },
      },
      {
        id: "overlay-label",
        type: "symbol",
        ...source,
        filter: ["!=", ["get", "label"], ""],
        layout: {
          "text-field": ["get", "label"],
          "text-font": BOLD,
          "text-size": 13,
          "text-variable-anchor": ["top", "bottom", "left", "right"],
          "text-radial-offset": 0.8,
        },
        paint: haloed(palette, palette.accent, 2),
      },
    ],
  };
}
