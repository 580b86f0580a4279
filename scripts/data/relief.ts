import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import encode, { init } from "@jsquash/webp/encode.js";
import { decode } from "jpeg-js";
import { ROOT } from "../setup.mjs";
import { writeOutput } from "./output.ts";
import { type Tile, writeArchive } from "./pmtiles-writer.ts";
import { type Box, tileRange } from "./vector-tiles.ts";

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

const TILE_PX = 256;
/** Whole tiles of zoom 4 around the region, and of zoom 5 and 6 closer to it: up to there goes the detail beyond zoom 3. */
const AROUND: Box = [22.501, 0.001, 112.499, 66.51];
const DETAIL: Box = [45.001, 21.95, 84.374, 45.08];
const EXTENTS: readonly (Box | undefined)[] = [undefined, undefined, undefined, undefined, AROUND, DETAIL, DETAIL];
const MAXIMUM_ZOOM = EXTENTS.length - 1;
/** It ends softly over these degrees inside of its edges, so that no edge shows. */
const FADE_DEGREES = 3;
/** Steps of height in metres by zoom: finer ones show no better and weigh more. */
const STEP_METERS = [64, 64, 48, 32, 24, 4, 4] as const;

const NOTE = `Relief: NASA SRTM30 (public domain), two minutes of arc, from the grey grid of KDE Marble (marble-qt-data 22.12.3);
heights calibrated with the airport elevations of OurAirports. Steps of 25 to 45 m: for shading, not for spot heights.
`;

/** Heights on a grid in plate carrée, whole world, `perDegree` cells to the degree. */
interface Grid {
  readonly heights: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly perDegree: number;
}

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

function readGreys(): Uint8Array {
  const greys = new Uint8Array(WIDTH * HEIGHT);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const name = `${String(row).padStart(6, "0")}_${String(column).padStart(6, "0")}.jpg`;
      const { data, width } = decode(readFileSync(join(ROOT, "data/raw/marble-relief", name)), { useTArray: true });
      for (let y = 0; y < PART_PX; y++) {
        const start = (row * PART_PX + y) * WIDTH + column * PART_PX;
        for (let x = 0; x < PART_PX; x++) greys[start + x] = data[4 * (y * width + x)] ?? 0;
      }
    }
  }
  return greys;
}

/** Heights of the whole world; the sea is level, since the picture knows it too coarsely to shade it. */
function readGrid(): Grid {
  const [greys, table] = [readGreys(), heightsByGrey()];
  const heights = Float32Array.from(greys, (grey) => Math.max(0, table[grey] ?? 0));
  return { heights, width: WIDTH, height: HEIGHT, perDegree: PER_DEGREE };
}

/** The grid at half its resolution. */
function halved({ heights, width, height, perDegree }: Grid): Grid {
  const [halfWidth, halfHeight] = [Math.floor(width / 2), Math.floor(height / 2)];
  const half = new Float32Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y++) {
    for (let x = 0; x < halfWidth; x++) {
      const at = 2 * y * width + 2 * x;
      const sum =
        (heights[at] ?? 0) + (heights[at + 1] ?? 0) + (heights[at + width] ?? 0) + (heights[at + width + 1] ?? 0);
      half[y * halfWidth + x] = sum / 4;
    }
  }
  return { heights: half, width: halfWidth, height: halfHeight, perDegree: perDegree / 2 };
}

/** Weights of the four cells around a position of a uniform cubic B-spline, which also smooths the picture's noise. */
function splineWeights(share: number): [number, number, number, number] {
  const rest = 1 - share;
  return [
    (rest * rest * rest) / 6,
    (3 * share * share * share - 6 * share * share + 4) / 6,
    (3 * rest * rest * rest - 6 * rest * rest + 4) / 6,
    (share * share * share) / 6,
  ];
}

/** The height at a position in metres. */
function heightAt({ heights, width, height, perDegree }: Grid, lng: number, lat: number): number {
  const [x, y] = [(lng + 180) * perDegree - 0.5, (90 - lat) * perDegree - 0.5];
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [splineWeights(x - column), splineWeights(y - row)];
  let sum = 0;
  for (let dy = 0; dy < 4; dy++) {
    const line = Math.min(height - 1, Math.max(0, row + dy - 1)) * width;
    let ofLine = 0;
    for (let dx = 0; dx < 4; dx++) {
      const cell = (((column + dx - 1) % width) + width) % width;
      ofLine += (across[dx] ?? 0) * (heights[line + cell] ?? 0);
    }
    sum += (down[dy] ?? 0) * ofLine;
  }
  return sum;
}

/** How much of the heights shows at a position: 1 well inside of the extent, 0 at its edge and beyond. */
function shareWithin(extent: Box | undefined, lng: number, lat: number): number {
  if (!extent) return 1;
  const [west, south, east, north] = extent;
  const inward = Math.min(lng - west, east - lng, lat - south, north - lat) / FADE_DEGREES;
  return Math.min(1, Math.max(0, inward));
}

/** One tile of heights as the Terrarium encoding has them: metres above −32,768 in red and green. */
function tileOf(height: (lng: number, lat: number) => number, z: number, x: number, y: number): ImageData {
  const data = new Uint8ClampedArray(TILE_PX * TILE_PX * 4);
  const size = 2 ** z;
  const step = STEP_METERS[z] ?? 1;
  for (let row = 0; row < TILE_PX; row++) {
    const mercator = Math.PI * (1 - (2 * (y + (row + 0.5) / TILE_PX)) / size);
    const lat = (Math.atan(Math.sinh(mercator)) * 180) / Math.PI;
    for (let column = 0; column < TILE_PX; column++) {
      const lng = ((x + (column + 0.5) / TILE_PX) / size) * 360 - 180;
      const value = Math.round(height(lng, lat) / step) * step + 32_768;
      data.set([Math.floor(value / 256), value % 256, 0, 255], 4 * (row * TILE_PX + column));
    }
  }
  return { data, width: TILE_PX, height: TILE_PX, colorSpace: "srgb" };
}

const isDrawn = (z: number, x: number, y: number) => {
  const extent = EXTENTS[z];
  if (!extent) return true;
  const { fromX, toX, fromY, toY } = tileRange(extent, z);
  return x >= fromX && x <= toX && y >= fromY && y <= toY;
};

/** The encoder of the package fetches its program, which Node cannot do from a file. */
async function startEncoder(): Promise<void> {
  const program = createRequire(import.meta.url).resolve("@jsquash/webp/codec/enc/webp_enc_simd.wasm");
  await init(await WebAssembly.compile(readFileSync(program)));
}

/** Higher methods take ten times as long for a tenth less. */
const LOSSLESS = { lossless: 1, quality: 100, method: 2, exact: 1 } as const;

/** Writes the archive of heights: the world to zoom 3, what is around to zoom 4, the region to zoom 6, else level ground. */
export async function buildRelief(): Promise<void> {
  await startEncoder();
  const pyramid = [readGrid()];
  for (let level = 1; level <= MAXIMUM_ZOOM; level++) pyramid.push(halved(pyramid[level - 1] ?? readGrid()));
  const bytes = async (image: ImageData) => new Uint8Array(await encode(image, LOSSLESS));
  const flat = await bytes(tileOf(() => 0, MAXIMUM_ZOOM, 0, 0));
  const tiles: Tile[] = [];
  for (let z = 0; z <= MAXIMUM_ZOOM; z++) {
    const cellsPerPixel = (360 / 2 ** z / TILE_PX) * PER_DEGREE;
    const grid = pyramid[Math.max(0, Math.floor(Math.log2(cellsPerPixel)))];
    if (!grid) throw new Error(`no grid for zoom ${z}`);
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const height = (lng: number, lat: number) => {
          const share = shareWithin(EXTENTS[z], lng, lat);
          return share === 0 ? 0 : heightAt(grid, lng, lat) * share;
        };
        tiles.push({ z, x, y, data: isDrawn(z, x, y) ? await bytes(tileOf(height, z, x, y)) : flat });
      }
    }
    console.log(`relief zoom ${z}`);
  }
  const data = writeArchive(tiles, {
    type: "webp",
    bounds: [-180, -85, 180, 85],
    minZoom: 0,
    maxZoom: MAXIMUM_ZOOM,
    center: [62.1, 27.55, 5],
    metadata: {
      name: "relief",
      format: "webp",
      encoding: "terrarium",
      attribution: "Relief: NASA SRTM30 via KDE Marble",
    },
  });
  writeOutput("public/basemap/relief.pmtiles", data);
  writeOutput("public/basemap/relief.LICENSE.txt", NOTE);
}
