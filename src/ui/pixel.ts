import { frameOf } from "../picture/frame";
import type { Viewport } from "../state/camera";
import type { ScreenPoint } from "../state/map-handle";
import type { Page } from "../state/page";

/** Where a position is on the map, live or drawn, in CSS px from its top left corner. */
export function pixelOf({ map, model }: Page, position: readonly [number, number]): ScreenPoint {
  const live = map.value;
  const { camera } = model.view.value;
  const { width, height } = model.viewport.value;
  if (live) return live.pixelAt(position);
  const [x, y] = frameOf(camera, width, height).toPixel([...position]);
  return { x, y };
}

/** Whether a place on the map is in sight, where no panel covers it. */
export const isInClear = ({ width, height, padding }: Viewport, { x, y }: ScreenPoint): boolean =>
  x >= padding.left && x <= width - padding.right && y >= padding.top && y <= height - padding.bottom;

/** The position under a place on the map, live or drawn, given in CSS px from its top left corner. */
export function positionUnder({ map, model }: Page, { x, y }: ScreenPoint): readonly [lng: number, lat: number] {
  const live = map.peek();
  const { width, height } = model.viewport.peek();
  return live ? live.positionAt({ x, y }) : frameOf(model.view.peek().camera, width, height).toPosition([x, y]);
}
