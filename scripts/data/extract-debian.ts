import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { clipLines, wound } from "./clip.ts";
import { toDegrees, toMicro } from "./micro.ts";
import { writeJson } from "./output.ts";
import { readPn2 } from "./pn2.ts";
import { readLines } from "./shapefile.ts";

/**
 * Extracts what the data build needs from two Debian packages into `data/raw`. Run once, by hand, on Debian 12; the
 * result is committed, so that nobody needs Debian to build the atlas.
 */

const DEBIAN_PACKAGES = [
  {
    file: "marble-qt-data_4%3a22.12.3-1_all.deb",
    sha256: "137e6ddc52a3a245be27f44d2ffad063ddf21c0ba5f6d48edc295b3864c9db48",
  },
  {
    file: "libmagics++-data_4.13.0-1_all.deb",
    sha256: "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
  },
] as const;

const RIVER_BOX = [25, 5, 100, 60] as const;
const RELIEF_FOLDER = "usr/share/marble/data/maps/earth/srtm/3";
const WORK = join(ROOT, ".cache", "data", "debian");
const RAW = join(ROOT, "data", "raw");

function unpack(): void {
  mkdirSync(WORK, { recursive: true });
  for (const { file, sha256 } of DEBIAN_PACKAGES) {
    const path = join(WORK, file);
    const [name = "", version = ""] = file.split("_");
    if (!existsSync(path)) {
      execFileSync("apt-get", ["download", `${name}=${version.replace("%3a", ":")}`], { cwd: WORK, stdio: "ignore" });
    }
    const found = createHash("sha256").update(readFileSync(path)).digest("hex");
    if (found !== sha256) throw new Error(`${file}: sha256 is ${found}, expected ${sha256}`);
    execFileSync("dpkg", ["-x", path, join(WORK, "x")]);
  }
}

const naturalEarth = (scale: string, name: string) => {
  const path = join(WORK, "x/usr/share/magics", scale, `ne_${scale}_${name}`);
  return readLines(readFileSync(`${path}.shp`), readFileSync(`${path}.dbf`));
};

function extractRivers(): void {
  const features = naturalEarth("10m", "rivers_lake_centerlines").flatMap(({ parts, attributes }) => {
    const lines = clipLines(
      parts.map((part) => part.map(toMicro)),
      RIVER_BOX,
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
}

function extractBoundaries(): void {
  const features = naturalEarth("50m", "admin_0_boundary_lines_land").map(({ parts, attributes }) => ({
    type: "Feature",
    properties: { kind: attributes.featurecla ?? "" },
    geometry: {
      type: "MultiLineString",
      coordinates: parts.map((part) => part.map((position) => toDegrees(toMicro(position), 4))),
    },
  }));
  writeJson("data/raw/natural-earth-boundaries.json", { type: "FeatureCollection", features });
}

/** Lakes and playas of the world, 1:50m, holes left out: no island in a lake shows at that scale. */
function extractLakes(): void {
  const features = ["lakes", "playas"].flatMap((name) => {
    const file = join(WORK, "x/usr/share/marble/data/naturalearth", `ne_50m_${name}.pn2`);
    return readPn2(readFileSync(file))
      .filter(({ isHole, ring }) => !isHole && ring.length > 3)
      .map(({ ring }) => ({
        type: "Feature",
        properties: { kind: name === "lakes" ? "lake" : "playa" },
        geometry: {
          type: "Polygon",
          coordinates: [wound(ring.map(toMicro), true).map((position) => toDegrees(position, 3))],
        },
      }));
  });
  writeJson("data/raw/natural-earth-lakes.json", { type: "FeatureCollection", features });
}

function extractRelief(): void {
  const folder = join(WORK, "x", RELIEF_FOLDER);
  mkdirSync(join(RAW, "marble-relief"), { recursive: true });
  for (const row of readdirSync(folder).sort()) {
    for (const file of readdirSync(join(folder, row)).sort()) {
      copyFileSync(join(folder, row, file), join(RAW, "marble-relief", file));
    }
  }
}

unpack();
extractRivers();
extractBoundaries();
extractLakes();
extractRelief();
