import type { LngLat, Map as MapLibreMap, Point } from "maplibre-gl";
import { isSoftware } from "./software";

/** A movement whose pictures come further apart than this stutters. */
const SLOW_MILLISECONDS = 70;
/** So many slow pictures in a row, and the rest of a movement goes without new ones. */
const SLOW_PICTURES = 3;
/** Without a graphics card a new picture waits until the map has been still for so long: the next movement may follow. */
const STILL_MILLISECONDS = 400;
/** While tiles are on their way, pictures without a graphics card come no sooner than this after one another. */
const SPARING_MILLISECONDS = 1000;
/** How far the last picture may be moved, as a share of the canvas, and how much enlarged, before a new one is due. */
const FARTHEST = 0.6;
const LARGEST = 2;

/** Where the last picture was painted from. */
interface Painted {
  readonly center: LngLat;
  /** Where the centre lies on the canvas. */
  readonly at: Point;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}

/** The movement and enlargement that take the last picture to where the map looks now. */
export interface Shift {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** True when the picture, moved so, still shows enough of a canvas of `width` × `height` pixels. */
export function isEnough({ x, y, scale }: Shift, width: number, height: number): boolean {
  const isNear = Math.abs(x) <= FARTHEST * width && Math.abs(y) <= FARTHEST * height;
  return isNear && scale <= LARGEST && scale >= 1 / LARGEST;
}

/** The shift since `painted`, or null when the map has turned since or its pictures are more than flat. */
function shiftSince(map: MapLibreMap, { center, at, zoom, bearing, pitch }: Painted): Shift | null {
  const isFlat = pitch === 0 && !map.getTerrain() && map.getProjection()?.type !== "globe";
  if (!isFlat || map.getPitch() !== pitch || map.getBearing() !== bearing) return null;
  const { x, y } = map.project(center);
  return { x: x - at.x, y: y - at.y, scale: 2 ** (map.getZoom() - zoom) };
}

/**
 * Keeps movements of the map fluent where painting is slow: without a graphics card from the first, elsewhere once the
 * pictures of a movement come too far apart. The last picture is moved and enlarged then, as map pictures always were, and
 * a new one is painted when the movement ends or too little of the old one is in sight. Without a graphics card half-loaded
 * maps are painted once a second at most. Answers how to stop.
 */
export function keepMovingPicture(map: MapLibreMap): () => void {
  const { painter } = map;
  const canvas = map.getCanvas();
  const isAlwaysSlow = isSoftware(map);
  let painted: Painted | null = null;
  let slowPictures = 0;
  let [paintedAt, movedAt] = [performance.now(), 0];
  const paint: typeof painter.render = (style, transform, options) => {
    const now = performance.now();
    const isStuttering = options.moving && now - paintedAt > SLOW_MILLISECONDS;
    slowPictures = isStuttering ? slowPictures + 1 : 0;
    paintedAt = now;
    canvas.style.transform = "";
    const center = map.getCenter();
    painted = {
      center,
      at: map.project(center),
      zoom: map.getZoom(),
      bearing: map.getBearing(),
      pitch: map.getPitch(),
    };
    Object.getPrototypeOf(painter).render.call(painter, style, transform, options);
  };
  painter.render = (style, transform, options) => {
    const isSlow = isAlwaysSlow || slowPictures >= SLOW_PICTURES;
    const now = performance.now();
    if (options.moving) movedAt = now;
    const isResting = !options.moving && now - movedAt > (isAlwaysSlow ? STILL_MILLISECONDS : 0);
    const shift = isSlow && !isResting && painted ? shiftSince(map, painted) : null;
    const isMoved = shift !== null && isEnough(shift, canvas.clientWidth, canvas.clientHeight);
    // As long as a picture is due, the map is not idle.
    if (map.repaint !== isMoved) map.repaint = isMoved;
    if (!isMoved) {
      // Half a map costs as much as the whole one, and makes its tiles wait.
      const isSpared = isAlwaysSlow && !shift && !map.loaded() && now - paintedAt < SPARING_MILLISECONDS;
      if (!isSpared) paint(style, transform, options);
      return;
    }
    canvas.style.transformOrigin = `${painted?.at.x}px ${painted?.at.y}px`;
    canvas.style.transform = `translate(${shift.x}px, ${shift.y}px) scale(${shift.scale})`;
  };
  return () => {
    Reflect.deleteProperty(painter, "render");
    canvas.style.transform = "";
  };
}
