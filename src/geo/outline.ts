import {
  Clipper,
  ClipType,
  FillRule,
  type Path64,
  type Paths64,
  type Point64,
  PointInPolygonResult,
  type PolyPath64,
  PolyTree64,
  type Rect64,
} from "clipper2-ts";
import type { PackedPolygons } from "./packed";
import { packPolygons, unpackPolygons } from "./packed";
import type { Extent } from "./position";

/** Outlines are computed on a grid of 1e-7 degrees, about 1 cm. */
const GRID_PER_DEGREE = 1e7;

/** Loops smaller than this are left over from rounding: about 4 m². */
const LEAST_LOOP_CELLS = 3e4;

type Ring = readonly (readonly number[])[];

const toGrid = (rings: readonly Ring[]): Paths64 =>
  rings.map((ring) =>
    ring.map(([lng = 0, lat = 0]) => ({ x: Math.round(lng * GRID_PER_DEGREE), y: Math.round(lat * GRID_PER_DEGREE) })),
  );

/** Whether no vertex of a ring stands where another one stands; may say no when two are one behind the other. */
function isWithoutTouches(path: Path64): boolean {
  const least = path.reduce((west, { x }) => Math.min(west, x), Number.POSITIVE_INFINITY);
  const places = new Set(path.map(({ x, y }) => (x - least) * 2 ** 22 + (y & (2 ** 22 - 1))));
  return places.size === path.length;
}

/** Cuts a ring that touches itself in a vertex into rings that do not. */
function withoutTouches(path: Path64): Paths64 {
  if (isWithoutTouches(path)) return Math.abs(Clipper.area(path)) > LEAST_LOOP_CELLS ? [path] : [];
  const loops: Paths64 = [];
  const open: Path64 = [];
  const seen = new Map<string, number>();
  for (const point of path) {
    const key = `${point.x},${point.y}`;
    const before = seen.get(key);
    if (before !== undefined) {
      const loop = open.splice(before);
      for (const cut of loop) seen.delete(`${cut.x},${cut.y}`);
      loops.push(loop);
    }
    seen.set(key, open.length);
    open.push(point);
  }
  loops.push(open);
  return loops.filter((loop) => loop.length > 2 && Math.abs(Clipper.area(loop)) > LEAST_LOOP_CELLS);
}

/** How many sides a loop left over from rounding may have. */
const MOST_LOOP_SIDES = 8;

const turn = (a: Point64, b: Point64, c: Point64): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

const areCrossing = (a: Point64, b: Point64, c: Point64, d: Point64): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/**
 * Takes off the loops, some centimetres long, that a ring makes where the rounding of a cut to the grid has moved one
 * side across another that is a few sides further on. Clipper leaves these, and leaves them again when asked twice.
 */
function withoutLoops(path: Path64): Path64 {
  let kept = path;
  const at = (index: number) => kept[index % kept.length] as Point64;
  const crossingFrom = (side: number): number | null => {
    const last = Math.min(side + MOST_LOOP_SIDES, side + kept.length - 2);
    for (let later = side + 2; later <= last; later++) {
      if (areCrossing(at(side), at(side + 1), at(later), at(later + 1))) return later;
    }
    return null;
  };
  for (let side = 0; side < kept.length; side++) {
    const later = crossingFrom(side);
    if (later === null) continue;
    const { length } = kept;
    kept = kept.filter((_, index) => (index - side - 1 + length) % length >= later - side);
    side = Math.max(-1, side - MOST_LOOP_SIDES);
  }
  return kept;
}

const toRing = (path: Path64): number[][] => {
  const ring = path.map(({ x, y }) => [x / GRID_PER_DEGREE, y / GRID_PER_DEGREE]);
  const [first] = ring;
  if (first) ring.push([...first]);
  return ring;
};

/** Whether a hole lies in an outer loop; vertices on the loop itself do not tell. */
function liesIn(hole: Path64, outer: Path64): boolean {
  for (const vertex of hole) {
    const where = Clipper.pointInPolygon(vertex, outer);
    if (where !== PointInPolygonResult.IsOn) return where === PointInPolygonResult.IsInside;
  }
  return true;
}

/** Adds each outer ring below a node with its holes; outer rings in holes are polygons of their own. */
function collect(node: PolyPath64, polygons: number[][][][]): void {
  for (let index = 0; index < node.count; index++) {
    const outer = node.child(index);
    const paths = [outer.polygon ?? []];
    for (let hole = 0; hole < outer.count; hole++) {
      paths.push(outer.child(hole).polygon ?? []);
      collect(outer.child(hole), polygons);
    }
    const loops = paths.flatMap(withoutTouches).map(withoutLoops);
    const outers = loops.filter((loop) => Clipper.area(loop) > 0);
    let holes = loops.filter((loop) => Clipper.area(loop) < 0);
    for (const loop of outers) {
      const within = outers.length === 1 ? holes : holes.filter((hole) => liesIn(hole, loop));
      holes = holes.filter((hole) => !within.includes(hole));
      polygons.push([loop, ...within].map(toRing));
    }
  }
}

function combine(type: ClipType, subject: Paths64, clip: Paths64 | null): PackedPolygons {
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(type, subject, clip, tree, FillRule.NonZero);
  const polygons: number[][][][] = [];
  collect(tree, polygons);
  return packPolygons(polygons);
}

function gridRectangle([west, south, east, north]: Extent): Rect64 {
  const [left, right] = [Math.round(west * GRID_PER_DEGREE), Math.round(east * GRID_PER_DEGREE)];
  const [top, bottom] = [Math.round(south * GRID_PER_DEGREE), Math.round(north * GRID_PER_DEGREE)];
  return { left, top, right, bottom };
}

/** Countries and land are asked for again and again. */
const grids = new WeakMap<PackedPolygons, Paths64>();

function gridded(polygons: PackedPolygons): Paths64 {
  const known = grids.get(polygons);
  if (known) return known;
  const grid = toGrid(unpackPolygons(polygons).flat());
  grids.set(polygons, grid);
  return grid;
}

/** Valid polygons (outer rings counter-clockwise, holes clockwise) of everything that any of the rings encloses. */
export function outlineOfRings(rings: readonly Ring[]): PackedPolygons {
  return combine(ClipType.Union, toGrid(rings), null);
}

/** What two sets of polygons cover together. */
export function unionOf(first: PackedPolygons, second: PackedPolygons): PackedPolygons {
  return combine(ClipType.Union, [...gridded(first), ...gridded(second)], null);
}

/** What two sets of polygons cover in common. */
export function intersectionOf(first: PackedPolygons, second: PackedPolygons): PackedPolygons {
  return combine(ClipType.Intersection, gridded(first), gridded(second));
}

/**
 * The rings (lng, lat, …) around what two sets of polygons cover in common within an extent: outer ones
 * counter-clockwise, holes clockwise. Which hole lies in which ring is not worked out: areas do not need it.
 */
export function commonRings(extent: Extent, first: PackedPolygons, second: PackedPolygons): Float64Array[] {
  const [one = [], other = []] = [first, second].map((polygons) =>
    Clipper.rectClip(gridRectangle(extent), gridded(polygons)),
  );
  return Clipper.intersect(one, other, FillRule.NonZero).map((path) => {
    const ring = new Float64Array(2 * path.length);
    path.forEach(({ x, y }, index) => {
      ring[2 * index] = x / GRID_PER_DEGREE;
      ring[2 * index + 1] = y / GRID_PER_DEGREE;
    });
    return ring;
  });
}

/** Land outside the countries that is narrower than this on average is where two coasts of different detail disagree. */
const SLIVER_DEGREES = 0.01;

/** Outlines of countries are simplified by less than the narrowest land before they are taken off: it saves half the time. */
const COARSENESS_DEGREES = 0.001;

const perimeter = (path: Path64): number =>
  path.reduce((sum, { x, y }, index) => {
    const next = path[(index + 1) % path.length] ?? { x, y };
    return sum + Math.hypot(next.x - x, next.y - y);
  }, 0);

const isSliver = (path: Path64): boolean =>
  (2 * Math.abs(Clipper.area(path))) / perimeter(path) < SLIVER_DEGREES * GRID_PER_DEGREE;

/**
 * Land that no country holds. Coasts of the land and of the countries differ in detail; the slivers that leaves are
 * taken off. Rings of the land count by the even-odd rule.
 */
export function landOutside(land: PackedPolygons, countries: readonly PackedPolygons[]): PackedPolygons {
  const whole = Clipper.union(gridded(land), FillRule.EvenOdd);
  const coarse = Clipper.simplifyPaths(countries.flatMap(gridded), COARSENESS_DEGREES * GRID_PER_DEGREE);
  const rest = Clipper.difference(whole, coarse, FillRule.NonZero);
  return combine(
    ClipType.Union,
    rest.filter((ring) => Clipper.area(ring) < 0 || !isSliver(ring)),
    null,
  );
}

/** The polygons cut down to an extent; sides may run along its edges. */
export function clipToExtent(polygons: PackedPolygons, extent: Extent): PackedPolygons {
  const paths = Clipper.rectClip(gridRectangle(extent), gridded(polygons));
  return packPolygons(paths.map((path) => [toRing(path)]));
}
