import { readFileSync } from "node:fs";
import type { FeatureCollection, MultiPolygon } from "geojson";
import { packageFile } from "./cache.ts";
import { wound } from "./clip.ts";
import { toDegrees, toMicro } from "./micro.ts";
import { pathRings } from "./svg-path.ts";

interface Drawing {
  readonly locations: readonly { readonly id: string; readonly name: string; readonly path: string }[];
}

/**
 * The drawing is a plate-carrée map without coordinates. These four numbers, fitted to the outline of Pakistan in
 * OpenStreetMap, put it on the ground: half of its outline then lies within 0.97 km of the true one, the rest within a
 * few kilometres, hence ± 5 km.
 */
const LNG_AT_ZERO = 60.5977;
const LNG_PER_UNIT = 0.010007;
const LAT_AT_ZERO = 37.3504;
const LAT_PER_UNIT = -0.008689;

/** The districts of Balochistan, by the drawing's spelling, with the spelling used here. */
const DISTRICTS: Readonly<Record<string, string>> = {
  Awaran: "Awaran",
  Barkhan: "Barkhan",
  Bolan: "Bolan (Kachhi)",
  Chaghai: "Chagai",
  "Dera Bugti": "Dera Bugti",
  Gwadar: "Gwadar",
  Haranai: "Harnai",
  Jafarabad: "Jafarabad",
  "Jhal Magsi": "Jhal Magsi",
  Kalat: "Kalat",
  Kech: "Kech",
  Kharan: "Kharan",
  Khuzdar: "Khuzdar",
  "Killa Abdullah": "Killa Abdullah",
  "Killa Saifullah": "Killa Saifullah",
  Kohlu: "Kohlu",
  Lasbela: "Lasbela",
  Loralai: "Loralai",
  Mastung: "Mastung",
  Musakhel: "Musakhel",
  Naseerabad: "Nasirabad",
  Nushki: "Nushki",
  Panjgur: "Panjgur",
  Pishin: "Pishin",
  Quetta: "Quetta",
  Sheerani: "Sherani",
  Sibi: "Sibi",
  Washuk: "Washuk",
  Zhob: "Zhob",
  Ziarat: "Ziarat",
};

/** Approximate outlines of the districts of Balochistan before 2018. */
export function districtsFile() {
  const source = readFileSync(packageFile("districts", "index.js"), "utf8");
  const drawing = JSON.parse(source.replace(/^export default\s*/, "").replace(/;?\s*$/, "")) as Drawing;
  return {
    type: "FeatureCollection",
    features: drawing.locations
      .flatMap(({ name, path }) => {
        const nameEn = DISTRICTS[name];
        if (!nameEn) return [];
        const coordinates = pathRings(path).map((ring) => {
          const onGround = ring.map(([x, y]) =>
            toMicro([LNG_AT_ZERO + LNG_PER_UNIT * x, LAT_AT_ZERO + LAT_PER_UNIT * y]),
          );
          return [wound(onGround, true).map((position) => toDegrees(position, 3))];
        });
        return {
          type: "Feature" as const,
          properties: {
            id: `district-${nameEn.replace(/ \(.*/, "").toLowerCase().replaceAll(" ", "-")}`,
            nameEn,
            isApproximate: true,
            uncertaintyKm: 5,
            asOf: "before 2018",
            origin: "svg-maps, Pakistan districts 2.0.0",
            licence: "Unlicense",
          },
          geometry: { type: "MultiPolygon" as const, coordinates },
        };
      })
      .sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1)),
  } satisfies FeatureCollection<MultiPolygon>;
}
