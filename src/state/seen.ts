import { project, unproject, type Viewport, worldPx } from "./camera";
import type { Camera } from "./view";

/** What a reader saw of a map: the camera that looks at its middle, and how many CSS px of it were not covered. */
export interface Seen {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
}

/** What of the map panels leave uncovered, as a camera of its own; never less than 40 px a side. */
export function seenBy(camera: Camera, { width, height, padding }: Viewport): Seen {
  const size = worldPx(camera.zoom);
  const turn = (camera.bearing * Math.PI) / 180;
  const [right, down] = [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2];
  const [east, south] = [
    right * Math.cos(turn) - down * Math.sin(turn),
    right * Math.sin(turn) + down * Math.cos(turn),
  ];
  const [x, y] = project([camera.lng, camera.lat]);
  const [lng, lat] = unproject([x + east / size, y + south / size]);
  return {
    camera: { ...camera, lng, lat },
    width: Math.max(40, width - padding.left - padding.right),
    height: Math.max(40, height - padding.top - padding.bottom),
  };
}

/** The camera that shows in a room of CSS px all that `camera` showed in what was seen. */
export const fitCamera = (
  camera: Camera,
  seen: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): Camera => ({
  ...camera,
  zoom: camera.zoom + Math.log2(Math.min(room.width / seen.width, room.height / seen.height)),
});
