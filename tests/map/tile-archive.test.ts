import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { PMTiles, zxyToTileId } from "pmtiles";
import { describe, expect, it } from "vitest";
import { openArchive, type ReadBytes } from "../../src/map/tile-archive";
import { findEntry, readDirectory, tileId } from "../../src/map/tile-directory";

const ARCHIVES = ["basemap-osm", "basemap-open", "relief"];

const tiles = fc
  .integer({ min: 0, max: 26 })
  .chain((z) =>
    fc.tuple(fc.constant(z), fc.integer({ min: 0, max: 2 ** z - 1 }), fc.integer({ min: 0, max: 2 ** z - 1 })),
  );

function open(name: string) {
  const file = readFileSync(join(import.meta.dirname, `../../public/basemap/${name}.pmtiles`));
  const read: ReadBytes = async (offset, length) => new Uint8Array(file.subarray(offset, offset + length)).buffer;
  const library = new PMTiles({
    getKey: () => name,
    getBytes: async (offset, length) => ({ data: await read(offset, length) }),
  });
  return { archive: openArchive(read), library };
}

describe("an archive of tiles", () => {
  it("numbers its tiles as the library of the format does", () => {
    fc.assert(
      fc.property(tiles, ([z, x, y]) => {
        expect(tileId(z, x, y)).toBe(zxyToTileId(z, x, y));
      }),
    );
  });

  it.each(
    ARCHIVES,
  )("is read in %s as the library reads it: its head, and every tile round the border", async (name) => {
    const { archive, library } = open(name);
    const head = await archive.head();
    const known = await library.getHeader();
    expect([head.minZoom, head.maxZoom, ...head.bounds, head.isVector]).toEqual([
      known.minZoom,
      known.maxZoom,
      known.minLon,
      known.minLat,
      known.maxLon,
      known.maxLat,
      known.tileType === 1,
    ]);
    let count = 0;
    for (let z = 0; z <= known.maxZoom + 1; z++) {
      const [column, row] = [Math.floor(((62 + 180) / 360) * 2 ** z), Math.floor(0.42 * 2 ** z)];
      for (const [x, y] of [
        [column, row],
        [Math.min(column + 1, 2 ** z - 1), row],
        [0, 0],
        [2 ** z - 1, 2 ** z - 1],
      ] as const) {
        const [ours, theirs] = [await archive.tile(z, x, y), await library.getZxy(z, x, y)];
        if (ours) count++;
        expect(ours && Buffer.from(ours).toString("base64")).toBe(
          theirs ? Buffer.from(theirs.data).toString("base64") : null,
        );
      }
    }
    expect(count).toBeGreaterThan(5);
  });

  it.each([
    "basemap-open",
    "relief",
  ])("reads a tile of %s once for all who ask for it at once, each for itself", async (name) => {
    const file = readFileSync(join(import.meta.dirname, `../../public/basemap/${name}.pmtiles`));
    let reads = 0;
    let isBroken = false;
    const archive = openArchive(async (offset, length) => {
      reads++;
      if (isBroken) throw new Error(`${name}.pmtiles: HTTP 503`);
      return new Uint8Array(file.subarray(offset, offset + length)).buffer;
    });
    const ask = () => archive.tile(5, 21, 13);
    const first = await ask();
    const before = reads;
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(reads).toBe(before + 1);
    expect(one).not.toBe(two);
    expect([one, two]).toEqual([first, first]);
    isBroken = true;
    await expect(Promise.all([ask(), ask()])).rejects.toThrow("HTTP 503");
    isBroken = false;
    expect(await ask()).toEqual(first);
  });

  it("is refused when it is none, and asked again after a fault", async () => {
    let isBroken = true;
    const archive = openArchive(async () => {
      if (isBroken) throw new Error("relief.pmtiles: HTTP 503");
      return new ArrayBuffer(127);
    });
    await expect(archive.head()).rejects.toThrow("HTTP 503");
    isBroken = false;
    await expect(archive.tile(0, 0, 0)).rejects.toThrow("not an archive of tiles");
  });
});

describe("a directory of tiles", () => {
  // By hand: tile 5 (100 bytes at 0), tiles 7 to 9 (300 bytes right behind), further ones from 40 on in a leaf at 20.
  const entries = readDirectory(Uint8Array.of(3, 5, 2, 33, 1, 3, 0, 100, 0xac, 0x02, 50, 1, 0, 21));

  it("holds ids, runs and places", () => {
    expect(entries).toEqual([
      { id: 5, run: 1, offset: 0, length: 100 },
      { id: 7, run: 3, offset: 100, length: 300 },
      { id: 40, run: 0, offset: 20, length: 50 },
    ]);
    expect(() => readDirectory(Uint8Array.of(2, 1))).toThrow(RangeError);
  });

  it("finds a tile by its id, in a run and behind a leaf", () => {
    const found = [4, 5, 6, 7, 9, 10, 39, 40, 1000].map((id) => findEntry(entries, id)?.id ?? null);
    expect(found).toEqual([null, 5, null, 7, 7, null, null, 40, 40]);
    expect(findEntry([], 1)).toBeNull();
  });
});
