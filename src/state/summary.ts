import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { type Bounds, project, unproject, type Viewport, worldPx } from "./camera";
import { boundsOf } from "./extent";
import type { Camera } from "./view";

/** How many features of a layer lie in view. */
export interface LayerCount {
  readonly layer: Layer;
  readonly count: number;
}

/** What the uncovered part of a flat, north-up map shows; a turned map shows about the same. */
export function boundsInView(camera: Camera, { width, height, padding }: Viewport): Bounds {
  const size = worldPx(camera.zoom);
  const [x, y] = project([camera.lng, camera.lat]);
  const [west, north] = unproject([x + (padding.left - width / 2) / size, y + (padding.top - height / 2) / size]);
  const [east, south] = unproject([
    x + (width / 2 - padding.right) / size,
    Math.min(1, y + (height / 2 - padding.bottom) / size),
  ]);
  return [west, south, east, north];
}

/** True for bounds that have a position in common. */
export const overlaps = (a: Bounds, b: Bounds) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** Whether a feature with its doubt reaches into `view`; one without a known place does not. */
export function reachesInto(feature: AtlasFeature, view: Bounds): boolean {
  const bounds = boundsOf(feature, 0);
  return bounds !== null && overlaps(bounds, view);
}

/** The features of each visible layer that reach into view, by layer, without the layers that have none. */
export function countInView(
  features: Iterable<{ readonly layer: Layer; readonly feature: AtlasFeature }>,
  visibleLayers: readonly Layer[],
  view: Bounds,
): readonly LayerCount[] {
  const counts = new Map(visibleLayers.map((layer) => [layer.id, 0]));
  for (const { layer, feature } of features) {
    const count = counts.get(layer.id);
    if (count !== undefined && reachesInto(feature, view)) counts.set(layer.id, count + 1);
  }
  return visibleLayers
    .map((layer) => ({ layer, count: counts.get(layer.id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .reverse();
}
