import type { Camera } from "./view";

/** Size of the map in CSS px, and what covers its edges. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

const TILE_PX = 512;
const LATITUDE_LIMIT = 85.051129;
const DEGREES = 180 / Math.PI;

/** Web Mercator x and y of a position, 0…1 from the north-west corner of the world. */
export function project(position: readonly [lng: number, lat: number]): [x: number, y: number] {
  const latitude = Math.min(LATITUDE_LIMIT, Math.max(-LATITUDE_LIMIT, position[1]));
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + latitude / DEGREES / 2)) / (2 * Math.PI);
  return [(position[0] + 180) / 360, y];
}

/** The position at Web Mercator x and y of 0…1; the inverse of `project`. */
export function unproject([x, y]: readonly [number, number]): [lng: number, lat: number] {
  return [x * 360 - 180, (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) * DEGREES];
}

/** CSS px across the whole world at `zoom`. */
export const worldPx = (zoom: number): number => TILE_PX * 2 ** zoom;

/** The flat, north-up camera that fits `bounds` into what of the viewport is not covered, at most `maxZoom`. */
export function cameraFor(bounds: Bounds, viewport: Viewport, maxZoom = 10): Camera {
  const [left, bottom] = project([bounds[0], bounds[1]]);
  const [right, top] = project([bounds[2], bounds[3]]);
  const { padding } = viewport;
  const width = Math.max(40, viewport.width - padding.left - padding.right);
  const height = Math.max(40, viewport.height - padding.top - padding.bottom);
  const scale = Math.min(width / Math.max(1e-9, right - left), height / Math.max(1e-9, bottom - top));
  const zoom = Math.min(maxZoom, Math.max(0, Math.log2(scale / TILE_PX)));
  const size = worldPx(zoom);
  const x = (left + right) / 2 + (padding.right - padding.left) / 2 / size;
  const y = (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / size;
  const [lng, lat] = unproject([x, y]);
  return { zoom, lng, lat, bearing: 0, pitch: 0 };
}

/** True when two cameras would show the same picture to within a tenth of a pixel or so. */
export function isSameCamera(a: Camera, b: Camera): boolean {
  const tolerance = 0.2 / worldPx(Math.max(a.zoom, b.zoom));
  const [ax, ay] = project([a.lng, a.lat]);
  const [bx, by] = project([b.lng, b.lat]);
  return (
    Math.abs(a.zoom - b.zoom) < 0.006 &&
    Math.abs(ax - bx) < tolerance * 5 &&
    Math.abs(ay - by) < tolerance * 5 &&
    Math.abs(a.bearing - b.bearing) < 0.06 &&
    Math.abs(a.pitch - b.pitch) < 0.06
  );
}
