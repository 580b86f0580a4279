import type { Geometry, Position } from "geojson";
import type { SkipReason } from "./issues";
import { LIMITS } from "./limits";
import { hasForbiddenKey, isObject } from "./safe-json";

/** A geometry that has been checked, or why it cannot be taken. */
export type CheckedGeometry =
  | { readonly geometry: Geometry; readonly vertices: number; readonly hasClosedRing: boolean }
  | { readonly reason: SkipReason };

/** How deep the positions of each type lie, and how many each list of them needs. */
const SHAPES = {
  Point: { depth: 0, least: 1 },
  MultiPoint: { depth: 1, least: 0 },
  LineString: { depth: 1, least: 2 },
  MultiLineString: { depth: 2, least: 2 },
  Polygon: { depth: 2, least: 4 },
  MultiPolygon: { depth: 3, least: 4 },
} as const;

type Simple = keyof typeof SHAPES;
const isSimple = (type: unknown): type is Simple => typeof type === "string" && Object.hasOwn(SHAPES, type);

class Refusal extends Error {
  readonly reason: SkipReason;
  constructor(reason: SkipReason) {
    super(reason);
    this.reason = reason;
  }
}

interface Tally {
  vertices: number;
  hasClosedRing: boolean;
}

/** A copy of a position with two or three finite numbers; further ones are not kept, as RFC 7946 allows. */
function position(value: unknown, tally: Tally): Position {
  if (!Array.isArray(value) || value.length < 2) throw new Refusal("bad-geometry");
  const [x, y, z] = value as unknown[];
  if (typeof x !== "number" || typeof y !== "number") throw new Refusal("bad-geometry");
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Refusal("not-finite");
  tally.vertices++;
  return typeof z === "number" && Number.isFinite(z) ? [x, y, z] : [x, y];
}

/** A ring whose ends meet: one that does not is closed. */
function ring(positions: Position[], tally: Tally): Position[] {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return positions;
  tally.hasClosedRing = true;
  return [...positions, [...first]];
}

function nested(value: unknown, depth: number, least: number, tally: Tally): unknown {
  if (depth === 0) return position(value, tally);
  if (!Array.isArray(value)) throw new Refusal("bad-geometry");
  const parts = value.map((part) => nested(part, depth - 1, least, tally));
  if (depth > 1) return parts;
  const positions = least === 4 ? ring(parts as Position[], tally) : parts;
  if (positions.length < least) throw new Refusal("bad-geometry");
  return positions;
}

/** `depth` counts the collections round `value`: what goes through a geometry later does so without a limit. */
function checked(value: unknown, tally: Tally, depth = 0): Geometry {
  if (!isObject(value) || depth > LIMITS.nesting) throw new Refusal("bad-geometry");
  if (hasForbiddenKey(value)) throw new Refusal("forbidden-key");
  const { type, coordinates, geometries } = value;
  if (isSimple(type) && Array.isArray(coordinates)) {
    const { depth, least } = SHAPES[type];
    return { type, coordinates: nested(coordinates, depth, least, tally) } as Geometry;
  }
  if (type !== "GeometryCollection" || !Array.isArray(geometries)) throw new Refusal("bad-geometry");
  return { type, geometries: geometries.map((part) => checked(part, tally, depth + 1)) };
}

/** `value` as a GeoJSON geometry of finite numbers, its rings closed; whether they are degrees is not looked at here. */
export function checkGeometry(value: unknown): CheckedGeometry {
  const tally: Tally = { vertices: 0, hasClosedRing: false };
  try {
    const geometry = checked(value, tally);
    if (tally.vertices === 0) return { reason: "no-position" };
    return { geometry, ...tally };
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason };
    throw error;
  }
}

/** The numbers of a checked position, the height only where there is one. */
export function pointOf([x = Number.NaN, y = Number.NaN, height]: Position): readonly [number, number, number?] {
  return height === undefined ? [x, y] : [x, y, height];
}

/** Runs through every position of a geometry. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) eachPosition(part, visit);
    return;
  }
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === "number") visit(value as Position);
    else for (const part of value) walk(part);
  };
  walk(geometry.coordinates);
}
