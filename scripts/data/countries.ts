import type { FeatureCollection, MultiPolygon } from "geojson";
import type { BorderLine } from "./border.ts";
import { intersection, signedArea } from "./clip.ts";
import { crossingEdges } from "./crossings.ts";
import { addEdges, type EdgeSet, edgeKey } from "./edges.ts";
import { roughKm2 } from "./geodesic.ts";
import type { Rings } from "./land.ts";
import { isSame, type Micro, microKey, toDegrees } from "./micro.ts";
import { simplify } from "./simplify.ts";
import type { ZoneCell } from "./zones.ts";

/** The three countries that meet at the tripoint. */
export const BORDER_COUNTRIES = ["IR", "PK", "AF"] as const;
type BorderCountry = (typeof BORDER_COUNTRIES)[number];

const SMALLEST_ISLAND_KM2 = 1;

/** Tolerance of every line but the border itself, by its distance from the border. */
export const TOLERANCE_BY_DISTANCE: readonly { readonly withinKm: number; readonly meters: number }[] = [
  { withinKm: 30, meters: 0 },
  { withinKm: 100, meters: 10 },
  { withinKm: 300, meters: 50 },
  { withinKm: 600, meters: 150 },
  { withinKm: Number.POSITIVE_INFINITY, meters: 400 },
];

const KM_PER_MICRODEGREE = 111.2e-6;
const RADIANS = Math.PI / 180e6;

/** Where thinning made a ring cross itself: west, south, east, north in microdegrees. */
type CarefulBox = readonly [number, number, number, number];

const isIn = ([x, y]: Micro, [west, south, east, north]: CarefulBox) =>
  x >= west && x <= east && y >= south && y <= north;

/** Tolerance at a position: the rough distance (0.5 %) to the nearest of `sparse`, a thinned border, decides. */
function toleranceAt([x, y]: Micro, sparse: readonly Micro[]): number {
  const shrink = Math.cos(y * RADIANS);
  let squared = Number.POSITIVE_INFINITY;
  for (const near of sparse) {
    const [east, north] = [(near[0] - x) * shrink, near[1] - y];
    squared = Math.min(squared, east * east + north * north);
  }
  const km = Math.sqrt(squared) * KM_PER_MICRODEGREE;
  return TOLERANCE_BY_DISTANCE.find(({ withinKm }) => km < withinKm)?.meters ?? 0;
}

/** A stretch of a ring along which the same neighbour lies on the other side. */
interface Run {
  readonly neighbour: string;
  readonly line: Micro[];
}

/** Cuts a closed ring where its neighbour changes; a ring with one neighbour is cut in two. */
function toRuns(ring: readonly Micro[], neighbourOf: (edge: string) => string): Run[] {
  const runs: Run[] = [];
  for (let index = 1; index < ring.length; index++) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (!from || !to) continue;
    const neighbour = neighbourOf(edgeKey(from, to));
    const last = runs.at(-1);
    if (last?.neighbour === neighbour) last.line.push(to);
    else runs.push({ neighbour, line: [from, to] });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (first && last && first !== last && first.neighbour === last.neighbour) {
    runs.pop();
    runs[0] = { neighbour: first.neighbour, line: [...last.line, ...first.line.slice(1)] };
  } else if (first && runs.length === 1) {
    const middle = Math.floor(first.line.length / 2);
    return [
      { ...first, line: first.line.slice(0, middle + 1) },
      { ...first, line: first.line.slice(middle) },
    ];
  }
  return runs;
}

/** A run with the tolerance of each of its positions, always in the same direction, so that both neighbours thin it alike. */
interface Thinnable {
  readonly line: readonly Micro[];
  readonly isReversed: boolean;
  readonly tolerances: Map<Micro, number>;
  thinned: readonly Micro[];
}

function thin(run: Thinnable): readonly Micro[] {
  const latitude = (run.line[0]?.[1] ?? 0) / 1e6;
  const kept = simplify(run.line, (position) => run.tolerances.get(position) ?? 0, latitude);
  return run.isReversed ? kept.reverse() : kept;
}

/** Prepares a run for thinning; the Iran–Pakistan line itself has no tolerance anywhere. */
function toThinnable({ neighbour, line }: Run, country: string, sparse: readonly Micro[]): Thinnable {
  const isBorder = [country, neighbour].sort().join() === "IR,PK";
  const [first, last] = [line[0], line.at(-1)];
  const isReversed = Boolean(first && last && microKey(first) > microKey(last));
  const canonical = isReversed ? line.toReversed() : line;
  const tolerances = new Map(
    isBorder ? [] : canonical.map((position) => [position, toleranceAt(position, sparse)] as const),
  );
  const run: Thinnable = { line: canonical, isReversed, tolerances, thinned: [] };
  run.thinned = thin(run);
  return run;
}

/** Keeps every position of a run that lies in one of the boxes, and thins it again if there is one. */
function spare(run: Thinnable, boxes: readonly CarefulBox[]): boolean {
  const inside = run.line.filter(
    (position) => run.tolerances.get(position) && boxes.some((box) => isIn(position, box)),
  );
  for (const position of inside) run.tolerances.set(position, 0);
  if (inside.length > 0) run.thinned = thin(run);
  return inside.length > 0;
}

const toRing = (runs: readonly Thinnable[]): Micro[] =>
  runs.flatMap(({ thinned }, index) => (index === runs.length - 1 ? thinned : thinned.slice(0, -1)));

/** Land of each of the three countries in full detail: outer rings, counterclockwise, islands below 1 km² left out. */
export function countryRings(
  cells: readonly ZoneCell[],
  land: Rings,
  border: BorderLine,
): Map<BorderCountry, Micro[][]> {
  const seaward = border.land.at(-1);
  const rings = (country: BorderCountry) =>
    intersection(
      cells.flatMap((cell) => cell.rings.get(country) ?? []),
      land,
    ).filter((ring) => signedArea(ring) > 0 && roughKm2(ring) >= SMALLEST_ISLAND_KM2);
  const byCountry = new Map(BORDER_COUNTRIES.map((country) => [country, rings(country)]));
  // The cut at the coast lies 118 m past the border's last vertex; without it both countries end where the line ends.
  const [iran, pakistan] = [byCountry.get("IR") ?? [], byCountry.get("PK") ?? []];
  const ofPakistan = new Set(pakistan.flat().map(microKey));
  const isNextToEnd = (ring: readonly Micro[], index: number) =>
    [ring[index - 1], ring[index + 1]].some((position) => position && seaward && isSame(position, seaward));
  const extra = iran
    .flatMap((ring) => ring.filter((position, index) => ofPakistan.has(microKey(position)) && isNextToEnd(ring, index)))
    .filter((position) => !border.land.some((vertex) => isSame(vertex, position)));
  for (const [country, parts] of byCountry) {
    byCountry.set(
      country,
      parts.map((ring) => ring.filter((position) => !extra.some((cut) => isSame(cut, position)))),
    );
  }
  return byCountry;
}

/** Thinning moves a line by its tolerance at most, so the positions to blame lie no farther than this outside the box. */
const PADDING = 5000;

/** The boxes around every place where one of the rings crosses itself or another. */
function carefulBoxes(rings: Rings): CarefulBox[] {
  return crossingEdges(rings).map((pair) => {
    const ends = pair.flat();
    const [xs, ys] = [ends.map(([x = 0]) => x), ends.map(([, y = 0]) => y)];
    return [Math.min(...xs) - PADDING, Math.min(...ys) - PADDING, Math.max(...xs) + PADDING, Math.max(...ys) + PADDING];
  });
}

/**
 * Iran, Pakistan and Afghanistan as the analysis uses them. Their shared boundaries are the same vertices on both sides;
 * the Iran–Pakistan line is untouched, the rest is thinned by its distance from it, but nowhere so much that a ring
 * crosses itself. Throws when a ring crosses itself before any thinning.
 */
export function countriesFile(byCountry: ReadonlyMap<BorderCountry, readonly Micro[][]>, border: BorderLine) {
  const sparse = simplify(border.land, 2000);
  const edges = new Map<string, EdgeSet>();
  for (const [country, rings] of byCountry) {
    const set: EdgeSet = new Map();
    for (const ring of rings) addEdges(set, ring);
    edges.set(country, set);
  }
  const countries = [...byCountry].map(([country, rings]) => {
    const others = [...edges].filter(([other]) => other !== country);
    const neighbourOf = (edge: string) => others.find(([, set]) => set.has(edge))?.[0] ?? "";
    const runs = rings.map((ring) => toRuns(ring, neighbourOf).map((run) => toThinnable(run, country, sparse)));
    return { country, runs };
  });
  const allRuns = countries.flatMap(({ runs }) => runs.flat());
  for (;;) {
    const thinned = countries.map(({ country, runs }) => ({
      country,
      rings: runs.map(toRing).filter((ring) => ring.length >= 4),
    }));
    const boxes = thinned.flatMap(({ rings }) => carefulBoxes(rings));
    if (boxes.length === 0) return toCollection(thinned);
    const changed = allRuns.filter((run) => spare(run, boxes));
    if (changed.length === 0) throw new Error(`a country's outline crosses itself at ${JSON.stringify(boxes[0])}`);
  }
}

function toCollection(countries: readonly { readonly country: string; readonly rings: Micro[][] }[]) {
  return {
    type: "FeatureCollection",
    features: countries.map(({ country, rings }) => ({
      type: "Feature" as const,
      properties: { id: country.toLowerCase(), iso2: country, licence: "ODbL-1.0" },
      geometry: {
        type: "MultiPolygon" as const,
        coordinates: rings
          .sort((a, b) => signedArea(b) - signedArea(a))
          .map((ring) => [ring.map((position) => toDegrees(position))]),
      },
    })),
  } satisfies FeatureCollection<MultiPolygon>;
}
