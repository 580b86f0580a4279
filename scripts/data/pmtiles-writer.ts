import { createHash } from "node:crypto";
import { gzipSync } from "fflate";
import { zxyToTileId } from "pmtiles";

/** One tile to be archived; vector tiles are handed in uncompressed. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly data: Uint8Array;
}

/** What the header of an archive says. */
export interface ArchiveHeader {
  readonly type: "mvt" | "webp";
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly center: readonly [lng: number, lat: number, zoom: number];
  readonly metadata: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly id: number;
  run: number;
  readonly offset: number;
  readonly length: number;
}

const TILE_TYPES = { mvt: 1, webp: 4 } as const;
const HEADER_BYTES = 127;
/** Readers fetch header and root directory in one request of this size. */
const FIRST_REQUEST_BYTES = 16_384;

/** Compressed in JavaScript, so that the bytes do not depend on the zlib that Node was built with; without a date. */
const compressed = (data: Uint8Array) => Buffer.from(gzipSync(data, { level: 9, mtime: 0 }));

function writeVarint(value: number, into: number[]): void {
  let rest = value;
  while (rest >= 0x80) {
    into.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  into.push(rest);
}

/** A directory as the PMTiles specification, version 3, lays it out: columns of deltas, runs, lengths and offsets. */
function directory(entries: readonly Entry[]): Buffer {
  const bytes: number[] = [];
  writeVarint(entries.length, bytes);
  let last = 0;
  for (const { id } of entries) {
    writeVarint(id - last, bytes);
    last = id;
  }
  for (const { run } of entries) writeVarint(run, bytes);
  for (const { length } of entries) writeVarint(length, bytes);
  entries.forEach(({ offset }, index) => {
    const previous = entries[index - 1];
    writeVarint(previous && offset === previous.offset + previous.length ? 0 : offset + 1, bytes);
  });
  return compressed(Buffer.from(bytes));
}

/** Root directory and, when the root would not fit the first request, leaf directories. */
function directories(entries: readonly Entry[]): { readonly root: Buffer; readonly leaves: Buffer } {
  const whole = directory(entries);
  if (whole.length <= FIRST_REQUEST_BYTES - HEADER_BYTES) return { root: whole, leaves: Buffer.alloc(0) };
  for (let size = 4096; ; size *= 2) {
    const pointers: Entry[] = [];
    const parts: Buffer[] = [];
    let offset = 0;
    for (let start = 0; start < entries.length; start += size) {
      const leaf = directory(entries.slice(start, start + size));
      pointers.push({ id: entries[start]?.id ?? 0, run: 0, offset, length: leaf.length });
      parts.push(leaf);
      offset += leaf.length;
    }
    const root = directory(pointers);
    if (root.length <= FIRST_REQUEST_BYTES - HEADER_BYTES) return { root, leaves: Buffer.concat(parts) };
  }
}

/** A PMTiles archive, version 3, clustered, equal tiles stored once; the same tiles always give the same bytes. */
export function writeArchive(tiles: readonly Tile[], header: ArchiveHeader): Buffer {
  const ordered = tiles.map(({ z, x, y, data }) => ({ id: zxyToTileId(z, x, y), data })).sort((a, b) => a.id - b.id);
  const stored = new Map<string, { readonly offset: number; readonly length: number }>();
  const chunks: Uint8Array[] = [];
  const entries: Entry[] = [];
  let size = 0;
  for (const { id, data } of ordered) {
    const hash = createHash("sha256").update(data).digest("base64");
    let place = stored.get(hash);
    if (!place) {
      const chunk = header.type === "mvt" ? compressed(data) : data;
      place = { offset: size, length: chunk.length };
      stored.set(hash, place);
      chunks.push(chunk);
      size += chunk.length;
    }
    const previous = entries.at(-1);
    if (previous && previous.offset === place.offset && previous.id + previous.run === id) previous.run++;
    else entries.push({ id, run: 1, ...place });
  }
  const { root, leaves } = directories(entries);
  const metadata = compressed(Buffer.from(JSON.stringify(header.metadata)));
  const head = Buffer.alloc(HEADER_BYTES);
  head.write("PMTiles", 0, "ascii");
  head[7] = 3;
  const sections = [root.length, metadata.length, leaves.length, size];
  let at = HEADER_BYTES;
  sections.forEach((length, index) => {
    head.writeBigUInt64LE(BigInt(at), 8 + 16 * index);
    head.writeBigUInt64LE(BigInt(length), 16 + 16 * index);
    at += length;
  });
  [ordered.length, entries.length, stored.size].forEach((count, index) => {
    head.writeBigUInt64LE(BigInt(count), 72 + 8 * index);
  });
  const isVector = header.type === "mvt";
  head.set([1, 2, isVector ? 2 : 1, TILE_TYPES[header.type], header.minZoom, header.maxZoom], 96);
  const degrees = (value: number, position: number) => head.writeInt32LE(Math.round(value * 1e7), position);
  for (const [index, value] of header.bounds.entries()) degrees(value, 102 + 4 * index);
  head[118] = header.center[2];
  degrees(header.center[0], 119);
  degrees(header.center[1], 123);
  return Buffer.concat([head, root, metadata, leaves, ...chunks]);
}
