import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "jpeg-js";
import { PNG } from "pngjs";
import { ROOT } from "../setup.mjs";
import { writeOutput } from "./output.ts";
import { type Tile, writeArchive } from "./pmtiles-writer.ts";
import { tileRange } from "./vector-tiles.ts";

/** The grid in `data/raw/marble-relief`: 16 columns and 8 rows of tiles of 675 pixels, two minutes of arc each. */
const COLUMNS = 16;
const ROWS = 8;
const PART_PX = 675;
const PER_DEGREE = 30;
const WIDTH = COLUMNS * PART_PX;
const HEIGHT = ROWS * PART_PX;

/**
 * Grey values and the heights in metres they stand for: found by comparing the grid with the published elevations of 284
 * airports, and above those by the share of land at each height.
 */
const HEIGHTS: readonly (readonly [grey: number, meters: number])[] = [
  [0, -9000],
  [24, -5500],
  [40, -3100],
  [56, -1734],
  [68, -400],
  [80, -60],
  [90, -8],
  [97, 6],
  [103, 21],
  [109, 36],
  [115, 57],
  [121, 105],
  [127, 165],
  [133, 219],
  [139, 304],
  [145, 412],
  [151, 507],
  [157, 626],
  [163, 748],
  [169, 850],
  [175, 985],
  [181, 1245],
  [187, 1510],
  [193, 1800],
  [200, 2300],
  [208, 3000],
  [216, 3800],
  [224, 4500],
  [232, 5100],
  [240, 5900],
  [248, 7200],
  [255, 8600],
];

/** The detail ends softly over these degrees inside of its edges, so that no edge shows. */
const DETAIL = [44, 17, 86, 47] as const;
const FADE_DEGREES = 3;
const TILE_PX = 256;
const WORLD_ZOOM = 4;
const MAXIMUM_ZOOM = 6;

function heightsByGrey(): Float32Array {
  const table = new Float32Array(256);
  for (let grey = 0; grey < 256; grey++) {
    const next = Math.max(
      1,
      HEIGHTS.findIndex(([known]) => known >= grey),
    );
    const [from, low] = HEIGHTS[next - 1] ?? [0, 0];
    const [to, high] = HEIGHTS[next] ?? [255, 0];
    table[grey] = low + ((high - low) * (grey - from)) / (to - from);
  }
  return table;
}

function readGrid(): Uint8Array {
  const grid = new Uint8Array(WIDTH * HEIGHT);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const name = `${String(row).padStart(6, "0")}_${String(column).padStart(6, "0")}.jpg`;
      const { data, width } = decode(readFileSync(join(ROOT, "data/raw/marble-relief", name)), { useTArray: true });
      for (let y = 0; y < PART_PX; y++) {
        const start = (row * PART_PX + y) * WIDTH + column * PART_PX;
        for (let x = 0; x < PART_PX; x++) grid[start + x] = data[4 * (y * width + x)] ?? 0;
      }
    }
  }
  return grid;
}

/** The mean of the cells around a position, over a square of `span` cells: the picture is JPEG and rings. */
function meanAt(grid: Uint8Array, table: Float32Array, lng: number, lat: number, span: number): number {
  const middleX = Math.floor((lng + 180) * PER_DEGREE);
  const middleY = Math.floor((90 - lat) * PER_DEGREE);
  const reach = Math.max(1, Math.floor(span / 2));
  const step = Math.max(1, Math.floor(span / 6));
  let sum = 0;
  let count = 0;
  for (let dy = -reach; dy <= reach; dy += step) {
    const y = Math.min(HEIGHT - 1, Math.max(0, middleY + dy));
    for (let dx = -reach; dx <= reach; dx += step) {
      const x = (middleX + dx + WIDTH) % WIDTH;
      sum += table[grid[y * WIDTH + x] ?? 0] ?? 0;
      count++;
    }
  }
  return sum / count;
}

/** How much of the detail shows at a position: 1 well inside, 0 at the edge and beyond. */
function shareOfDetail(lng: number, lat: number): number {
  const [west, south, east, north] = DETAIL;
  const inward = Math.min(lng - west, east - lng, lat - south, north - lat) / FADE_DEGREES;
  return Math.min(1, Math.max(0, inward));
}

/** One tile of heights as the Terrarium encoding has them: metres above −32,768 in red and green. */
function tileOf(
  height: (lng: number, lat: number) => number,
  z: number,
  x: number,
  y: number,
  step: number,
): Uint8Array {
  const png = new PNG({ width: TILE_PX, height: TILE_PX, colorType: 2 });
  const size = 2 ** z;
  for (let row = 0; row < TILE_PX; row++) {
    const mercator = Math.PI * (1 - (2 * (y + (row + 0.5) / TILE_PX)) / size);
    const lat = (Math.atan(Math.sinh(mercator)) * 180) / Math.PI;
    for (let column = 0; column < TILE_PX; column++) {
      const lng = ((x + (column + 0.5) / TILE_PX) / size) * 360 - 180;
      const value = Math.round(height(lng, lat) / step) * step + 32_768;
      const at = 4 * (row * TILE_PX + column);
      png.data[at] = Math.floor(value / 256);
      png.data[at + 1] = value % 256;
      png.data[at + 2] = 0;
      png.data[at + 3] = 255;
    }
  }
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9, filterType: 1 });
}

const touchesDetail = (z: number, x: number, y: number) => {
  const { fromX, toX, fromY, toY } = tileRange(DETAIL, z);
  return x >= fromX && x <= toX && y >= fromY && y <= toY;
};

/** Writes the archive of heights: the world to zoom 4, the region to zoom 6, and level ground around it. */
export function buildRelief(): void {
  const grid = readGrid();
  const table = heightsByGrey();
  const tiles: Tile[] = [];
  const flat = tileOf(() => 0, 0, 0, 0, 1);
  for (let z = 0; z <= MAXIMUM_ZOOM; z++) {
    const span = Math.max(2, Math.round((360 / 2 ** z / TILE_PX) * PER_DEGREE));
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const isDrawn = z <= WORLD_ZOOM ? y >= 2 ** z * 0.15 && y < 2 ** z * 0.75 : touchesDetail(z, x, y);
        const height = (lng: number, lat: number) => {
          const share = z <= WORLD_ZOOM ? 1 : shareOfDetail(lng, lat);
          return share === 0 ? 0 : Math.max(-200, meanAt(grid, table, lng, lat, span)) * share;
        };
        tiles.push({ z, x, y, data: isDrawn ? tileOf(height, z, x, y, z <= 3 ? 32 : z <= 4 ? 24 : 4) : flat });
      }
    }
    console.log(`relief zoom ${z}`);
  }
  const data = writeArchive(tiles, {
    type: "png",
    bounds: [-180, -85, 180, 85],
    minZoom: 0,
    maxZoom: MAXIMUM_ZOOM,
    center: [62.1, 27.55, 5],
    metadata: {
      name: "relief",
      format: "png",
      encoding: "terrarium",
      attribution: "Relief: NASA SRTM30 via KDE Marble",
    },
  });
  writeOutput("public/basemap/relief.pmtiles", data);
  writeOutput(
    "public/basemap/relief.LICENSE.txt",
    "Relief: NASA SRTM30 (public domain), two minutes of arc, from the grey grid of KDE Marble (marble-qt-data 22.12.3);\nheights calibrated with the airport elevations of OurAirports. Steps of 25 to 45 m: for shading, not for spot heights.\n",
  );
}
