import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";

/** Layers whose lines and outlines are derived by `npm run data`: layer file, derived file, and ids that differ there. */
const ADOPTIONS: readonly {
  readonly layer: string;
  readonly from: string;
  readonly ids?: Readonly<Record<string, string>>;
}[] = [
  { layer: "border.geojson", from: "border-line.geojson", ids: { "border-200m": "border" } },
  { layer: "provinces.geojson", from: "derived/provinces.geojson" },
  { layer: "districts.geojson", from: "derived/districts.geojson" },
  { layer: "water.geojson", from: "derived/water.geojson" },
];

type Outlines = FeatureCollection<Geometry, { readonly id: string }>;
type Records = { readonly type: string; readonly features: (Feature<Geometry | null> & { readonly id: string })[] };

const round = (position: Position): Position => position.map((degrees) => Math.round(degrees * 1e5) / 1e5);

/** Drops positions that rounding has made equal to the one before. */
const rounded = (positions: readonly Position[]): Position[] =>
  positions.map(round).filter(([lng, lat], index, all) => {
    const previous = all[index - 1];
    return !previous || previous[0] !== lng || previous[1] !== lat;
  });

function turn(ring: readonly Position[]): number {
  let sum = 0;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    sum += x * nextY - nextX * y;
  }
  return sum;
}

/** Outer rings counter-clockwise, holes clockwise (RFC 7946 §3.1.6). */
const wound = (polygon: readonly Position[][]): Position[][] =>
  polygon.map((points, index) => {
    const ring = rounded(points);
    return turn(ring) > 0 === (index === 0) ? ring : ring.reverse();
  });

function tidy(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case "LineString":
      return { type: "LineString", coordinates: rounded(geometry.coordinates) };
    case "MultiLineString":
      return { type: "MultiLineString", coordinates: geometry.coordinates.map(rounded) };
    case "Polygon":
      return { type: "Polygon", coordinates: wound(geometry.coordinates) };
    case "MultiPolygon":
      return { type: "MultiPolygon", coordinates: geometry.coordinates.map(wound) };
    default:
      return geometry;
  }
}

/** Records one field a line, so that a change of a word is a change of a line; coordinates on one line each. */
function write(path: string, records: Records): void {
  const shapes: string[] = [];
  const text = JSON.stringify(
    records,
    (key, value: unknown) => (key === "coordinates" ? `@${shapes.push(JSON.stringify(value)) - 1}@` : value),
    1,
  );
  writeFileSync(path, `${text.replace(/"@(\d+)@"/g, (_, index: string) => shapes[Number(index)] ?? "null")}\n`);
}

/** Gives the records of the land and border layers the derived lines and outlines of the same id; answers how many. */
export function adoptOutlines(folder: string): number {
  let adopted = 0;
  for (const { layer, from, ids } of ADOPTIONS) {
    if (!existsSync(join(folder, from))) continue;
    const outlines = JSON.parse(readFileSync(join(folder, from), "utf8")) as Outlines;
    const records = JSON.parse(readFileSync(join(folder, layer), "utf8")) as Records;
    for (const { properties, geometry } of outlines.features) {
      const record = records.features.find(({ id }) => id === (ids?.[properties.id] ?? properties.id));
      if (!record) continue;
      record.geometry = tidy(geometry);
      adopted++;
    }
    write(join(folder, layer), records);
  }
  return adopted;
}
