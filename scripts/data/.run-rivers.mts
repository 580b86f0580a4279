import { readFileSync, writeFileSync } from "node:fs";
import { clipLines } from "./clip.ts";
import { toDegrees, toMicro } from "./micro.ts";
import { writeJson } from "./output.ts";
import { readLines } from "./shapefile.ts";

const p = "/tmp/deb/x/usr/share/magics/10m/ne_10m_rivers_lake_centerlines";
const features = readLines(readFileSync(`${p}.shp`), readFileSync(`${p}.dbf`)).flatMap(({ parts, attributes }) => {
  const lines = clipLines(
    parts.map((part) => part.map(toMicro)),
    [25, 5, 100, 60],
  );
  if (lines.length === 0) return [];
  return {
    type: "Feature",
    properties: {
      name: attributes.name ?? "",
      rank: Math.round(Number(attributes.scalerank)),
      kind: attributes.featurecla ?? "",
    },
    geometry: {
      type: "MultiLineString",
      coordinates: lines.map((line) => line.map((position) => toDegrees(position, 4))),
    },
  };
});
writeJson("data/raw/natural-earth-rivers.json", { type: "FeatureCollection", features });
