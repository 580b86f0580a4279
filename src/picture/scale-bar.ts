import { formatNumber } from "../state/language/format";
import { scaleBarFor } from "../state/scale";
import type { Frame } from "./frame";
import type { Box } from "./labels";
import { PALETTES } from "./palette";
import type { Picture } from "./scene";
import { textElement, textWidth } from "./text";
import { element } from "./xml";

const TEXT_SIZE = 11;
const HEIGHT = 38;
const EDGE = 10;

/** What a part of the furniture looks like and which room it takes on the map. */
export interface OnMap {
  readonly markup: string;
  readonly box: Box;
}

/** Kilometres above the line and miles below it, both true at the latitude of the map's middle. */
export function drawScaleBar({ language, theme, translate }: Picture, { width, height, camera }: Frame): OnMap {
  const palette = PALETTES[theme];
  const longest = Math.min(150, width / 4);
  const bars = (["km", "mi"] as const).map((unit) => {
    const { value, unit: shown, widthPx } = scaleBarFor(camera.lat, camera.zoom, unit, longest);
    const text = translate(`unit.${shown}`, { value: formatNumber(value, language, value < 1 ? 2 : 0) });
    return { unit: shown, widthPx, text };
  });
  const [x, y] = [EDGE + 8, height - EDGE - HEIGHT / 2];
  const parts = bars.map(({ unit, widthPx, text }, index) => {
    const end = index === 0 ? -7 : 7;
    return (
      element("path", {
        d: `M${x} ${y + end}V${y}H${(x + widthPx).toFixed(1)}V${y + end}`,
        fill: "none",
        stroke: palette.ink,
        "stroke-width": 1.5,
        "data-scale": unit,
      }) + textElement(text, x + 5, y + (index === 0 ? -5 : 14), "right", { "font-size": TEXT_SIZE, fill: palette.ink })
    );
  });
  const wide = Math.max(...bars.map(({ widthPx, text }) => Math.max(widthPx, textWidth(text, TEXT_SIZE) + 8)));
  const box = { left: EDGE, top: y - HEIGHT / 2, right: x + wide + 8, bottom: y + HEIGHT / 2 };
  const ground = element("rect", {
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: HEIGHT,
    rx: 3,
    fill: palette.surface,
    "fill-opacity": 0.88,
  });
  return { markup: element("g", { id: "scale-bar" }, ground, ...parts), box };
}
