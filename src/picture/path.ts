import type { Position } from "geojson";
import type { Frame, Pixel } from "./frame";
import { number } from "./xml";

/** How faithfully lines are drawn: vertices nearer than `tolerancePx` to the line are left out. */
export interface Detail {
  readonly tolerancePx: number;
  /** Decimals of a px in path data. */
  readonly decimals: number;
}

export const FULL_DETAIL: Detail = { tolerancePx: 0.25, decimals: 1 };
export const POSTER_DETAIL: Detail = { tolerancePx: 0.9, decimals: 0 };

/** Lines are cut this far outside of the picture, so that no cap or join shows. */
const MARGIN = 24;

/** Douglas–Peucker in px; both ends stay. */
function thin(line: readonly Pixel[], tolerance: number): Pixel[] {
  const kept = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span;
    let worst = tolerance;
    let split = -1;
    for (let index = first + 1; index < last; index++) {
      const off = distanceToSegment(line[index] as Pixel, line[first] as Pixel, line[last] as Pixel);
      if (off > worst) [worst, split] = [off, index];
    }
    if (split < 0) continue;
    kept.add(split);
    spans.push([first, split], [split, last]);
  }
  return line.filter((_, index) => kept.has(index));
}

function distanceToSegment([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** The four edges a shape is cut at: how far inside a point is, negative outside. */
const edgesOf = ({ width, height }: Frame): readonly ((pixel: Pixel) => number)[] => [
  ([x]) => x + MARGIN,
  ([x]) => width + MARGIN - x,
  ([, y]) => y + MARGIN,
  ([, y]) => height + MARGIN - y,
];

const between = (a: Pixel, b: Pixel, share: number): Pixel => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** A closed ring cut to the picture (Sutherland–Hodgman). */
function clipRing(ring: readonly Pixel[], frame: Frame): Pixel[] {
  let inside = [...ring];
  for (const depth of edgesOf(frame)) {
    const cut: Pixel[] = [];
    inside.forEach((point, index) => {
      const before = inside[(index + inside.length - 1) % inside.length] as Pixel;
      const [from, to] = [depth(before), depth(point)];
      if (from >= 0 !== to >= 0) cut.push(between(before, point, from / (from - to)));
      if (to >= 0) cut.push(point);
    });
    inside = cut;
  }
  return inside;
}

/** The parts of a line that lie in the picture (Liang–Barsky, piece by piece). */
function clipLine(line: readonly Pixel[], frame: Frame): Pixel[][] {
  const parts: Pixel[][] = [];
  let part: Pixel[] = [];
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1] as Pixel, line[index] as Pixel];
    let [start, end] = [0, 1];
    for (const depth of edgesOf(frame)) {
      const [a, b] = [depth(from), depth(to)];
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
  let [lastX, lastY] = [0, 0];
  thin(line, tolerancePx).forEach(([x, y], index) => {
    const [nextX, nextY] = [Math.round(x * scale), Math.round(y * scale)];
    if (index > 0 && nextX === lastX && nextY === lastY) return;
    const [dx, dy] = [number((nextX - lastX) / scale, decimals), number((nextY - lastY) / scale, decimals)];
    const separator = index === 0 ? "M" : index === 1 ? "l" : dx.startsWith("-") ? "" : " ";
    data += `${separator}${dx}${dy.startsWith("-") ? "" : " "}${dy}`;
    [lastX, lastY] = [nextX, nextY];
  });
  return data;
}

/** Path data of lines given as positions, cut to the frame; empty when nothing of them is in it. */
export function linePath(lines: readonly (readonly Position[])[], frame: Frame, detail: Detail): string {
  return visibleParts(lines, frame)
    .map((part) => pathData(part, detail))
    .join("");
}

/** What of lines given as positions lies in the frame, in px. */
export const visibleParts = (lines: readonly (readonly Position[])[], frame: Frame): Pixel[][] =>
  lines.flatMap((line) =>
    clipLine(
      line.map((position) => frame.toPixel(position)),
      frame,
    ),
  );

/** Path data of closed rings given as positions, cut to the frame; empty when nothing of them is in it. */
export function areaPath(rings: readonly (readonly Position[])[], frame: Frame, detail: Detail): string {
  return rings
    .map((ring) =>
      clipRing(
        ring.map((position) => frame.toPixel(position)),
        frame,
      ),
    )
    .filter((ring) => ring.length > 2)
    .map((ring) => pathData([...ring, ring[0] as Pixel], detail))
    .filter((data) => data.includes("l"))
    .map((data) => `${data}z`)
    .join("");
}
