import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { featureKey } from "../state/feature-key";
import type { Scene } from "./scene";
import { nameIn } from "./text";
import { element, escapeXml } from "./xml";

/** A line that is wider to the pointer than to the eye, or a disc around a point. */
export type HitArea = { readonly d: string; readonly width: number } | { readonly x: number; readonly y: number };

/** Half the side of the smallest target that a finger can be asked to meet, in px. */
const TARGET_RADIUS = 12;

function hitShape(area: HitArea): string {
  const invisible = { fill: "none", "pointer-events": "all" };
  return "d" in area
    ? element("path", {
        ...invisible,
        d: area.d,
        stroke: "none",
        "stroke-width": area.width,
        "pointer-events": "stroke",
      })
    : element("circle", { ...invisible, cx: area.x, cy: area.y, r: TARGET_RADIUS });
}

/**
 * The drawing of one feature under its key `layer/id`, so that a page can make it selectable. Interactive pictures add its
 * name as title and an invisible area to meet; the picture as a whole is the one stop of the Tab key.
 */
export function featureGroup(
  { isInteractive, picture }: Scene,
  layer: Layer,
  feature: AtlasFeature,
  drawing: string,
  area?: HitArea,
): string {
  const key = featureKey({ layer: layer.id, id: feature.id });
  if (!isInteractive) return element("g", { "data-key": key }, drawing);
  const name = nameIn(feature.properties.title, picture.language);
  return element(
    "g",
    { "data-key": key, role: "button", tabindex: -1, "aria-label": name },
    element("title", {}, escapeXml(name)),
    drawing,
    area ? hitShape(area) : "",
  );
}
