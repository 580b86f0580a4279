import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { metersPerPx } from "../state/scale";
import { type Doubt, doubtRing, LEAST_DOUBT_PX, MOST_VERTICES, markOf } from "./doubt";
import { featureSymbol } from "./feature-symbol";
import type { Frame } from "./frame";
import { groupRadius } from "./group-radius";
import { type Palette, SYMBOL_COLORS } from "./palette";
import { verticesFor } from "./ring-vertices";
import { symbolScale } from "./symbol-scale";
import { paintSymbol, SYMBOL_GRID, symbolSize } from "./symbols";

/** What is painted of one layer of points. */
export interface PaintedLayer {
  readonly layer: Layer;
  /** Features of which the points are painted. */
  readonly features: readonly AtlasFeature[];
  readonly groups: readonly { readonly lng: number; readonly lat: number; readonly count: number }[];
}

export interface PointsLook {
  readonly palette: Palette;
  /** CSS px of one pixel of the canvas, inverted. */
  readonly pixelRatio: number;
  readonly formatCount: (count: number) => string;
}

/** Room for the halo of a symbol, and for the symbols at the edges of the picture. */
const MARGIN_PX = 4;
const EDGE_PX = 40;

/** A symbol painted once, to be put wherever it is needed. */
function createStamp(layer: Layer, feature: AtlasFeature, sidePx: number, { palette, pixelRatio }: PointsLook) {
  const { name, variant } = featureSymbol(layer, feature);
  const canvas = document.createElement("canvas");
  const scale = (symbolSize(variant) / SYMBOL_GRID) * (sidePx / SYMBOL_GRID) * pixelRatio;
  const side = Math.ceil(SYMBOL_GRID * scale + 2 * MARGIN_PX * pixelRatio);
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.translate(side / 2, side / 2);
  context.scale(scale, scale);
  context.translate(-SYMBOL_GRID / 2, -SYMBOL_GRID / 2);
  paintSymbol(context, name, variant, palette);
  return canvas;
}

function paintDoubt(
  context: CanvasRenderingContext2D,
  frame: Frame,
  color: string,
  [lng, lat]: readonly [number, number],
  where: Doubt,
): void {
  const radiusPx = where.uncertaintyRadiusM / metersPerPx(lat, frame.camera.zoom);
  if (radiusPx < LEAST_DOUBT_PX) return;
  context.beginPath();
  for (const position of doubtRing([lng, lat], where.uncertaintyRadiusM, verticesFor(radiusPx, MOST_VERTICES))) {
    context.lineTo(...frame.toPixel(position));
  }
  const isCountry = where.precision === "country";
  context.globalAlpha = 0.08;
  context.fillStyle = color;
  if (!isCountry) context.fill();
  context.globalAlpha = isCountry ? 0.35 : 0.85;
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.setLineDash([3, 2.5]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function paintGroup(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  count: number,
  color: string,
  { palette, formatCount }: PointsLook,
): void {
  context.beginPath();
  context.arc(x, y, groupRadius(count), 0, 2 * Math.PI);
  context.globalAlpha = 0.85;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  context.strokeStyle = palette.halo;
  context.stroke();
  context.fillStyle = palette.halo;
  context.font = "700 11px 'Source Sans 3', system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(formatCount(count), x, y);
}

/**
 * Paints the points of `layers` on a canvas that shows `frame`, as the live map draws them: circles of doubt, groups with
 * their counts, and symbols by how well a place is known.
 */
export function paintPoints(
  context: CanvasRenderingContext2D,
  frame: Frame,
  layers: readonly PaintedLayer[],
  look: PointsLook,
): void {
  const { pixelRatio, palette } = look;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, frame.width, frame.height);
  const sidePx = SYMBOL_GRID * symbolScale(frame.camera.zoom);
  for (const { layer, features, groups } of layers) {
    const color = palette[SYMBOL_COLORS[layer.symbol]];
    const points = features.flatMap((feature) => {
      if (feature.geometry?.type !== "Point") return [];
      const [lng = 0, lat = 0] = feature.geometry.coordinates;
      const where = "where" in feature.properties ? (feature.properties.where as Doubt | null) : null;
      return [{ feature, position: [lng, lat] as const, where }];
    });
    for (const { position, where } of points) {
      if (where) paintDoubt(context, frame, color, position, where);
    }
    for (const { lng, lat, count } of groups) paintGroup(context, frame.toPixel([lng, lat]), count, color, look);
    const stamps = new Map<string, HTMLCanvasElement | null>();
    for (const { feature, position, where } of points) {
      const mark = markOf(where);
      const pixel = frame.toPixel([...position]);
      if (mark === "soft" || !frame.holds(pixel, EDGE_PX)) continue;
      let stamp = stamps.get(mark);
      if (stamp === undefined) {
        stamp = createStamp(layer, feature, sidePx, look);
        stamps.set(mark, stamp);
      }
      if (!stamp) continue;
      const side = stamp.width / pixelRatio;
      context.drawImage(stamp, pixel[0] - side / 2, pixel[1] - side / 2, side, side);
    }
  }
}
