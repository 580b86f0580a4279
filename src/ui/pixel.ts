import { project, worldPx } from "../state/camera";
import type { ScreenPoint } from "../state/map-handle";
import type { Page } from "../state/page";

/** Where a position is on the map, in CSS px from its top left corner; the drawn map is flat and north-up. */
export function pixelOf({ map, model }: Page, position: readonly [number, number]): ScreenPoint {
  const live = map.value;
  const { camera } = model.view.value;
  const { width, height } = model.viewport.value;
  if (live) return live.pixelAt(position);
  const size = worldPx(camera.zoom);
  const [x, y] = project(position);
  const [middleX, middleY] = project([camera.lng, camera.lat]);
  return { x: (x - middleX) * size + width / 2, y: (y - middleY) * size + height / 2 };
}
