import type { Position } from "geojson";
import type { Frame, Pixel } from "./frame";

/** How faithfully lines are drawn: vertices nearer than `tolerancePx` to the line are left out. */
export interface Detail {
  readonly tolerancePx: number;
  /** The same for circles of doubt, whose corners the eye finds sooner; default `tolerancePx`. */
  readonly ringTolerancePx?: number;
  /** Decimals of a px in path data. */
  readonly decimals: number;
}

export const FULL_DETAIL: Detail = { tolerancePx: 0.25, ringTolerancePx: 0.06, decimals: 1 };
export const POSTER_DETAIL: Detail = { tolerancePx: 0.9, decimals: 0 };

/** Lines are cut this far outside of the picture, so that no cap or join shows. */
const MARGIN = 24;

/** Douglas–Peucker in px; both ends stay. */
function thin(line: readonly Pixel[], tolerance: number): Pixel[] {
  const kept = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span;
    const start = line[first] as Pixel;
    const end = line[last] as Pixel;
    let worst = tolerance * tolerance;
    let split = -1;
    for (let index = first + 1; index < last; index++) {
      const off = squaredDistance(line[index] as Pixel, start, end);
      if (off <= worst) continue;
      worst = off;
      split = index;
    }
    if (split < 0) continue;
    kept.add(split);
    spans.push([first, split], [split, last]);
  }
  return line.filter((_, index) => kept.has(index));
}

/** The square of the distance in px. Here and below points are read by place: taking them apart costs a first drawing much. */
function squaredDistance(point: Pixel, a: Pixel, b: Pixel): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const along = (point[0] - a[0]) * dx + (point[1] - a[1]) * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, along / squared));
  const offX = point[0] - a[0] - share * dx;
  const offY = point[1] - a[1] - share * dy;
  return offX * offX + offY * offY;
}

/** The four edges a shape is cut at: how far inside a point is, negative outside. */
const edgesOf = ({ width, height }: Frame, margin = MARGIN): readonly ((pixel: Pixel) => number)[] => [
  (pixel) => pixel[0] + margin,
  (pixel) => width + margin - pixel[0],
  (pixel) => pixel[1] + margin,
  (pixel) => height + margin - pixel[1],
];

const between = (a: Pixel, b: Pixel, share: number): Pixel => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** A closed ring cut to the picture (Sutherland–Hodgman). */
function clipRing(ring: readonly Pixel[], frame: Frame, margin?: number): Pixel[] {
  const edges = edgesOf(frame, margin);
  // Most rings lie wholly in the picture, or wholly beyond one of its edges.
  if (edges.some((depth) => ring.every((pixel) => depth(pixel) < 0))) return [];
  if (edges.every((depth) => ring.every((pixel) => depth(pixel) >= 0))) return [...ring];
  let inside = [...ring];
  for (const depth of edges) {
    const cut: Pixel[] = [];
    inside.forEach((point, index) => {
      const before = inside[(index + inside.length - 1) % inside.length] as Pixel;
      const from = depth(before);
      const to = depth(point);
      if (from >= 0 !== to >= 0) cut.push(between(before, point, from / (from - to)));
      if (to >= 0) cut.push(point);
    });
    inside = cut;
  }
  return inside;
}

/** The parts of a line that lie in the picture (Liang–Barsky, piece by piece). */
function clipLine(line: readonly Pixel[], frame: Frame, margin?: number): Pixel[][] {
  const edges = edgesOf(frame, margin);
  const parts: Pixel[][] = [];
  let part: Pixel[] = [];
  for (let index = 1; index < line.length; index++) {
    const from = line[index - 1] as Pixel;
    const to = line[index] as Pixel;
    let start = 0;
    let end = 1;
    for (const depth of edges) {
      const a = depth(from);
      const b = depth(to);
      if (a < 0 && b < 0) end = -1;
      else if (a < 0) start = Math.max(start, a / (a - b));
      else if (b < 0) end = Math.min(end, a / (a - b));
    }
    if (start > end) {
      if (part.length > 1) parts.push(part);
      part = [];
      continue;
    }
    if (part.length === 0 || start > 0) {
      if (part.length > 1) parts.push(part);
      part = [between(from, to, start)];
    }
    part.push(between(from, to, end));
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** Path data of a line: absolute start, then relative steps, so that digits stay few. */
function pathData(line: readonly Pixel[], { tolerancePx, decimals }: Detail): string {
  const scale = 10 ** decimals;
  let data = "";
  let lastX = 0;
  let lastY = 0;
  thin(line, tolerancePx).forEach((pixel, index) => {
    const nextX = Math.round(pixel[0] * scale);
    const nextY = Math.round(pixel[1] * scale);
    if (index > 0 && nextX === lastX && nextY === lastY) return;
    const dx = steps(nextX - lastX, scale);
    const dy = steps(nextY - lastY, scale);
    const separator = index === 0 ? "M" : index === 1 ? "l" : dx.startsWith("-") ? "" : " ";
    data += `${separator}${dx}${dy.startsWith("-") ? "" : " "}${dy}`;
    lastX = nextX;
    lastY = nextY;
  });
  return data;
}

/** A whole number of parts of a px as px, with no needless digits. Throws RangeError for what is no finite number. */
function steps(count: number, scale: number): string {
  if (!Number.isFinite(count)) throw new RangeError("a picture needs finite numbers");
  return String(count / scale + 0);
}

/** Path data of lines given as positions, cut to the frame; empty when nothing of them is in it. */
export function linePath(lines: readonly (readonly Position[])[], frame: Frame, detail: Detail): string {
  return visibleParts(lines, frame)
    .map((part) => pathData(part, detail))
    .join("");
}

/** What of lines given as positions lies in the frame or within `margin` px of it, in px. */
export const visibleParts = (lines: readonly (readonly Position[])[], frame: Frame, margin?: number): Pixel[][] =>
  lines.flatMap((line) =>
    clipLine(
      line.map((position) => frame.toPixel(position)),
      frame,
      margin,
    ),
  );

/** Path data of closed rings given as positions, cut `margin` px outside of the frame; empty when nothing of them is in it. */
export function areaPath(
  rings: readonly (readonly Position[])[],
  frame: Frame,
  detail: Detail,
  margin?: number,
): string {
  return rings
    .map((ring) =>
      clipRing(
        ring.map((position) => frame.toPixel(position)),
        frame,
        margin,
      ),
    )
    .filter((ring) => ring.length > 2)
    .map((ring) => pathData([...ring, ring[0] as Pixel], detail))
    .filter((data) => data.includes("l"))
    .map((data) => `${data}z`)
    .join("");
}
