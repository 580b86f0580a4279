import type { FeatureCollection, LineString } from "geojson";
import { addEdges, chain, type EdgeSet, sharedEdges } from "./edges.ts";
import { lineMeters } from "./geodesic.ts";
import type { Rings } from "./land.ts";
import { type Micro, toDegrees } from "./micro.ts";
import { jsonText } from "./output.ts";
import { simplify } from "./simplify.ts";
import type { ZoneCell } from "./zones.ts";

const ORIGIN = "OpenStreetMap contributors, via timezone-boundary-builder (geo-tz 8.1.9)";
const LICENCE = "ODbL-1.0";
const SMALL_SCALE_METERS = 200;
const TOLERANCES_METERS = [0, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The border from the tripoint southward: on land to its last surveyed vertex, and from there across territorial sea. */
export interface BorderLine {
  readonly land: readonly Micro[];
  readonly sea: readonly Micro[];
}

interface LineProperties {
  readonly id: string;
  readonly toleranceMeters: number;
  readonly vertices: number;
  readonly lengthMeters: number;
  readonly origin: string;
  readonly licence: string;
}

/** The line two countries share, joined across the cells of the quadtree; several parts where it is interrupted. */
export function sharedLines(cells: readonly ZoneCell[], one: string, other: string): Micro[][] {
  const shared: EdgeSet = new Map();
  for (const { rings } of cells) {
    const [ringsOfOne, ringsOfOther] = [rings.get(one), rings.get(other)];
    if (!ringsOfOne || !ringsOfOther) continue;
    const [edges, otherEdges]: [EdgeSet, EdgeSet] = [new Map(), new Map()];
    for (const ring of ringsOfOne) addEdges(edges, ring);
    for (const ring of ringsOfOther) addEdges(otherEdges, ring);
    for (const [key, edge] of sharedEdges(edges, otherEdges)) shared.set(key, edge);
  }
  return chain(shared);
}

const isBetween = (share: number) => share >= 0 && share <= 1;

function doCross(a: Micro, b: Micro, c: Micro, d: Micro): boolean {
  const turn = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (turn === 0) return false;
  const alongFirst = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / turn;
  const alongSecond = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / turn;
  return isBetween(alongFirst) && isBetween(alongSecond);
}

/** Index of the first position of `line`, walked backwards from the sea, whose edge seaward crosses a coast. */
function lastOnLand(line: readonly Micro[], land: readonly Rings[]): number {
  for (let index = line.length - 2; index >= 0; index--) {
    const [a, b] = [line[index], line[index + 1]];
    if (!a || !b) continue;
    const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
    for (const ring of land.flat()) {
      for (let at = 1; at < ring.length; at++) {
        const [c, d] = [ring[at - 1], ring[at]];
        if (!c || !d || Math.max(c[0], d[0]) < west || Math.min(c[0], d[0]) > east) continue;
        if (doCross(a, b, c, d)) return index;
      }
    }
  }
  throw new Error("the border never reaches the coast");
}

/**
 * The Iran–Pakistan line, from the tripoint southward. The land part ends with the last vertex before the coast, which is
 * where the surveyed line ends; the next vertex lies 15 km out at sea.
 */
export function deriveBorder(cells: readonly ZoneCell[], land: readonly Rings[]): BorderLine {
  const [line, ...others] = sharedLines(cells, "IR", "PK");
  if (!line || others.length > 0) throw new Error(`the border is in ${others.length + 1} parts, expected one`);
  const southward = (line[0]?.[1] ?? 0) > (line.at(-1)?.[1] ?? 0) ? line : line.toReversed();
  const end = lastOnLand(southward, land);
  return { land: southward.slice(0, end + 1), sea: southward.slice(end) };
}

function collection(id: string, line: readonly Micro[], toleranceMeters: number) {
  return {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: {
          id,
          toleranceMeters,
          vertices: line.length,
          lengthMeters: Math.round(lineMeters(line) * 10) / 10,
          origin: ORIGIN,
          licence: LICENCE,
        },
        geometry: { type: "LineString", coordinates: line.map((position) => toDegrees(position)) },
      },
    ],
  } satisfies FeatureCollection<LineString, LineProperties>;
}

/** The line's length at each tolerance as a document of its own, one tolerance to a line. */
function generalisationsText(land: readonly Micro[]): string {
  const described = {
    method: "Douglas–Peucker with the tolerance in metres on a plane touching the ellipsoid at 27.5° N, both ends kept",
    length: "sum of the WGS84 geodesics between the vertices",
    origin: ORIGIN,
    licence: LICENCE,
  };
  const entries = TOLERANCES_METERS.map((toleranceMeters) => {
    const line = toleranceMeters === 0 ? land : simplify(land, toleranceMeters);
    const km = Math.round(lineMeters(line) / 100) / 10;
    return `    { "toleranceMeters": ${toleranceMeters}, "vertices": ${line.length}, "km": ${km} }`;
  });
  const head = JSON.stringify(described, null, 2).replace(/\n}$/, "");
  return `${head},\n  "generalisations": [\n${entries.join(",\n")}\n  ]\n}\n`;
}

/** The texts of the files that describe the border: full detail, small scale, the line at sea, and its lengths. */
export function borderFiles({ land, sea }: BorderLine): Readonly<Record<string, string>> {
  return {
    "border-full.geojson": jsonText(collection("border", land, 0)),
    "border-line.geojson": jsonText(collection("border-200m", simplify(land, SMALL_SCALE_METERS), SMALL_SCALE_METERS)),
    "border-maritime.geojson": jsonText(collection("border-maritime", sea, 0)),
    "border-generalisations.json": generalisationsText(land),
  };
}
