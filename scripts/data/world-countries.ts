import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature as toFeature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { packageJson } from "./cache.ts";
import { clipRings, toPolygons, wound } from "./clip.ts";
import { roughKm2 } from "./geodesic.ts";
import type { Box } from "./land.ts";
import { type Micro, toDegrees, toMicro } from "./micro.ts";
import { simplify } from "./simplify.ts";

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const TOLERANCE_METERS = 4000;
const SMALLEST_PART_KM2 = 300;
/** Two decimals are 1 km, below the tolerance. */
const DECIMALS = 2;

/** ISO 3166-1 codes, numeric and alpha-2, of the countries between 20° E and 145° E, and of those that reach into it. */
const ALPHA2: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "004 AF 031 AZ 048 BH 050 BD 051 AM 064 BT 096 BN 100 BG 104 MM 108 BI 112 BY 116 KH 140 CF 144 LK 148 TD 156 CN " +
    "158 TW 180 CD 196 CY 231 ET 232 ER 233 EE 246 FI 262 DJ 268 GE 275 PS 300 GR 348 HU 344 HK 356 IN 360 ID 364 IR " +
    "368 IQ 376 IL 392 JP 398 KZ 400 JO 404 KE 408 KP 410 KR 414 KW 417 KG 418 LA 422 LB 428 LV 434 LY 440 LT 446 MO " +
    "458 MY 462 MV 496 MN 498 MD 512 OM 524 NP 586 PK 608 PH 616 PL 626 TL 634 QA 642 RO 643 RU 646 RW 682 SA 688 RS " +
    "702 SG 703 SK 704 VN 706 SO 728 SS 729 SD 760 SY 762 TJ 764 TH 784 AE 792 TR 795 TM 800 UG 804 UA 807 MK 818 EG " +
    "834 TZ 860 UZ 887 YE"
  )
    .match(/\d{3} [A-Z]{2}/g)
    ?.map((pair) => pair.split(" ")) ?? [],
);

/** The topology with every arc thinned once, so that neighbours keep the same line between them. */
function thinned(topology: Countries): Countries {
  const [scaleX, scaleY] = topology.transform?.scale ?? [1, 1];
  const [originX, originY] = topology.transform?.translate ?? [0, 0];
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const line = arc.map(([dx = 0, dy = 0]): Micro => {
      [x, y] = [x + dx, y + dy];
      return toMicro([originX + x * scaleX, originY + y * scaleY]);
    });
    const latitude = (line[0]?.[1] ?? 0) / 1e6;
    return simplify(line, TOLERANCE_METERS, latitude).map((position) => toDegrees(position, DECIMALS));
  });
  const { transform: _, ...rest } = topology;
  return { ...rest, arcs };
}

const FULL_TURN = 360e6;
const WEST: Box = [-180, -90, 180, 90];
const EAST: Box = [180, -90, 540, 90];

/** The topology joins what Natural Earth cut at 180°; this cuts it there again, as RFC 7946 asks. */
function cutAtDateLine(polygon: readonly Micro[][]): Micro[][][] {
  const [outer = []] = polygon;
  const isCrossing = outer.some(([x], index) => Math.abs(x - (outer[index - 1]?.[0] ?? x)) > FULL_TURN / 2);
  if (!isCrossing) return [[...polygon]];
  // Outer rings come clockwise; what is cut is told from its holes by how it is wound.
  const unrolled = polygon.map((ring, index) =>
    wound(
      ring.map(([x, y]): Micro => [x < 0 ? x + FULL_TURN : x, y]),
      index === 0,
    ),
  );
  const beyond = clipRings(unrolled, EAST).map((ring) => ring.map(([x, y]): Micro => [x - FULL_TURN, y]));
  return [clipRings(unrolled, WEST), beyond].flatMap(toPolygons);
}

function partsOf({ geometry }: Feature<Polygon | MultiPolygon>): [number, number][][][] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const parts = polygons
    .flatMap((polygon) => cutAtDateLine(polygon.map((ring) => ring.map(toMicro))))
    .map((polygon) =>
      polygon
        .map((ring, index) => wound(ring, index === 0))
        .filter((ring, index) => ring.length > 3 && (index === 0 || roughKm2(ring) >= SMALLEST_PART_KM2)),
    );
  const size = ([outer = []]: Micro[][]) => roughKm2(outer);
  const largest = Math.max(...parts.map(size));
  return parts
    .filter((part) => part.length > 0 && (size(part) >= SMALLEST_PART_KM2 || size(part) === largest))
    .map((part) => part.map((ring) => ring.map((position) => toDegrees(position, DECIMALS))));
}

/** Outlines of countries for the theme of memberships: Natural Earth 1:50m, thinned, small islands left out. */
export function worldCountriesFile() {
  const topology = thinned(packageJson<Countries>("worldAtlas", "countries-50m.json"));
  const features = topology.objects.countries.geometries.flatMap((geometry): Feature<MultiPolygon>[] => {
    const iso2 = ALPHA2[String(geometry.id)];
    if (!iso2) return [];
    const shape = toFeature(topology, geometry) as Feature<Polygon | MultiPolygon>;
    return [
      {
        type: "Feature",
        properties: {
          id: `country-${iso2.toLowerCase()}`,
          iso2,
          nameEn: (geometry.properties as { readonly name?: string } | undefined)?.name ?? iso2,
        },
        geometry: { type: "MultiPolygon", coordinates: partsOf(shape) },
      },
    ];
  });
  return {
    type: "FeatureCollection",
    features: features.sort((a, b) => (String(a.properties?.id) < String(b.properties?.id) ? -1 : 1)),
  } satisfies FeatureCollection<MultiPolygon>;
}
