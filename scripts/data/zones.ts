import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { decode } from "geobuf";
import Pbf from "pbf";
import { packageFile } from "./cache.ts";
import { type Micro, toMicro } from "./micro.ts";

/** Which country's territory each time zone of the region is, as de facto administered; islands and exclaves included. */
const COUNTRY_BY_ZONE: Readonly<Record<string, string>> = {
  "Asia/Tehran": "IR",
  "Asia/Karachi": "PK",
  "Asia/Kabul": "AF",
  "Asia/Kolkata": "IN",
  "Asia/Ashgabat": "TM",
  "Asia/Tashkent": "UZ",
  "Asia/Samarkand": "UZ",
  "Asia/Dushanbe": "TJ",
  "Asia/Bishkek": "KG",
  "Asia/Shanghai": "CN",
  "Asia/Urumqi": "CN",
  "Asia/Almaty": "KZ",
  "Asia/Qyzylorda": "KZ",
  "Asia/Aqtau": "KZ",
  "Asia/Aqtobe": "KZ",
  "Asia/Atyrau": "KZ",
  "Asia/Oral": "KZ",
  "Asia/Qostanay": "KZ",
  "Asia/Muscat": "OM",
  "Asia/Dubai": "AE",
  "Asia/Riyadh": "SA",
  "Asia/Qatar": "QA",
  "Asia/Bahrain": "BH",
  "Asia/Kuwait": "KW",
  "Asia/Baghdad": "IQ",
  "Asia/Baku": "AZ",
  "Asia/Yerevan": "AM",
  "Europe/Istanbul": "TR",
  "Asia/Kathmandu": "NP",
  "Asia/Thimphu": "BT",
  "Asia/Dhaka": "BD",
  "Asia/Hovd": "MN",
  "Asia/Tbilisi": "GE",
  "Asia/Barnaul": "RU",
  "Europe/Astrakhan": "RU",
  "Europe/Moscow": "RU",
  "Europe/Saratov": "RU",
  "Europe/Volgograd": "RU",
};

/** Every country the zones are sorted into, by ISO 3166-1 alpha-2 code. */
export const ZONE_COUNTRIES: readonly string[] = [...new Set(Object.values(COUNTRY_BY_ZONE))].sort();

/** One cell of the zones' quadtree: the closed rings of each country in it. */
export interface ZoneCell {
  readonly rings: ReadonlyMap<string, readonly (readonly Micro[])[]>;
}

interface IndexLeaf {
  readonly pos: number;
  readonly len: number;
}
type IndexNode = number | readonly number[] | IndexLeaf | { readonly [quadrant: string]: IndexNode };
interface ZoneIndex {
  readonly timezones: readonly string[];
  readonly lookup: IndexNode;
}
type Bounds = readonly [west: number, south: number, east: number, north: number];

const isLeaf = (node: IndexNode): node is IndexLeaf => typeof node === "object" && "pos" in node && "len" in node;

function squareRing([west, south, east, north]: Bounds): Micro[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(toMicro);
}

/**
 * The cells of geo-tz's quadtree that touch `bounds`, with the territory (land and territorial sea) of each country.
 * Territory that two time zones claim counts once for each country.
 */
export function readZoneCells(bounds: Bounds): ZoneCell[] {
  const index = JSON.parse(
    readFileSync(packageFile("zones", "data/timezones.geojson.index.json"), "utf8"),
  ) as ZoneIndex;
  const file = openSync(packageFile("zones", "data/timezones.geojson.geo.dat"), "r");
  const cells: ZoneCell[] = [];
  const addCell = (parts: readonly { zone: string; rings: readonly (readonly Micro[])[] }[]) => {
    const rings = new Map<string, (readonly Micro[])[]>();
    for (const part of parts) {
      const country = COUNTRY_BY_ZONE[part.zone];
      if (country) rings.set(country, [...(rings.get(country) ?? []), ...part.rings]);
    }
    if (rings.size > 0) cells.push({ rings });
  };
  const readLeaf = ({ pos, len }: IndexLeaf) => {
    const buffer = new Uint8Array(len);
    readSync(file, buffer, 0, len, pos);
    return decode(new Pbf(buffer)).features.map(({ properties, geometry }) => ({
      zone: properties.tzid,
      rings: (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat()).map((ring) =>
        ring.map(toMicro),
      ),
    }));
  };
  const visit = (node: IndexNode | undefined, cell: Bounds): void => {
    if (node === undefined || node === null) return;
    const [west, south, east, north] = cell;
    if (west > bounds[2] || east < bounds[0] || south > bounds[3] || north < bounds[1]) return;
    if (isLeaf(node)) {
      addCell(readLeaf(node));
      return;
    }
    if (typeof node === "number" || Array.isArray(node)) {
      const numbers: readonly number[] = typeof node === "number" ? [node] : node;
      const zones = new Map(numbers.map((number) => [COUNTRY_BY_ZONE[index.timezones[number] ?? ""], number]));
      addCell(
        [...zones.values()].map((number) => ({ zone: index.timezones[number] ?? "", rings: [squareRing(cell)] })),
      );
      return;
    }
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const quadrants = node as Readonly<Record<string, IndexNode>>;
    visit(quadrants.a, [x, y, east, north]);
    visit(quadrants.b, [west, y, x, north]);
    visit(quadrants.c, [west, south, x, y]);
    visit(quadrants.d, [x, south, east, y]);
  };
  visit(index.lookup, [-179.9999, -89.9999, 179.9999, 89.9999]);
  closeSync(file);
  return cells;
}
