import { PMTiles, type Source, TileType, tileIdToZxy } from "pmtiles";
import { describe, expect, it } from "vitest";
import { type ArchiveHeader, type Tile, writeArchive } from "../../../scripts/data/pmtiles-writer.ts";

const HEADER: ArchiveHeader = {
  type: "mvt",
  bounds: [45, 21.9, 90, 48.9],
  minZoom: 1,
  maxZoom: 7,
  center: [62.1, 27.55, 5],
  metadata: { name: "a test" },
};

/** The archive as the reader of the pmtiles package sees it. */
function open(archive: Uint8Array): PMTiles {
  const source: Source = {
    getKey: () => "archive",
    getBytes: async (offset, length) => ({ data: new Uint8Array(archive.subarray(offset, offset + length)).buffer }),
  };
  return new PMTiles(source);
}

const textOf = async (archive: PMTiles, z: number, x: number, y: number) => {
  const found = await archive.getZxy(z, x, y);
  return found && new TextDecoder().decode(found.data);
};

const tile = (z: number, x: number, y: number, text: string): Tile => ({
  z,
  x,
  y,
  data: new TextEncoder().encode(text),
});

describe("an archive", () => {
  const tiles = [tile(2, 2, 1, "mountains"), tile(1, 1, 0, "sea"), tile(2, 3, 1, "sea"), tile(1, 0, 0, "sea")];

  it("gives every tile back, and nothing where there is none", async () => {
    const archive = open(writeArchive(tiles, HEADER));
    expect(await textOf(archive, 2, 2, 1)).toBe("mountains");
    expect(await textOf(archive, 2, 3, 1)).toBe("sea");
    expect(await textOf(archive, 1, 0, 0)).toBe("sea");
    expect(await textOf(archive, 1, 1, 0)).toBe("sea");
    expect(await textOf(archive, 1, 1, 1)).toBeUndefined();
  });

  it("says in its header what it holds", async () => {
    const archive = open(writeArchive(tiles, HEADER));
    const header = await archive.getHeader();
    expect(header).toMatchObject({
      specVersion: 3,
      clustered: true,
      tileType: TileType.Mvt,
      minZoom: 1,
      maxZoom: 7,
      minLon: 45,
      minLat: 21.9,
      maxLon: 90,
      maxLat: 48.9,
      centerLon: 62.1,
      centerLat: 27.55,
      centerZoom: 5,
      numAddressedTiles: 4,
      numTileContents: 2,
    });
    expect(await archive.getMetadata()).toEqual({ name: "a test" });
  });

  it("has the same bytes whatever the order of its tiles", () => {
    expect(writeArchive(tiles.toReversed(), HEADER).equals(writeArchive(tiles, HEADER))).toBe(true);
  });

  it("is read through leaf directories where one directory would not fit the first request", async () => {
    // Lengths and gaps that follow no pattern keep the directory from being compressed to nothing.
    let noise = 1;
    const many = Array.from({ length: 16_000 }, (_, index): Tile => {
      noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
      const [z, x, y] = tileIdToZxy(2 * index + (noise >>> 31) + 6000);
      return tile(z, x, y, `${index} ${"x".repeat((noise >>> 16) % 293)}`);
    });
    const bytes = writeArchive(many, { ...HEADER, type: "webp", maxZoom: 8 });
    const archive = open(bytes);
    const header = await archive.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    for (const index of [0, 4095, 4096, 15_999]) {
      const { z, x, y, data } = many[index] as Tile;
      expect(await textOf(archive, z, x, y)).toBe(new TextDecoder().decode(data));
    }
  });
});
