import { z } from "zod";
import type { Layer } from "../manifest";
import type { Problem } from "./problem";

/** RFC 7946 asks for no more; five decimals are about a metre. */
const MOST_DECIMALS = 5;

const position = z.tuple([z.number(), z.number()]);
const ring = z.array(position).min(4);

/** The geometries that records may have. */
export const geometry = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Point"), coordinates: position }),
  z.strictObject({ type: z.literal("LineString"), coordinates: z.array(position).min(2) }),
  z.strictObject({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(position).min(2)).min(1) }),
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
export type CheckedGeometry = z.infer<typeof geometry>;

type Point = readonly [number, number];
type Fault = { readonly path: string; readonly reason: string };

const decimals = (value: number) => (String(value).split("e")[0] ?? "").split(".")[1]?.length ?? 0;

/** Twice the signed area of a ring in square degrees: positive when it runs counter-clockwise. */
function turn(points: readonly Point[]): number {
  let sum = 0;
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  }
  return sum;
}

function ringFaults(rings: readonly (readonly Point[])[], path: string): Fault[] {
  return rings.flatMap((points, index) => {
    const at = `${path}.${index}`;
    const first = points[0];
    const last = points.at(-1);
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return [{ path: at, reason: "the ring is not closed" }];
    const rightWay = index === 0 ? turn(points) > 0 : turn(points) < 0;
    return rightWay ? [] : [{ path: at, reason: `the ring runs the wrong way round (RFC 7946 §3.1.6)` }];
  });
}

const inside = ([lng, lat]: Point, [west, south, east, north]: Layer["extent"]) =>
  lng >= west && lng <= east && lat >= south && lat <= north;

function pointFaults(point: Point, path: string, extent: Layer["extent"] | null): Fault[] {
  const [lng, lat] = point;
  const faults: Fault[] = [];
  if (Math.abs(lng) > 180) faults.push({ path, reason: `longitude out of range: ${lng}` });
  if (Math.abs(lat) > 90) faults.push({ path, reason: `latitude out of range: ${lat}` });
  if (decimals(lng) > MOST_DECIMALS || decimals(lat) > MOST_DECIMALS) {
    faults.push({ path, reason: `more than ${MOST_DECIMALS} decimals: ${lng}, ${lat}` });
  }
  if (extent && !inside(point, extent)) {
    const swapped = inside([lat, lng], extent);
    faults.push({
      path,
      reason: swapped ? `likely swapped: ${lng}, ${lat}` : `outside the extent of the layer: ${lng}, ${lat}`,
    });
  }
  return faults;
}

function partsOf(shape: CheckedGeometry): { readonly path: string; readonly points: readonly Point[] }[] {
  const root = "geometry.coordinates";
  switch (shape.type) {
    case "Point":
      return [{ path: root, points: [shape.coordinates] }];
    case "LineString":
      return [{ path: root, points: shape.coordinates }];
    case "MultiLineString":
    case "Polygon":
      return shape.coordinates.map((points, index) => ({ path: `${root}.${index}`, points }));
    case "MultiPolygon":
      return shape.coordinates.flatMap((rings, outer) =>
        rings.map((points, index) => ({ path: `${root}.${outer}.${index}`, points })),
      );
  }
}

/** Positions out of range, outside the layer's extent, swapped or over-precise, and rings that RFC 7946 refuses. */
export function geometryProblems(
  file: string,
  feature: string,
  shape: CheckedGeometry,
  extent: Layer["extent"] | null,
): Problem[] {
  const faults: Fault[] = partsOf(shape).flatMap(({ path, points }) =>
    points.flatMap((point, index) => pointFaults(point, shape.type === "Point" ? path : `${path}.${index}`, extent)),
  );
  if (shape.type === "Polygon") faults.push(...ringFaults(shape.coordinates, "geometry.coordinates"));
  if (shape.type === "MultiPolygon") {
    for (const [index, rings] of shape.coordinates.entries()) {
      faults.push(...ringFaults(rings, `geometry.coordinates.${index}`));
    }
  }
  return faults.map((fault) => ({ file, feature, ...fault }));
}
