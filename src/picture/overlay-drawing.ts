import type { Geometry, Position } from "geojson";
import { formatNumber } from "../state/language/format";
import type { OverlayFeature, OverlayRole } from "../state/overlay";
import { linesOf } from "./corridor-drawing";
import { areaPath, linePath, visibleParts } from "./path";
import type { Scene } from "./scene";
import { element, escapeXml } from "./xml";

const MUTED: ReadonlySet<OverlayRole> = new Set(["flat-line"]);

function ringsOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}

/** Many rows of the reader's own that lie together, with their count. */
function drawGroup({ palette }: Scene, x: number, y: number, label: string): string {
  const circle = element("circle", {
    cx: x,
    cy: y,
    r: 9 + 2 * label.length,
    fill: palette.own,
    "fill-opacity": 0.85,
    stroke: palette.halo,
    "stroke-width": 1.5,
  });
  const count = element(
    "text",
    { x, y, "text-anchor": "middle", "dominant-baseline": "central", "font-size": 11, fill: palette.halo },
    escapeXml(label),
  );
  return circle + count;
}

function drawOne(scene: Scene, { geometry, properties }: OverlayFeature): string {
  const { frame, palette, detail } = scene;
  if (geometry.type === "Point") {
    const [x, y] = frame.toPixel(geometry.coordinates);
    if (!frame.holds([x, y], 8)) return "";
    if (properties.role === "own-group") return drawGroup(scene, x, y, properties.label);
    return element("circle", {
      cx: x,
      cy: y,
      r: 5,
      fill: palette.surface,
      stroke: palette.accent,
      "stroke-width": 2.5,
    });
  }
  const area = areaPath(ringsOf(geometry), frame, detail);
  if (area !== "") {
    const opacity = properties.role === "combined-area" ? 0.26 : 0.14;
    return element("path", {
      d: area,
      fill: palette.accent,
      "fill-opacity": opacity,
      stroke: palette.accent,
      "stroke-dasharray": "5 2",
    });
  }
  const line = linePath(linesOf(geometry), frame, detail);
  if (line === "") return "";
  const stroke = (color: string, width: number, dash?: string) =>
    element("path", { d: line, fill: "none", stroke: color, "stroke-width": width, "stroke-dasharray": dash });
  return MUTED.has(properties.role)
    ? stroke(palette.muted, 1.6, "3 3")
    : stroke(palette.halo, 5) + stroke(palette.accent, 2.4);
}

/** Shapes the reader asked for, in the accent colour: measured lines and areas, distances, corridors along lines. */
export function drawOverlays(scene: Scene): string {
  const { overlays = [] } = scene.picture;
  for (const { geometry, properties } of overlays) {
    if (properties.label === "" || properties.role === "own-group") continue;
    const [line] = visibleParts(linesOf(geometry), scene.frame);
    const at =
      geometry.type === "Point" ? scene.frame.toPixel(geometry.coordinates) : line?.[Math.floor(line.length / 2)];
    if (!at) continue;
    scene.labels.push({
      text:
        properties.role === "measure-vertex"
          ? formatNumber(properties.index + 1, scene.picture.language)
          : properties.label,
      x: at[0],
      y: at[1],
      gap: 9,
      size: 13,
      color: scene.palette.accent,
      bold: true,
      priority: 95,
    });
  }
  const shapes = overlays.map((feature) => drawOne(scene, feature));
  return shapes.length === 0 ? "" : element("g", { id: `${scene.prefix}overlays` }, ...shapes);
}
