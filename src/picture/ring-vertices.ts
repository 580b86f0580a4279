const LEAST_VERTICES = 16;
const MOST_VERTICES = 360;
/** How far in px a side of a smaller ring may leave the circle. */
const TOLERANCE_PX = 0.06;

/** How many vertices a ring needs that is drawn with a radius of so many px; never more than `most`. */
export const verticesFor = (radiusPx: number, most = MOST_VERTICES): number =>
  Math.ceil(Math.min(most, Math.max(LEAST_VERTICES, Math.PI / Math.acos(Math.max(0, 1 - TOLERANCE_PX / radiusPx)))));
