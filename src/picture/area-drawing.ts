import type { Geometry, Position } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { linesOf } from "./corridor-drawing";
import { isCountryNamed } from "./country-labels";
import { featureGroup } from "./feature-group";
import type { Pixel } from "./frame";
import { areaPath, linePath, visibleParts } from "./path";
import type { PictureLayer, Scene } from "./scene";
import { SYMBOL_COLORS } from "./symbol-colors";
import { drawSymbols, LABELS_EARLIER } from "./symbol-drawing";
import { nameIn } from "./text";
import { element } from "./xml";

/** Of the fill of countries that have joined something. */
export const JOINED_OPACITY = 0.2;

const ringsOf = (geometry: Geometry | null): readonly (readonly Position[])[] => {
  if (geometry?.type === "Polygon") return geometry.coordinates;
  return geometry?.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
};

/** Where the name of a feature without a symbol stands: its point, the middle of its line, or of its outline's extent. */
function namePlace({ frame }: Scene, geometry: Geometry | null): Pixel | undefined {
  if (geometry?.type === "Point") return frame.toPixel(geometry.coordinates);
  const [line] = visibleParts(linesOf(geometry), frame).toSorted((a, b) => b.length - a.length);
  if (line) return line[Math.floor(line.length / 2)];
  const outline = ringsOf(geometry)
    .flat()
    .map((position) => frame.toPixel(position));
  if (outline.length === 0) return undefined;
  const middle = (axis: 0 | 1) => {
    const values = outline.map((pixel) => pixel[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  return [middle(0), middle(1)];
}

function drawOutline(scene: Scene, layer: Layer, feature: AtlasFeature): string {
  const { frame, palette, detail } = scene;
  const color = palette[SYMBOL_COLORS[layer.symbol]];
  const area = areaPath(ringsOf(feature.geometry), frame, detail);
  const line = linePath(linesOf(feature.geometry), frame, detail);
  if (area === "" && line === "") return "";
  const drawing = area
    ? element("path", {
        d: area,
        fill: color,
        "fill-opacity": layer.record === "membership" ? JOINED_OPACITY : 0.05,
        stroke: color,
        "stroke-dasharray": "3 3",
      })
    : element("path", { d: line, fill: "none", stroke: color, "stroke-width": 1.2 });
  return featureGroup(scene, layer, feature, drawing, area ? undefined : { d: line, width: 12 });
}

/** Provinces, districts, waters and ranges: outline or line where there is one, else the name alone; peaks as symbols. */
export function drawAreas(scene: Scene, { layer, features }: PictureLayer): string {
  const { picture, palette, labels, frame } = scene;
  const peaks = features.filter(({ properties }) => properties.kind === "peak");
  const others = features.filter(({ properties }) => properties.kind !== "peak" && properties.status === "current");
  const outlines = others.map((feature) => drawOutline(scene, layer, feature));
  const isProvince = layer.symbol === "province";
  const isLatin = picture.language === "en";
  if (frame.camera.zoom >= layer.labelMinZoom - LABELS_EARLIER) {
    for (const { geometry, properties } of others) {
      const at = namePlace(scene, geometry);
      if (!at || !frame.holds(at, -10)) continue;
      if (properties.kind === "country" && isCountryNamed(properties.country, picture.view.camera.zoom)) continue;
      labels.push({
        text: nameIn(properties.title, picture.language),
        x: at[0],
        y: at[1],
        gap: 0,
        size: isProvince ? 13 : 11.5,
        color: palette[SYMBOL_COLORS[layer.symbol]],
        italic: isLatin && !isProvince,
        spaced: isLatin && isProvince,
        priority: isProvince ? 28 : 24,
      });
    }
  }
  const symbols = drawSymbols(scene, { layer, features: peaks }, `${layer.id}-peaks`);
  return element("g", { id: `${scene.prefix}layer-${layer.id}` }, ...outlines, symbols.doubt, symbols.symbol);
}
