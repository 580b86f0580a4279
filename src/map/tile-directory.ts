/** Where the bytes of a tile, or of a further directory when `run` is 0, lie for the tile ids from `id` on. */
export interface DirectoryEntry {
  readonly id: number;
  /** So many tiles in a row are the same. */
  readonly run: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * The number of a tile along the Hilbert curves of all zooms, as the PMTiles specification, version 3, counts them. All
 * three are whole numbers, 0 ≤ x, y < 2^z and z ≤ 26.
 */
export function tileId(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3;
  for (let side = 2 ** z / 2; side >= 1; side /= 2) {
    const [isEast, isSouth] = [(x & side) > 0, (y & side) > 0];
    id += side * side * ((isEast ? 3 : 0) ^ (isSouth ? 1 : 0));
    if (isSouth) continue;
    if (isEast) [x, y] = [side - 1 - x, side - 1 - y];
    [x, y] = [y, x];
  }
  return id;
}

/** The entries of an unpacked directory: columns of deltas of ids, runs, lengths and offsets, as variable-length numbers. */
export function readDirectory(bytes: Uint8Array): readonly DirectoryEntry[] {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError("a directory of tiles is cut off");
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  };
  const count = next();
  const column = () => Array.from({ length: count }, next);
  let id = 0;
  const ids = column().map((delta) => (id += delta));
  const [runs, lengths] = [column(), column()];
  let end = 0;
  return column().map((stated, index) => {
    const length = lengths[index] ?? 0;
    // Nought says: right behind the one before.
    const offset = stated === 0 ? end : stated - 1;
    end = offset + length;
    return { id: ids[index] ?? 0, run: runs[index] ?? 0, offset, length };
  });
}

/** The entry that tells of a tile, itself or by leading on to a further directory; null when there is no such tile. */
export function findEntry(entries: readonly DirectoryEntry[], id: number): DirectoryEntry | null {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.id ?? 0) <= id) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  return entry && (entry.run === 0 || id < entry.id + entry.run) ? entry : null;
}
