import type { Position } from "geojson";
import { project, unproject, worldPx } from "../state/camera";
import type { Camera } from "../state/view";

/** A point of a picture in px from its upper left corner. */
export type Pixel = readonly [x: number, y: number];

/** Which part of the world a picture shows, and where in it. Pitch is not drawn. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly camera: Camera;
  /** Where a position falls, longitudes within half a turn of the camera's. Throws RangeError when it is not finite. */
  toPixel(position: Position): Pixel;
  /** The position under a point of the picture; the inverse of `toPixel`. */
  toPosition(pixel: Pixel): [lng: number, lat: number];
  /** Whether a point lies in the picture or within `margin` px of it. */
  holds(pixel: Pixel, margin?: number): boolean;
}

/** The frame that shows what `camera` looks at in its middle, as the WebGL map would at the same size in CSS px. */
export function frameOf(camera: Camera, width: number, height: number): Frame {
  const size = worldPx(camera.zoom);
  const [centerX, centerY] = project([camera.lng, camera.lat]);
  const turn = (-camera.bearing * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  return {
    width,
    height,
    camera,
    toPixel(position) {
      const lng = position[0] ?? 0;
      const lat = position[1] ?? 0;
      if (!Number.isFinite(lng + lat)) throw new RangeError("a picture needs finite positions");
      const near = lng + 360 * Math.round((camera.lng - lng) / 360);
      const projected = project([near, lat]);
      const east = (projected[0] - centerX) * size;
      const south = (projected[1] - centerY) * size;
      return [width / 2 + east * cosine - south * sine, height / 2 + east * sine + south * cosine];
    },
    toPosition([x, y]) {
      const [right, down] = [x - width / 2, y - height / 2];
      const [east, south] = [right * cosine + down * sine, down * cosine - right * sine];
      return unproject([centerX + east / size, centerY + south / size]);
    },
    holds: ([x, y], margin = 0) => x >= -margin && x <= width + margin && y >= -margin && y <= height + margin,
  };
}
