import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Clipper, FillRule, type Path64 } from "clipper2-ts";
import type { FeatureCollection, MultiPolygon } from "geojson";
import { BASE_EXTENT } from "../../src/picture/base.ts";
import { ROOT } from "../setup.mjs";
import { packageJson } from "./cache.ts";
import { clipLines, clipRings, close, difference, signedArea } from "./clip.ts";
import { addEdges, chain, type EdgeSet, sharedEdges } from "./edges.ts";
import type { Box, Rings } from "./land.ts";
import { type Micro, toMicro } from "./micro.ts";
import { simplify } from "./simplify.ts";

const EXTENT: Box = [...BASE_EXTENT];

/** Here the coast is OpenStreetMap's, so that the ends of the border and the ports lie on it. */
const OWN_COAST: Box = [60, 24.2, 66.9, 27.2];

/** Tolerance in metres of coasts and boundaries, finest first; the last box holds everything. */
const TOLERANCES: readonly { readonly box: Box; readonly meters: number }[] = [
  { box: [59.5, 24, 67.5, 31], meters: 400 },
  { box: [54, 20, 75, 38], meters: 2_500 },
  { box: EXTENT, meters: 9_000 },
];

/** Cells of the grid that positions are rounded to, per degree. */
const STEPS_PER_DEGREE = 250;

/** Boundaries that a party disputes, by ISO numeric codes, and where. Natural Earth draws them de facto. */
const DISPUTED: readonly { readonly pair: readonly [string, string]; readonly box: Box }[] = [
  { pair: ["356", "586"], box: [72, 32.4, 80, 37.5] },
  { pair: ["156", "356"], box: EXTENT },
  { pair: ["156", "586"], box: EXTENT },
  { pair: ["643", "804"], box: EXTENT },
];

/** Countries whose boundaries with one another come from OpenStreetMap. */
const OWN_COUNTRIES: ReadonlySet<string> = new Set(["364", "586", "004"]);

interface Topology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: {
    readonly countries: { readonly geometries: readonly TopologyGeometry[] };
    readonly land: { readonly geometries: readonly TopologyGeometry[] };
  };
}
interface TopologyGeometry {
  readonly type: "Polygon" | "MultiPolygon";
  readonly id?: string;
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
}

const isIn = ([x, y]: Micro, [west, south, east, north]: Box) =>
  x >= west * 1e6 && x <= east * 1e6 && y >= south * 1e6 && y <= north * 1e6;

const thin = (line: readonly Micro[]) =>
  simplify(line, (position) => TOLERANCES.find(({ box }) => isIn(position, box))?.meters ?? 0);

function arcsOf({ transform, arcs }: Topology): Micro[][] {
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return toMicro([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
    });
  });
}

const ringsOf = ({ type, arcs }: TopologyGeometry): (readonly number[])[] =>
  (type === "Polygon" ? [arcs] : arcs).flat() as (readonly number[])[];

/** The arcs of a ring joined; a negative number is an arc taken backwards. */
function joined(ring: readonly number[], arcs: readonly Micro[][]): Micro[] {
  const line: Micro[] = [];
  for (const index of ring) {
    const arc = index < 0 ? arcs[~index]?.toReversed() : arcs[index];
    line.push(...(arc ?? []).slice(line.length > 0 ? 1 : 0));
  }
  return line;
}

function ownRings(): ReadonlyMap<string, Micro[][]> {
  const file = JSON.parse(readFileSync(join(ROOT, "data/countries.geojson"), "utf8")) as FeatureCollection<
    MultiPolygon,
    { iso2: string }
  >;
  return new Map(
    file.features.map(({ properties, geometry }) => [
      properties.iso2,
      geometry.coordinates.flat().map((ring) => ring.map(toMicro)),
    ]),
  );
}

const toPath = (ring: readonly Micro[]): Path64 => ring.map(([x, y]) => ({ x, y }));

/** Natural Earth's land with the coast of Balochistan and Makran replaced. */
function land(topology: Topology, arcs: readonly Micro[][], own: ReadonlyMap<string, Micro[][]>): Micro[][] {
  const world = topology.objects.land.geometries.flatMap(ringsOf).map((ring) => joined(ring, arcs));
  const [west, south, east, north] = OWN_COAST;
  const [southWest, northEast] = [toMicro([west, south]), toMicro([east, north])];
  const box: Rings = [[southWest, [northEast[0], southWest[1]], northEast, [southWest[0], northEast[1]], southWest]];
  const outside = difference(clipRings(world, EXTENT), box);
  const inside = clipRings([...(own.get("IR") ?? []), ...(own.get("PK") ?? [])], OWN_COAST);
  return Clipper.union([...outside, ...inside].map(toPath), FillRule.NonZero).map((path) =>
    close(path.map(({ x, y }): Micro => [x, y])),
  );
}

function isDisputed(pair: readonly string[], line: readonly Micro[]): boolean {
  const middle = line[Math.floor(line.length / 2)];
  if (pair.includes("")) return true;
  return DISPUTED.some(
    ({ pair: known, box }) => known.every((id) => pair.includes(id)) && middle !== undefined && isIn(middle, box),
  );
}

function boundaries(topology: Topology, arcs: readonly Micro[][], own: ReadonlyMap<string, Micro[][]>) {
  const users = new Map<number, Set<string>>();
  for (const country of topology.objects.countries.geometries) {
    for (const index of ringsOf(country).flat()) {
      const arc = index < 0 ? ~index : index;
      users.set(arc, (users.get(arc) ?? new Set()).add(country.id ?? ""));
    }
  }
  const agreed: Micro[][] = [];
  const disputed: Micro[][] = [];
  for (const [arc, ids] of users) {
    const pair = [...ids].sort();
    if (pair.length < 2 || pair.every((id) => OWN_COUNTRIES.has(id))) continue;
    for (const line of clipLines([arcs[arc] ?? []], EXTENT)) (isDisputed(pair, line) ? disputed : agreed).push(line);
  }
  const edgesOf = (country: string): EdgeSet => {
    const edges: EdgeSet = new Map();
    for (const ring of own.get(country) ?? []) addEdges(edges, ring);
    return edges;
  };
  const [iran, pakistan, afghanistan] = ["IR", "PK", "AF"].map(edgesOf) as [EdgeSet, EdgeSet, EdgeSet];
  agreed.push(...chain(sharedEdges(iran, afghanistan)));
  // Afghanistan has not accepted the Durand Line; the base map draws it broken too.
  disputed.push(...chain(sharedEdges(afghanistan, pakistan)));
  return { agreed, disputed };
}

/** Whole steps of the grid: the first position, then differences. Positions that fall together are dropped. */
function packed(line: readonly Micro[]): number[] {
  const numbers: number[] = [];
  let [lastX, lastY] = [0, 0];
  for (const [x, y] of line) {
    const [stepX, stepY] = [Math.round((x * STEPS_PER_DEGREE) / 1e6), Math.round((y * STEPS_PER_DEGREE) / 1e6)];
    if (numbers.length > 0 && stepX === lastX && stepY === lastY) continue;
    numbers.push(stepX - lastX, stepY - lastY);
    [lastX, lastY] = [stepX, stepY];
  }
  return numbers;
}

/** Smallest island kept, in square degrees: a square of about 4 km near the border and 20 km far from it. */
const isLargeEnough = (ring: readonly Micro[]): boolean => {
  const near = ring.some((position) => isIn(position, [56, 23, 69, 32]));
  return Math.abs(signedArea(ring)) / 2e12 > (near ? 0.0016 : 0.04);
};

const byText = (a: readonly number[], b: readonly number[]) => (a.join() < b.join() ? -1 : 1);

/** Land, boundaries and disputed lines at the scale of pictures, as text of `data/derived/picture-base.json`. */
export function pictureBase(): string {
  const topology = packageJson<Topology>("worldAtlas", "countries-50m.json");
  const arcs = arcsOf(topology);
  const own = ownRings();
  const { agreed, disputed } = boundaries(topology, arcs, own);
  const rings = land(topology, arcs, own)
    .filter(isLargeEnough)
    .map(thin)
    .map(packed)
    .filter((ring) => ring.length >= 8);
  const lines = (all: readonly Micro[][]) =>
    all
      .map(thin)
      .map(packed)
      .filter((line) => line.length >= 4)
      .sort(byText);
  return `${JSON.stringify({
    origin:
      "Natural Earth 4.1.0 (world-atlas 2.0.2); coast of Makran and boundaries of Afghanistan: OpenStreetMap contributors",
    licence: "ODbL-1.0",
    stepsPerDegree: STEPS_PER_DEGREE,
    land: rings.sort(byText),
    boundaries: lines(agreed),
    disputed: lines(disputed),
  }).replaceAll("],[", "],\n[")}\n`;
}
