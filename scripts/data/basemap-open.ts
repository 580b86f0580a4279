import { readFileSync } from "node:fs";
import { join } from "node:path";
import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
} from "geojson";
import Pbf from "pbf";
import { feature as toFeature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { ROOT } from "../setup.mjs";
import { packageFile, packageJson } from "./cache.ts";
import { cutLines } from "./clip.ts";
import type { Box } from "./land.ts";
import { LABEL_POSITIONS, nameProperties, readMapNames } from "./map-names.ts";
import { toDegrees, toMicro } from "./micro.ts";
import type { TileLayer } from "./vector-tiles.ts";

type Countries = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

const within = ([lng, lat]: readonly number[], [west, south, east, north]: Box) =>
  lng !== undefined && lat !== undefined && lng >= west && lng <= east && lat >= south && lat <= north;

const point = (position: readonly number[], properties: Record<string, string | number>): Feature<Point> => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [...position] },
});

const readRaw = <Properties>(file: string) =>
  JSON.parse(readFileSync(join(ROOT, "data/raw", file), "utf8")) as FeatureCollection<
    Polygon | MultiLineString,
    Properties
  >;

const TRIPOINT = [60.8434, 29.8587] as const;
const PAKISTAN_COAST = [61.5878, 25.2023] as const;
const WAKHAN = [73.7318, 36.8878] as const;

const joins = (line: readonly (readonly number[])[], one: readonly number[], other: readonly number[]) => {
  const ends = [line[0], line.at(-1)].map(String);
  return ends.includes(String(one)) && ends.includes(String(other));
};

/** Boundaries of the world by Natural Earth; the line between Iran and Pakistan has a layer of its own at every zoom. */
function worldBoundaries(): Feature<LineString>[] {
  return readRaw<{ kind: string }>("natural-earth-boundaries.json").features.flatMap(({ geometry, properties }) => {
    if (geometry.type !== "MultiLineString" || properties.kind === "ForgetMagics") return [];
    return geometry.coordinates
      .filter((line) => !joins(line, TRIPOINT, PAKISTAN_COAST))
      .map((line): Feature<LineString> => {
        const disputed = !properties.kind.startsWith("International") || joins(line, TRIPOINT, WAKHAN);
        const described = { kind: "country", disputed };
        return { type: "Feature", properties: described, geometry: { type: "LineString", coordinates: line } };
      });
  });
}

/** The parts of lines outside of a box. */
function outside(lines: readonly Feature<LineString>[], [west, south, east, north]: Box): Feature<LineString>[] {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(toMicro);
  return lines.flatMap((line) =>
    cutLines([line.geometry.coordinates.map(toMicro)], [corners]).outside.map(
      (part): Feature<LineString> => ({
        ...line,
        geometry: { type: "LineString", coordinates: part.map((position) => toDegrees(position)) },
      }),
    ),
  );
}

/** The world at small scale; at the last zoom the boundaries inside `detail` are left to the detailed archive. */
function world(detail: Box): TileLayer[] {
  const topology = packageJson<Countries>("worldAtlas", "countries-50m.json");
  const land = toFeature(topology, topology.objects.land);
  const lines = worldBoundaries();
  const water = readRaw<{ kind: string }>("natural-earth-lakes.json").features;
  return [
    { name: "world_land", features: "features" in land ? land.features : [land], minZoom: () => 0, maxZoom: 5 },
    { name: "world_water", features: water, minZoom: ({ kind }) => (kind === "lake" ? 2 : 4), maxZoom: 4 },
    {
      name: "world_water",
      features: water.filter(({ geometry }) => !isMostlyIn(geometry, detail)),
      minZoom: () => 5,
      maxZoom: 5,
    },
    { name: "world_boundary", features: lines, minZoom: () => 0, maxZoom: 4 },
    { name: "world_boundary", features: outside(lines, detail), minZoom: () => 5, maxZoom: 5 },
  ];
}

function isMostlyIn(geometry: Polygon | MultiLineString, box: Box): boolean {
  const positions = geometry.coordinates.flat();
  return positions.filter((position) => within(position, box)).length * 2 > positions.length;
}

interface StateProperties {
  readonly iso_a2: string;
  readonly iso_3166_2: string;
  readonly name_en: string | null;
  readonly name_ur: string | null;
  readonly name_fa: string | null;
  readonly longitude: number;
  readonly latitude: number;
}

/** Lines between the provinces of one country and their names; the outer lines come from the detailed archive. */
function provinces(box: Box): TileLayer[] {
  const { features } = packageJson<{ features: Feature<Polygon | MultiPolygon, StateProperties>[] }>(
    "states",
    "data/states/admin1.json",
  );
  const own = features.filter(
    ({ properties: { iso_a2, longitude, latitude } }) =>
      ["IR", "PK", "AF"].includes(iso_a2) && within([longitude, latitude], box),
  );
  const owners = new Map<string, { readonly edge: number[][]; readonly states: Set<string> }>();
  for (const { properties, geometry } of own) {
    // The Federally Administered Tribal Areas joined Khyber Pakhtunkhwa in 2018.
    const state = properties.iso_3166_2 === "PK-TA" ? "PK-KP" : properties.iso_3166_2;
    const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
    for (const ring of rings) {
      for (let index = 1; index < ring.length; index++) {
        const edge = [ring[index - 1] ?? [], ring[index] ?? []];
        const key = edge.map(String).sort().join(" ");
        const known = owners.get(key);
        if (known) known.states.add(state);
        else owners.set(key, { edge, states: new Set([state]) });
      }
    }
  }
  const inner = [...owners.values()].filter(
    ({ states }) => states.size > 1 && new Set([...states].map((state) => state.slice(0, 2))).size === 1,
  );
  const lines: Feature<MultiLineString> = {
    type: "Feature",
    properties: {},
    geometry: { type: "MultiLineString", coordinates: joined(inner.map(({ edge }) => edge)) },
  };
  const names = new Map(readMapNames().map((name) => [name.iso3166_2, name]));
  const labels = own
    .filter(({ properties }) => properties.iso_3166_2 !== "PK-TA")
    .map(({ properties: { iso_3166_2, name_en, name_ur, name_fa, longitude, latitude } }) =>
      point(
        [longitude, latitude],
        nameProperties(names.get(iso_3166_2) ?? { en: name_en ?? iso_3166_2, ur: name_ur, fa: name_fa }),
      ),
    );
  return [
    { name: "admin1", features: [lines], minZoom: () => 4 },
    { name: "province", features: labels, minZoom: () => 5 },
  ];
}

/** Edges joined end to end in the order they come, so that dashes run through. */
function joined(edges: readonly number[][][]): number[][][] {
  const lines: number[][][] = [];
  for (const [a = [], b = []] of edges) {
    const last = lines.at(-1);
    if (last && String(last.at(-1)) === String(a)) last.push(b);
    else if (last && String(last.at(-1)) === String(b)) last.push(a);
    else lines.push([a, b]);
  }
  return lines;
}

interface City {
  id: number;
  name: string;
  country: string;
  population: number;
  position: [number, number];
}

/** The cities of the GeoNames extract: a row of messages whose coordinates are differences to the one before. */
function readCities(): City[] {
  const reader = new Pbf(readFileSync(packageFile("populations", "cities.pbf")));
  const cities: City[] = [];
  let [lng, lat] = [0, 0];
  while (reader.pos < reader.length) {
    const city: City = { id: 0, name: "", country: "", population: 0, position: [0, 0] };
    const end = reader.readVarint() + reader.pos;
    while (reader.pos < end) {
      const value = reader.readVarint();
      const tag = value >> 3;
      reader.type = value & 7;
      if (tag === 1) city.id = reader.readSVarint();
      else if (tag === 2) city.name = reader.readString();
      else if (tag === 3) city.country = reader.readString();
      else if (tag === 9) city.population = reader.readVarint();
      else if (tag === 10) {
        lng += reader.readSVarint();
        city.position[0] = lng / 1e5;
      } else if (tag === 11) {
        lat += reader.readSVarint();
        city.position[1] = lat / 1e5;
      } else reader.skip(value);
    }
    cities.push(city);
  }
  return cities;
}

const rankOf = (population: number) =>
  [3_000_000, 1_000_000, 300_000, 100_000, 30_000, 10_000].findIndex((least) => population >= least);

function towns(box: Box): TileLayer[] {
  const named = new Map(readMapNames().flatMap((name) => (name.geonamesId ? [[name.geonamesId, name] as const] : [])));
  const capitals = new Set(readMapNames().flatMap(({ kind, geonamesId }) => (kind === "capital" ? geonamesId : [])));
  const features = readCities()
    .filter(
      ({ id, population, position }) =>
        named.has(id) || population >= 3_000_000 || (within(position, box) && population >= 30_000),
    )
    .map(({ id, name, country, population, position }) => {
      const rank = rankOf(population);
      return point(position, {
        ...nameProperties(named.get(id) ?? { en: name, ur: null, fa: null }),
        rank: capitals.has(id) ? 0 : rank < 0 ? 6 : rank,
        population,
        country,
      });
    });
  return [{ name: "town", features, minZoom: ({ rank }) => [2, 3, 4, 5, 6, 7, 8][Number(rank)] ?? 8 }];
}

interface Airport {
  readonly type: string;
  readonly name: string;
  readonly latitude_deg: string;
  readonly longitude_deg: string;
  readonly iata_code: string;
}

function airports(box: Box): TileLayer[] {
  const features = packageJson<Airport[]>("airports", "data/airports.json")
    .map(({ type, name, latitude_deg, longitude_deg, iata_code }) =>
      point([Number(longitude_deg), Number(latitude_deg)], { name_en: name, iata: iata_code, size: type }),
    )
    .filter(({ geometry, properties }) => within(geometry.coordinates, box) && properties?.iata !== "");
  return [{ name: "airport", features, minZoom: ({ size }) => (size === "large_airport" ? 6 : 7) }];
}

/** Countries that Natural Earth calls by another name than ours. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  Turkey: "Türkiye",
  "United Arab Emirates": "United Arab Emirates",
  "Dem. Rep. Korea": "North Korea",
};

function labels(): TileLayer[] {
  const names = readMapNames();
  const physical = names.flatMap((name) => {
    const position = LABEL_POSITIONS[name.id];
    if (!position) return [];
    const kind = name.kind === "mountain-range" ? "range" : name.kind;
    return [point(position, { ...nameProperties(name), kind })];
  });
  const topology = packageJson<Countries>("worldAtlas", "countries-50m.json");
  const countries = new Map(
    names
      .filter(({ kind }) => kind === "country")
      .flatMap((name) => [name.en, ...(name.enAlternates ?? [])].map((en) => [en, name] as const)),
  );
  const country = topology.objects.countries.geometries.flatMap((geometry) => {
    const { name: nameEn = "" } = (geometry.properties ?? {}) as { readonly name?: string };
    const name = countries.get(OTHER_NAMES[nameEn] ?? nameEn);
    if (!name) return [];
    const shape = (toFeature(topology, geometry) as Feature<Polygon | MultiPolygon>).geometry;
    return [point(middleOf(shape), { ...nameProperties(name), iso2: name.iso3166_1 ?? "" })];
  });
  return [
    { name: "physical", features: physical, minZoom: ({ kind }) => (kind === "sea" || kind === "ocean" ? 2 : 4) },
    { name: "country", features: country, minZoom: () => 1 },
  ];
}

/** The middle of the extent of a shape's largest ring: good enough to write a country's name on. */
function middleOf(shape: Geometry): [number, number] {
  const rings =
    shape.type === "Polygon"
      ? [shape.coordinates[0]]
      : shape.type === "MultiPolygon"
        ? shape.coordinates.map((polygon) => polygon[0])
        : [];
  const largest = rings.toSorted((a, b) => (b?.length ?? 0) - (a?.length ?? 0))[0] ?? [];
  const lngs = largest.map(([lng = 0]) => lng);
  const lats = largest.map(([, lat = 0]) => lat);
  return [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

/** A river's name without the word river, to tell that two sources mean the same one. */
const plainRiver = (name: string) =>
  name
    .toLowerCase()
    .replace(/\b(river|rud-e|rud)\b/g, "")
    .replace(/\(.*\)/, "")
    .trim();

function rivers(): TileLayer[] {
  const file = join(ROOT, "data/raw/natural-earth-rivers.json");
  const read = JSON.parse(readFileSync(file, "utf8")) as {
    features: Feature<Geometry, { name: string; rank: number }>[];
  };
  const names = new Map(
    readMapNames()
      .filter(({ kind }) => kind === "river")
      .flatMap((name) => [name.en, ...(name.enAlternates ?? [])].map((en) => [plainRiver(en), name] as const)),
  );
  const features = read.features.map(({ geometry, properties: { name, rank } }): Feature<Geometry> => {
    const known = names.get(plainRiver(name));
    return {
      type: "Feature",
      geometry,
      properties: { ...(name ? nameProperties(known ?? { en: name, ur: null, fa: null }) : {}), rank },
    };
  });
  return [{ name: "river", features, minZoom: ({ rank }) => (Number(rank) <= 4 ? 3 : Number(rank) <= 6 ? 5 : 6) }];
}

/** The layers of `basemap-open.pmtiles`; detail in `box`, the world at small scale, `detail` left to the other archive. */
export const openLayers = (box: Box, detail: Box): TileLayer[] => [
  ...world(detail),
  ...provinces(box),
  ...rivers(),
  ...towns(box),
  ...airports(box),
  ...labels(),
];
