import { type DirectoryEntry, findEntry, readDirectory, tileId } from "./tile-directory";

/** Reads `length` bytes of an archive from `offset` on; rejects with an Error that names the file. */
export type ReadBytes = (offset: number, length: number) => Promise<ArrayBuffer>;

/** What the head of an archive says of its tiles. */
export interface ArchiveHead {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** Whether its tiles are vector tiles; else they are pictures. */
  readonly isVector: boolean;
  readonly root: { readonly offset: number; readonly length: number };
  readonly leavesOffset: number;
  readonly tilesOffset: number;
  readonly areDirectoriesPacked: boolean;
  readonly areTilesPacked: boolean;
}

const HEAD_LENGTH = 127;
const GZIP = 2;
const VECTOR = 1;
/** A root and three levels of leaves: deeper than any archive goes. */
const MOST_LEVELS = 4;

async function unpack(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

function readHead(bytes: ArrayBuffer): ArchiveHead {
  const view = new DataView(bytes);
  const isArchive = new TextDecoder().decode(bytes.slice(0, 7)) === "PMTiles" && view.getUint8(7) === 3;
  if (!isArchive) throw new Error("not an archive of tiles (PMTiles 3)");
  const long = (at: number) => Number(view.getBigUint64(at, true));
  const degrees = (at: number) => view.getInt32(at, true) / 1e7;
  return {
    root: { offset: long(8), length: long(16) },
    leavesOffset: long(40),
    tilesOffset: long(56),
    areDirectoriesPacked: view.getUint8(97) === GZIP,
    areTilesPacked: view.getUint8(98) === GZIP,
    isVector: view.getUint8(99) === VECTOR,
    minZoom: view.getUint8(100),
    maxZoom: view.getUint8(101),
    bounds: [degrees(102), degrees(106), degrees(110), degrees(114)],
  };
}

/** Remembers the promise of each key, and forgets it when it is broken, so that the next call tries again. */
function remembering<Value>() {
  const kept = new Map<number, Promise<Value>>();
  return (key: number, make: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key);
    if (known) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}

/** Gives what is on its way for a key to all who ask for it meanwhile. */
function sharing<Value>() {
  const underWay = new Map<number, Promise<Value>>();
  return (key: number, make: () => Promise<Value>): Promise<Value> => {
    const made = underWay.get(key) ?? make().finally(() => underWay.delete(key));
    underWay.set(key, made);
    return made;
  };
}

/** An archive of tiles as the PMTiles specification, version 3, lays it out, packed with gzip or not at all. */
export interface TileArchive {
  /** Rejects when the archive cannot be read, or is none. */
  head(): Promise<ArchiveHead>;
  /** The bytes of a tile, unpacked, for the caller alone; null where the archive has none. */
  tile(z: number, x: number, y: number): Promise<ArrayBuffer | null>;
}

/** The archive whose bytes `read` answers. */
export function openArchive(read: ReadBytes): TileArchive {
  const heads = remembering<ArchiveHead>();
  const directories = remembering<readonly DirectoryEntry[]>();
  // Of a tile that is drawn larger than it is, each piece asks for the whole.
  const tiles = sharing<ArrayBuffer>();
  const head = () => heads(0, async () => readHead(await read(0, HEAD_LENGTH)));
  const directory = (offset: number, length: number, isPacked: boolean) =>
    directories(offset, async () => {
      const bytes = await read(offset, length);
      return readDirectory(new Uint8Array(isPacked ? await unpack(bytes) : bytes));
    });
  return {
    head,
    async tile(z, x, y) {
      const { root, leavesOffset, tilesOffset, areDirectoriesPacked, areTilesPacked, minZoom, maxZoom } = await head();
      if (z < minZoom || z > maxZoom) return null;
      const id = tileId(z, x, y);
      let { offset, length } = root;
      for (let level = 0; level < MOST_LEVELS; level++) {
        const entry = findEntry(await directory(offset, length, areDirectoriesPacked), id);
        if (!entry) return null;
        if (entry.run > 0) {
          const bytes = await tiles(entry.offset, () => read(tilesOffset + entry.offset, entry.length));
          // Each gets bytes of its own: they are handed on to a worker.
          return areTilesPacked ? unpack(bytes) : bytes.slice(0);
        }
        offset = leavesOffset + entry.offset;
        length = entry.length;
      }
      throw new Error("the directories of an archive of tiles do not end");
    },
  };
}
