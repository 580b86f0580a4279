import { project, worldPx } from "../../state/camera";
import type { Camera } from "../../state/view";

/** How far a picture is moved, in CSS px, and how much it is enlarged about its middle. */
export interface PosterShift {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What takes a flat picture with `drawn` in its middle to where `camera` looks. */
export function posterShift(drawn: Camera, camera: Camera): PosterShift {
  const size = worldPx(camera.zoom);
  const [fromX, fromY] = project([drawn.lng, drawn.lat]);
  const [toX, toY] = project([camera.lng, camera.lat]);
  return { x: (fromX - toX) * size, y: (fromY - toY) * size, scale: 2 ** (camera.zoom - drawn.zoom) };
}
