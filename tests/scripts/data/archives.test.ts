import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import decode, { init } from "@jsquash/webp/decode.js";
import Pbf from "pbf";
import { PMTiles, type Source } from "pmtiles";
import { beforeAll, describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../../../public/basemap");
const pathOf = (name: string) => join(FOLDER, `${name}.pmtiles`);

function open(name: string): PMTiles {
  const archive = readFileSync(pathOf(name));
  const source: Source = {
    getKey: () => name,
    getBytes: async (offset, length) => ({ data: new Uint8Array(archive.subarray(offset, offset + length)).buffer }),
  };
  return new PMTiles(source);
}

/** Column and row of the tile at a position, and the position within it from 0 to 1 (Web Mercator). */
function tileAt(lng: number, lat: number, z: number) {
  const x = ((lng + 180) / 360) * 2 ** z;
  const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z;
  return { x: Math.floor(x), y: Math.floor(y), across: x % 1, down: y % 1 };
}

const bytesAt = async (archive: PMTiles, z: number, x: number, y: number) => {
  const found = await archive.getZxy(z, x, y);
  return found && new Uint8Array(found.data);
};

/** The names of the layers of a tile (Mapbox Vector Tile 2: field 3 is a layer, its field 1 the name), sorted. */
async function layersAt(archive: PMTiles, z: number, x: number, y: number): Promise<string[]> {
  const bytes = await bytesAt(archive, z, x, y);
  if (!bytes) return [];
  const names: string[] = [];
  new Pbf(bytes).readFields((field, found, pbf) => {
    if (field !== 3) return;
    const end = pbf.readVarint() + pbf.pos;
    pbf.readFields(
      (part, list, layer) => {
        if (part === 1) list.push(layer.readString());
      },
      found,
      end,
    );
  }, names);
  return names.sort();
}

describe("basemap-osm", () => {
  const archive = open("basemap-osm");
  const layers = (lng: number, lat: number, z: number) => {
    const { x, y } = tileAt(lng, lat, z);
    return layersAt(archive, z, x, y);
  };

  it("covers the whole region at every zoom, so that the coarse world never shows through", async () => {
    const { numAddressedTiles } = await archive.getHeader();
    let expected = 0;
    for (let z = 5; z <= 10; z++) {
      const [northWest, southEast] = [tileAt(45.001, 48.92, z), tileAt(89.999, 21.95, z)];
      expected += (southEast.x - northWest.x + 1) * (southEast.y - northWest.y + 1);
      expect(await layersAt(archive, z, northWest.x, northWest.y)).toContain("frame");
      expect(await layersAt(archive, z, southEast.x, southEast.y)).toContain("frame");
    }
    expect(numAddressedTiles).toBe(expected);
  });

  it.each([
    ["the Makran coast at Gwadar", 62.33, 25.12, ["frame", "land"]],
    ["the border near Mirjaveh", 61.43, 29.02, ["border", "frame", "land"]],
    ["the line between Pakistan and Afghanistan at Chaman", 66.4, 30.92, ["boundary", "frame", "land"]],
    ["the Gulf of Oman", 59, 24.5, ["frame"]],
    ["the playa of Mashkel", 62.95, 28.2, ["frame", "land", "water"]],
  ])("has %s at zoom 10", async (_, lng, lat, expected) => {
    expect(await layers(lng, lat, 10)).toEqual(expected);
  });

  it("has land, water, boundaries and the border in one tile at zoom 5", async () => {
    expect(await layers(61, 28, 5)).toEqual(["border", "boundary", "frame", "land", "water"]);
  });
});

describe("basemap-open", () => {
  const archive = open("basemap-open");

  it("has the land and the boundaries of the world at zoom 4", async () => {
    for (const [lng, lat] of [
      [29, 41],
      [37.6, 55.8],
      [72.9, 19.1],
      [108.9, 34.3],
    ] as const) {
      const { x, y } = tileAt(lng, lat, 4);
      expect(await layersAt(archive, 4, x, y)).toEqual(expect.arrayContaining(["world_boundary", "world_land"]));
    }
  });

  it("names towns and draws rivers in the region", async () => {
    const { x, y } = tileAt(67, 30.2, 8);
    expect(await layersAt(archive, 8, x, y)).toContain("town");
    const helmand = tileAt(64.4, 31.5, 8);
    expect(await layersAt(archive, 8, helmand.x, helmand.y)).toContain("river");
  });
});

describe("relief", () => {
  const archive = open("relief");

  beforeAll(async () => {
    const program = createRequire(import.meta.url).resolve("@jsquash/webp/codec/dec/webp_dec.wasm");
    await init(await WebAssembly.compile(readFileSync(program)));
  });

  /** Height in metres by the Terrarium encoding: red × 256 + green + blue / 256 − 32,768. */
  async function heightAt(lng: number, lat: number, z: number): Promise<number> {
    const { x, y, across, down } = tileAt(lng, lat, z);
    const bytes = await bytesAt(archive, z, x, y);
    if (!bytes) throw new Error(`no tile ${z}/${x}/${y}`);
    const { data, width, height } = await decode(new Uint8Array(bytes).buffer);
    const at = 4 * (Math.floor(down * height) * width + Math.floor(across * width));
    return (data[at] ?? 0) * 256 + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) / 256 - 32_768;
  }

  it.each([
    ["Zahedan airport, 1,378 m", 60.9, 29.47, 1250, 1550],
    ["Quetta airport, 1,605 m", 66.94, 30.25, 1500, 1900],
    ["Karachi airport, 30 m", 67.16, 24.91, 0, 100],
    ["the summit of Taftan, 3,941 m, smoothed by the grid of two minutes", 61.13, 28.6, 2600, 3941],
    ["the Arabian Sea", 62, 23.5, 0, 0],
  ])("shows %s", async (_, lng, lat, least, most) => {
    const meters = await heightAt(lng, lat, 6);
    expect(meters).toBeGreaterThanOrEqual(least);
    expect(meters).toBeLessThanOrEqual(most);
  });

  it("covers the world to its last zoom", async () => {
    const { maxZoom } = await archive.getHeader();
    for (const [lng, lat] of [
      [-170, 60],
      [0, 0],
      [150, -40],
    ] as const) {
      const { x, y } = tileAt(lng, lat, maxZoom);
      expect(await archive.getZxy(maxZoom, x, y)).toBeDefined();
    }
  });
});

it("the archives are light enough to be read whole where a host has no ranges", () => {
  const bytes = (name: string) => statSync(pathOf(name)).size;
  expect(bytes("basemap-osm") + bytes("basemap-open")).toBeLessThan(4_500_000);
  expect(bytes("relief")).toBeLessThan(2_500_000);
});

it.each(["basemap-osm", "basemap-open", "relief"])("%s has its licence beside it", (name) => {
  expect(readFileSync(join(FOLDER, `${name}.LICENSE.txt`), "utf8")).toMatch(/Open Database License|public domain/);
});
