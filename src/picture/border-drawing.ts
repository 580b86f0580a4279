import { formatNumber } from "../state/language/format";
import { linesOf } from "./corridor-drawing";
import { featureGroup } from "./feature-group";
import { linePath } from "./path";
import type { PictureLayer, Scene } from "./scene";
import { element } from "./xml";

/** Zoom from which kilometres are ticked off, and the px between two ticks. */
const TICKS_FROM_ZOOM = 7;
const TICK_SPACING_PX = 60;

/** The border: casing of paper and one strong line; kilometre ticks where there is room for them. */
export function drawBorder(scene: Scene, { layer, features }: PictureLayer): string {
  const { frame, palette, detail, picture } = scene;
  const { zoom } = picture.view.camera;
  const width = Math.min(4.5, Math.max(2, 2 + (zoom - 4) * 0.5));
  const groups = features.map((feature) => {
    const d = linePath(linesOf(feature.geometry), frame, detail);
    if (d === "") return "";
    const line = (stroke: string, strokeWidth: number) => element("path", { d, stroke, "stroke-width": strokeWidth });
    return featureGroup(scene, layer, feature, line(palette.halo, width + 3) + line(palette.borderLine, width), {
      d,
      width: 14,
    });
  });
  return element(
    "g",
    { id: `${scene.prefix}layer-${layer.id}`, fill: "none", "stroke-linejoin": "round", "stroke-linecap": "round" },
    ...groups,
    ...drawTicks(scene),
  );
}

function drawTicks({ picture, frame, palette, labels }: Scene): string[] {
  const { ticks = [], language, view } = picture;
  const [first, second] = ticks.map(({ point }) => frame.toPixel([...point]));
  if (view.camera.zoom < TICKS_FROM_ZOOM || !first || !second) return [];
  const spacing = Math.hypot(second[0] - first[0], second[1] - first[1]);
  const step = [10, 20, 50, 100].find((km) => (km / 10) * spacing >= TICK_SPACING_PX) ?? 100;
  return ticks.flatMap(({ km, bearing, point }) => {
    const [x, y] = frame.toPixel([...point]);
    if (km % step !== 0 || !frame.holds([x, y], 8)) return [];
    const across = ((bearing - view.camera.bearing) * Math.PI) / 180;
    const [dx, dy] = [Math.cos(across) * 6, Math.sin(across) * 6];
    labels.push({
      text: formatNumber(km, language),
      x,
      y,
      gap: 9,
      size: 10,
      color: palette.borderLine,
      priority: 20,
    });
    return element("line", {
      x1: x - dx,
      y1: y - dy,
      x2: x + dx,
      y2: y + dy,
      stroke: palette.borderLine,
      "stroke-width": 1.6,
    });
  });
}
