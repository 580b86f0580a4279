import type { PackedPolygons } from "./packed";

const EDGES_PER_BAND = 4;
const MOST_BANDS = 8192;

/** Edges that are not level, as lng, lat, lng, lat, … */
function edgesOf({ coordinates, ringEnds }: PackedPolygons): number[] {
  const edges: number[] = [];
  let from = 0;
  for (const end of ringEnds) {
    for (let vertex = from; vertex + 1 < end; vertex++) {
      if (coordinates[2 * vertex + 1] === coordinates[2 * vertex + 3]) continue;
      for (const value of coordinates.subarray(2 * vertex, 2 * vertex + 4)) edges.push(value);
    }
    from = end;
  }
  return edges;
}

/**
 * Point in polygon for many points: the edges are sorted into bands of latitude, so that a question looks at the few
 * edges of one band. Even-odd rule; edges are straight in longitude and latitude, so long ones must be cut before.
 */
export class PolygonIndex {
  readonly #bands: readonly Float64Array[];
  readonly #south: number;
  readonly #bandsPerDegree: number;

  constructor(polygons: PackedPolygons) {
    const edges = edgesOf(polygons);
    let [south, north] = [90, -90];
    for (let at = 1; at < edges.length; at += 2) {
      south = Math.min(south, edges[at] as number);
      north = Math.max(north, edges[at] as number);
    }
    const count = Math.max(1, Math.min(MOST_BANDS, Math.ceil(edges.length / 4 / EDGES_PER_BAND)));
    this.#south = south;
    this.#bandsPerDegree = north > south ? count / (north - south) : 0;
    const bands: number[][] = Array.from({ length: count }, () => []);
    const bandOf = (lat: number) => Math.min(count - 1, Math.floor((lat - south) * this.#bandsPerDegree));
    for (let at = 0; at < edges.length; at += 4) {
      const edge = edges.slice(at, at + 4);
      const [, lat1 = 0, , lat2 = 0] = edge;
      for (let band = bandOf(Math.min(lat1, lat2)); band <= bandOf(Math.max(lat1, lat2)); band++) {
        bands[band]?.push(...edge);
      }
    }
    this.#bands = bands.map((band) => Float64Array.from(band));
  }

  /** True when the point lies inside. A point on an edge may count to either side of it. */
  contains(lng: number, lat: number): boolean {
    const edges = this.#bands[Math.floor((lat - this.#south) * this.#bandsPerDegree)];
    if (!edges) return false;
    let inside = false;
    for (let at = 0; at < edges.length; at += 4) {
      const lat1 = edges[at + 1] as number;
      const lat2 = edges[at + 3] as number;
      if (lat1 > lat === lat2 > lat) continue;
      const lng1 = edges[at] as number;
      const crossing = lng1 + ((lat - lat1) / (lat2 - lat1)) * ((edges[at + 2] as number) - lng1);
      if (lng < crossing) inside = !inside;
    }
    return inside;
  }
}
