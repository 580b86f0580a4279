import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, Geometry, LineString, Polygon } from "geojson";
import { ROOT } from "../setup.mjs";
import { boundaryLines } from "./boundary-lines.ts";
import { clipRings, isInsideOrOn, toPolygons, wound } from "./clip.ts";
import { roughKm2 } from "./geodesic.ts";
import { type Box, overlaps, type Rings, readLand, readPolygons } from "./land.ts";
import { type Micro, toDegrees, toMicro } from "./micro.ts";
import type { TileLayer } from "./vector-tiles.ts";
import { readZoneCells } from "./zones.ts";

const SMALLEST_LAKE_KM2 = 8;
/** The package cuts rivers into triangles; only these are whole stretches of bank. */
const SMALLEST_BANK_KM2 = 2;
const FEWEST_BANK_VERTICES = 9;

function polygonFeatures(polygons: readonly Rings[], box: Box): Feature<Geometry>[] {
  return polygons.flatMap((rings) =>
    toPolygons(
      clipRings(
        rings.map((ring, index) => wound(ring, index === 0)),
        box,
      ),
    ).map(
      (polygon): Feature<Geometry> => ({
        type: "Feature",
        properties: {},
        geometry: {
          type: "Polygon",
          coordinates: polygon.map((ring) => ring.map((position) => toDegrees(position, 5))),
        },
      }),
    ),
  );
}

interface Playa {
  readonly ring: readonly Micro[];
  /** In microdegrees, as the ring. */
  readonly extent: Box;
}

function extentOf(ring: readonly Micro[]): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Outlines of dry lakes in Natural Earth, which tell a playa from a lake. */
function readPlayas(): Playa[] {
  const file = join(ROOT, "data/raw/natural-earth-lakes.json");
  const { features } = JSON.parse(readFileSync(file, "utf8")) as FeatureCollection<Polygon, { kind: string }>;
  return features
    .filter(({ properties: { kind } }) => kind === "playa")
    .map(({ geometry }) => {
      const ring = (geometry.coordinates[0] ?? []).map(toMicro);
      return { ring, extent: extentOf(ring) };
    });
}

/** Whether most of a lake lies in a playa that Natural Earth knows. */
function isPlaya(outer: readonly Micro[], playas: readonly Playa[]): boolean {
  return playas
    .filter(({ extent }) => overlaps(outer, extent))
    .some(({ ring }) => outer.filter((position) => isInsideOrOn(position, ring)).length * 2 > outer.length);
}

interface WaterBody {
  readonly kind: "lake" | "playa" | "river";
  readonly squareKm: number;
  readonly rings: Rings;
}

/** Lakes, playas and broad rivers of OpenStreetMap in `box`, largest first. */
export function readWater(box: Box): WaterBody[] {
  const playas = readPlayas();
  const withArea = (polygons: readonly Rings[]) =>
    polygons.map((rings) => ({ rings, squareKm: Math.round(roughKm2(rings[0] ?? []) * 10) / 10 }));
  const lakes = withArea(readPolygons("lakes", box))
    .filter(({ squareKm }) => squareKm >= SMALLEST_LAKE_KM2)
    .map((lake): WaterBody => ({ ...lake, kind: isPlaya(lake.rings[0] ?? [], playas) ? "playa" : "lake" }));
  const banks = withArea(readPolygons("riverBanks", box))
    .filter(({ squareKm, rings }) => squareKm >= SMALLEST_BANK_KM2 && (rings[0]?.length ?? 0) >= FEWEST_BANK_VERTICES)
    .map((bank): WaterBody => ({ ...bank, kind: "river" }));
  return [...lakes, ...banks].sort((a, b) => b.squareKm - a.squareKm);
}

/** A square larger than any tile: it hides the coarse world beneath, so that two coasts never show at once. */
const FRAME: Feature<Geometry> = {
  type: "Feature",
  properties: {},
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [-180, -85],
        [180, -85],
        [180, 85],
        [-180, 85],
        [-180, -85],
      ],
    ],
  },
};

/** The layers of `basemap-osm.pmtiles`, in `box`; `border` is the full-detail line, `maritime` its end at sea. */
export function osmLayers(box: Box, border: Feature<LineString>, maritime: Feature<LineString>): TileLayer[] {
  const say = (what: string, count: number) => console.log(`basemap-osm: ${what}, ${count}`);
  const land = readLand(box);
  say("polygons of land", land.length);
  const boundaries = boundaryLines(
    readZoneCells(box),
    land.flatMap((rings) => clipRings(rings, box)),
  );
  say("lines of boundaries", boundaries.length);
  const water = readWater(box).flatMap(({ kind, squareKm, rings }) =>
    polygonFeatures([rings], box).map((feature) => ({ ...feature, properties: { kind, squareKm } })),
  );
  say("lakes and banks", water.length);
  return [
    { name: "frame", features: [FRAME], minZoom: () => 5 },
    { name: "land", features: polygonFeatures(land, box), minZoom: () => 5, tolerance: 3 },
    {
      name: "water",
      features: water,
      minZoom: ({ squareKm }) => (Number(squareKm) > 100 ? 5 : Number(squareKm) > 20 ? 7 : 8),
      tolerance: 7,
    },
    {
      name: "boundary",
      features: [...boundaries, { ...maritime, properties: { kind: "maritime", pair: "IR-PK", disputed: false } }],
      minZoom: () => 5,
      tolerance: 6,
    },
    { name: "border", features: [{ ...border, properties: { id: "border" } }], minZoom: () => 5, tolerance: 1 },
  ];
}
