import type { PackedPolygons } from "./packed";

const EDGES_PER_BAND = 4;
const MOST_BANDS = 8192;

/** Edges that are not level, as lng, lat, lng, lat, … */
function edgesOf({ coordinates, ringEnds }: PackedPolygons): Float64Array {
  const edges = new Float64Array(coordinates.length * 2);
  let count = 0;
  let from = 0;
  for (const end of ringEnds) {
    for (let at = 2 * from; at + 3 < 2 * end; at += 2) {
      if (coordinates[at + 1] === coordinates[at + 3]) continue;
      for (let axis = 0; axis < 4; axis++) edges[count + axis] = coordinates[at + axis] as number;
      count += 4;
    }
    from = end;
  }
  return edges.subarray(0, count);
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
    const perDegree = north > south ? count / (north - south) : 0;
    const bandOf = (lat: number) => Math.min(count - 1, Math.floor((lat - south) * perDegree));
    const eachBand = (visit: (band: number, at: number) => void) => {
      for (let at = 0; at < edges.length; at += 4) {
        const [low, high] = [bandOf(edges[at + 1] as number), bandOf(edges[at + 3] as number)];
        for (let band = Math.min(low, high); band <= Math.max(low, high); band++) visit(band, at);
      }
    };
    const sizes = new Uint32Array(count);
    eachBand((band) => {
      sizes[band] = (sizes[band] as number) + 4;
    });
    const bands = Array.from(sizes, (size) => new Float64Array(size));
    sizes.fill(0);
    eachBand((band, at) => {
      const size = sizes[band] as number;
      for (let axis = 0; axis < 4; axis++) (bands[band] as Float64Array)[size + axis] = edges[at + axis] as number;
      sizes[band] = size + 4;
    });
    this.#south = south;
    this.#bandsPerDegree = perDegree;
    this.#bands = bands;
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
