import {
  Clipper,
  Clipper64,
  ClipType,
  FillRule,
  type Path64,
  type Paths64,
  type Point64,
  PointInPolygonResult,
  type Rect64,
} from "clipper2-ts";
import type { Box, Rings } from "./land.ts";
import { isSame, type Micro, toMicro } from "./micro.ts";

const toPath = (ring: readonly Micro[]): Path64 => ring.map(([x, y]) => ({ x, y }));
const toLine = (path: Path64): Micro[] => path.map(({ x, y }): Micro => [x, y]);

/** The ring with its first position repeated at the end. */
export function close(ring: readonly Micro[]): Micro[] {
  const [first] = ring;
  const last = ring.at(-1);
  return first && last && !isSame(first, last) ? [...ring, first] : [...ring];
}

/** Twice the signed area of a closed ring in square microdegrees: positive when it runs counterclockwise. */
export function signedArea(ring: readonly Micro[]): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (a && b) sum += (a[0] - originX) * (b[1] - originY) - (b[0] - originX) * (a[1] - originY);
  }
  return sum;
}

/** Outer rings (counterclockwise) and holes (clockwise) of what lies in both, by the even-odd rule; all closed. */
export function intersection(one: Rings, other: Rings): Micro[][] {
  return Clipper.intersect(one.map(toPath), other.map(toPath), FillRule.EvenOdd).map((path) => close(toLine(path)));
}

/** Rings of what lies in `one` and not in `other`, as `intersection` gives them. */
export function difference(one: Rings, other: Rings): Micro[][] {
  return Clipper.difference(one.map(toPath), other.map(toPath), FillRule.EvenOdd).map((path) => close(toLine(path)));
}

function toRect(box: Box): Rect64 {
  const [west = 0, south = 0] = toMicro([box[0], box[1]]);
  const [east = 0, north = 0] = toMicro([box[2], box[3]]);
  return { left: west, top: south, right: east, bottom: north };
}

/** Rings cut to a box; fast, for rings that do not cross themselves. */
export function clipRings(rings: Rings, box: Box): Micro[][] {
  return Clipper.rectClip(toRect(box), rings.map(toPath)).map((path) => close(toLine(path)));
}

/** Lines cut to a box. */
export function clipLines(lines: Rings, box: Box): Micro[][] {
  return Clipper.rectClipLines(toRect(box), lines.map(toPath)).map(toLine);
}

/** The smallest box around a line, in microdegrees, and some metres more, so that no edge of it touches the line. */
function rectAround(line: readonly Micro[]): Rect64 {
  const margin = 100;
  const rect: Rect64 = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of line) {
    rect.left = Math.min(rect.left, x - margin);
    rect.right = Math.max(rect.right, x + margin);
    rect.top = Math.min(rect.top, y - margin);
    rect.bottom = Math.max(rect.bottom, y + margin);
  }
  return rect;
}

function cutLine(line: Path64, rings: Paths64, type: ClipType): Micro[][] {
  const clipper = new Clipper64();
  clipper.addOpenSubject([line]);
  clipper.addClip(rings);
  const [closed, open]: [Paths64, Paths64] = [[], []];
  clipper.execute(type, FillRule.EvenOdd, closed, open);
  return open.map(toLine);
}

/**
 * The parts of lines inside and outside of what rings enclose, by the even-odd rule. The rings are first cut to the box
 * around each line, which takes a fraction of the time that cutting with all of them would.
 */
export function cutLines(lines: Rings, rings: Rings): { readonly inside: Micro[][]; readonly outside: Micro[][] } {
  const all = rings.map(toPath);
  const [inside, outside]: [Micro[][], Micro[][]] = [[], []];
  for (const line of lines) {
    const near = Clipper.rectClip(rectAround(line), all);
    const path = toPath(line);
    inside.push(...cutLine(path, near, ClipType.Intersection));
    outside.push(...cutLine(path, near, ClipType.Difference));
  }
  return { inside, outside };
}

/** Groups rings into polygons: each hole (clockwise) goes to the smallest outer ring (counterclockwise) around it. */
export function toPolygons(rings: Rings): Micro[][][] {
  const outers = rings
    .map((ring) => ({ rings: [[...ring]], path: toPath(ring), area: signedArea(ring) }))
    .filter(({ area }) => area > 0);
  const bySize = outers.toSorted((a, b) => a.area - b.area);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const home = bySize.find(({ path }) => hole.every(([x, y]) => isPointInOrOn({ x, y }, path)));
    home?.rings.push([...hole]);
  }
  return outers.map((outer) => outer.rings);
}

const isPointInOrOn = (point: Point64, path: Path64) =>
  Clipper.pointInPolygon(point, path) !== PointInPolygonResult.IsOutside;

/** Whether a position lies in a closed ring or on its edge. */
export const isInsideOrOn = ([x, y]: Micro, ring: readonly Micro[]): boolean => isPointInOrOn({ x, y }, toPath(ring));

/** A ring closed and turned counterclockwise (an outer ring) or clockwise (a hole), as RFC 7946 asks. */
export function wound(ring: readonly Micro[], isOuter: boolean): Micro[] {
  const closed = close(ring);
  return signedArea(closed) > 0 === isOuter ? closed : closed.reverse();
}
