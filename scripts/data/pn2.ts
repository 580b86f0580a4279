/** A ring of Marble's polygon format: an outer ring or a hole, as positions in degrees. */
export interface Pn2Ring {
  readonly isHole: boolean;
  readonly ring: readonly (readonly [number, number])[];
}

const HEADER_BYTES = 6;
const UNITS_PER_DEGREE = 120;
const [INNER_RING, GROUP] = [3, 4];

/**
 * Reads the rings of a PN2 file, version 2 (KDE Marble): absolute positions in half minutes of arc, each followed by
 * positions relative to it.
 */
export function readPn2(bytes: Uint8Array): Pn2Ring[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rings: Pn2Ring[] = [];
  for (let at = HEADER_BYTES; at < view.byteLength; ) {
    const kind = view.getUint8(at);
    if (kind === GROUP) {
      at += 6;
      continue;
    }
    const count = view.getUint32(at + 5);
    at += 9;
    const ring: [number, number][] = [];
    for (let node = 0; node < count; node++) {
      const [lat, lng, children] = [view.getInt16(at), view.getInt16(at + 2), view.getInt16(at + 4)];
      ring.push([lng / UNITS_PER_DEGREE, lat / UNITS_PER_DEGREE]);
      at += 6;
      for (let child = 0; child < children; child++, at += 2) {
        ring.push([(lng + view.getInt8(at + 1)) / UNITS_PER_DEGREE, (lat + view.getInt8(at)) / UNITS_PER_DEGREE]);
      }
    }
    rings.push({ isHole: kind === INNER_RING, ring });
  }
  return rings;
}
