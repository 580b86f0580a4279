import type { Feature, Geometry, LineString } from "geojson";
import { sharedLines } from "./border.ts";
import { clipRings, signedArea, toPolygons } from "./clip.ts";
import { roughKm2 } from "./geodesic.ts";
import { type Box, type Rings, readLand, readPolygons } from "./land.ts";
import { toDegrees } from "./micro.ts";
import type { TileLayer } from "./vector-tiles.ts";
import { readZoneCells, ZONE_COUNTRIES } from "./zones.ts";

const SMALLEST_LAKE_KM2 = 8;
/** South of this latitude the line between India and Pakistan is agreed; north of it lies Kashmir. */
const KASHMIR_LATITUDE = 32.3;

const polygons = (rings: Rings, box: Box): Feature<Geometry> | null => {
  const parts = toPolygons(clipRings(rings, box)).map((polygon) =>
    polygon.map((ring) => ring.map((position) => toDegrees(position, 5))),
  );
  return parts.length === 0
    ? null
    : { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: parts } };
};

const isDisputed = (pair: string, northernmost: number) =>
  pair === "CN-IN" || pair === "CN-PK" || (pair === "IN-PK" && northernmost > KASHMIR_LATITUDE);

/** Boundaries between the countries of the region as administered, each pair once. */
function boundaries(box: Box): Feature<LineString>[] {
  const cells = readZoneCells(box);
  const codes = ZONE_COUNTRIES;
  return codes.flatMap((one, index) =>
    codes.slice(index + 1).flatMap((other) => {
      const pair = `${one}-${other}`;
      if (pair === "IR-PK") return [];
      return sharedLines(cells, one, other).map((line): Feature<LineString> => {
        const coordinates = line.map((position) => toDegrees(position, 5));
        const northernmost = Math.max(...coordinates.map(([, lat]) => lat));
        return {
          type: "Feature",
          properties: { kind: "country", pair, disputed: isDisputed(pair, northernmost) },
          geometry: { type: "LineString", coordinates },
        };
      });
    }),
  );
}

/** The layers of `basemap-osm.pmtiles`, in `box`; `border` is the full-detail line, `maritime` its end at sea. */
export function osmLayers(box: Box, border: Feature<LineString>, maritime: Feature<LineString>): TileLayer[] {
  const frame: Feature<Geometry> = {
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
  const land = readLand(box).flatMap((rings) => polygons(rings, box) ?? []);
  const water = readPolygons("lakes", box)
    .filter(([outer = []]) => roughKm2(outer) >= SMALLEST_LAKE_KM2 && Math.abs(signedArea(outer)) > 0)
    .flatMap((rings) => {
      const feature = polygons(rings, box);
      const squareKm = roughKm2(rings[0] ?? []);
      return feature ? [{ ...feature, properties: { kind: "lake", squareKm: Math.round(squareKm) } }] : [];
    });
  return [
    // Hides the coarse world beneath, so that two coasts never show at once.
    { name: "frame", features: [frame], minZoom: () => 5 },
    { name: "land", features: land, minZoom: () => 5, tolerance: 2 },
    {
      name: "water",
      features: water,
      minZoom: ({ squareKm }) => (Number(squareKm) > 100 ? 5 : Number(squareKm) > 20 ? 7 : 8),
    },
    {
      name: "boundary",
      features: [...boundaries(box), { ...maritime, properties: { kind: "maritime", pair: "IR-PK", disputed: false } }],
      minZoom: () => 5,
    },
    { name: "border", features: [{ ...border, properties: { id: "border" } }], minZoom: () => 5, tolerance: 1 },
  ];
}
