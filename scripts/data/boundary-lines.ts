import type { Feature, LineString } from "geojson";
import { cutLines } from "./clip.ts";
import { addEdges, chain, type EdgeSet, sharedEdges } from "./edges.ts";
import type { Rings } from "./land.ts";
import { type Micro, toDegrees } from "./micro.ts";
import type { ZoneCell } from "./zones.ts";

/** North of this latitude the line between India and Pakistan is the line of control and what lies beyond it. */
const KASHMIR_LATITUDE = 32.3;

/**
 * Lines that one side contests along their whole length: Afghanistan has not accepted the Durand Line, India and China
 * have no agreed boundary, India disputes the line between China and Pakistan. All are drawn as administered.
 */
const DISPUTED = new Set(["AF-PK", "CN-IN", "CN-PK"]);

/** The edges every two countries share, by pair of codes in alphabetical order, such as `IR-PK`. */
function edgesByPair(cells: readonly ZoneCell[]): Map<string, EdgeSet> {
  const pairs = new Map<string, EdgeSet>();
  for (const { rings } of cells) {
    if (rings.size < 2) continue;
    const countries = [...rings].sort(([a], [b]) => (a < b ? -1 : 1));
    const edges = countries.map(([code, ofCountry]) => {
      const set: EdgeSet = new Map();
      for (const ring of ofCountry) addEdges(set, ring);
      return { code, set };
    });
    for (const [at, one] of edges.entries()) {
      for (const other of edges.slice(at + 1)) {
        const pair = `${one.code}-${other.code}`;
        const shared = pairs.get(pair) ?? new Map();
        for (const [key, edge] of sharedEdges(one.set, other.set)) shared.set(key, edge);
        if (shared.size > 0) pairs.set(pair, shared);
      }
    }
  }
  return pairs;
}

/** Splits a line into stretches north and south of Kashmir's edge, each sharing the position where it crosses. */
function splitAtKashmir(line: readonly Micro[]): { line: Micro[]; isNorth: boolean }[] {
  const stretches: { line: Micro[]; isNorth: boolean }[] = [];
  for (const position of line) {
    const isNorth = position[1] > KASHMIR_LATITUDE * 1e6;
    const last = stretches.at(-1);
    if (last?.isNorth === isNorth) last.line.push(position);
    else {
      last?.line.push(position);
      stretches.push({ line: [position], isNorth });
    }
  }
  return stretches.filter((stretch) => stretch.line.length > 1);
}

function toFeatures(pair: string, kind: "country" | "maritime", lines: readonly Micro[][]): Feature<LineString>[] {
  const stretches = lines.flatMap((line) =>
    pair === "IN-PK" && kind === "country"
      ? splitAtKashmir(line).map((stretch) => ({ line: stretch.line, disputed: stretch.isNorth }))
      : [{ line, disputed: kind === "country" && DISPUTED.has(pair) }],
  );
  return stretches.map(({ line, disputed }) => ({
    type: "Feature",
    properties: { kind, pair, disputed },
    geometry: { type: "LineString", coordinates: line.map((position) => toDegrees(position)) },
  }));
}

/**
 * The lines between the countries of `cells` as administered, on land and across territorial sea, but for the line
 * between Iran and Pakistan, which the caller has in full.
 */
export function boundaryLines(cells: readonly ZoneCell[], land: Rings): Feature<LineString>[] {
  return [...edgesByPair(cells)]
    .filter(([pair]) => pair !== "IR-PK")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pair, edges]) => {
      const { inside, outside } = cutLines(chain(edges), land);
      return [...toFeatures(pair, "country", inside), ...toFeatures(pair, "maritime", outside)];
    });
}
