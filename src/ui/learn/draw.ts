import { geodesicPath } from "../../geo/geodesic";
import type { Position } from "../../geo/position";
import { type OverlayFeature, overlay } from "../../state/overlay";
import type { Page } from "../../state/page";

/** Draws `shapes` over the map. Answers how to take them away; what was measured before then comes back. */
export function drawShapes(page: Page, shapes: readonly OverlayFeature[]): () => void {
  page.overlays.value = shapes;
  return () => {
    if (page.overlays.peek() !== shapes) return;
    const measures = page.measures.peek();
    page.overlays.value = measures && measures !== "failed" ? measures.overlays.peek() : [];
  };
}

const PATH_STEP_METERS = 20_000;

/** Draws the geodesic between two places with its ends. Answers how to take it away. */
export function drawDistance(page: Page, from: Position, to: Position): () => void {
  const path = geodesicPath(from, to, PATH_STEP_METERS).map(([lng, lat]) => [lng, lat]);
  return drawShapes(page, [
    overlay("distance-line", { type: "LineString", coordinates: path }),
    overlay("distance-end", { type: "Point", coordinates: [...from] }, 0),
    overlay("distance-end", { type: "Point", coordinates: [...to] }, 1),
  ]);
}
