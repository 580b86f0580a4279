import type { Frame } from "./frame";
import { PALETTES } from "./palette";
import type { OnMap } from "./scale-bar";
import type { Picture } from "./scene";
import { textElement } from "./text";
import { element } from "./xml";

/** How far from the upper right corner the arrow turns. */
const CENTER = 30;

/** An arrow that points to where north is on a map that may be turned, with its letter below it. */
export function drawNorthArrow({ theme, translate }: Picture, { width, camera }: Frame): OnMap {
  const palette = PALETTES[theme];
  const markup = element(
    "g",
    { id: "north-arrow", transform: `translate(${(width - CENTER).toFixed(1)} ${CENTER})` },
    element("circle", { r: 19, fill: palette.surface, "fill-opacity": 0.9 }),
    element(
      "g",
      { transform: `rotate(${(-camera.bearing).toFixed(1)})` },
      element("path", { d: "M0-16 5 0-5 0z", fill: palette.danger }),
      element("path", { d: "M0 16 5 0-5 0z", fill: palette.muted }),
    ),
    textElement(translate("on-picture.north"), 0, 33, "middle", {
      "font-size": 12,
      "font-weight": 600,
      fill: palette.ink,
      stroke: palette.halo,
      "stroke-width": 3,
      "paint-order": "stroke",
    }),
  );
  return { markup, box: { left: width - CENTER - 20, top: CENTER - 20, right: width - CENTER + 20, bottom: 68 } };
}
