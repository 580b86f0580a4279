import { ByteBuffer } from "flatbuffers";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { fromByteBuffer, type HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { calcTreeSize } from "flatgeobuf/lib/mjs/packedrtree.js";
import { ImportError } from "./import-error";

const MAGIC_BYTES = 8;
/** “fgb”; what follows is a version, and may be a later one. */
const MAGIC = [0x66, 0x67, 0x62];
const SIZE_BYTES = 4;
/** GDAL reads no larger header either. */
const MOST_HEADER_BYTES = 10 * 1024 * 1024;
/** Features name their columns by numbers of 16 bits. */
const MOST_COLUMNS = 2 ** 16;

/** Says which part claims more than there is. */
function refuseBeyond(part: string, claimed: number, most: number): void {
  if (claimed > most || claimed < 0) throw new ImportError("not-flatgeobuf", `${part}: ${claimed} > ${most}`);
}

/** What a file says of itself, and where its first feature begins, in bytes. */
export interface Opened {
  readonly header: HeaderMeta;
  readonly featuresAt: number;
}

/**
 * Reads the header of a FlatGeobuf file: magic, header with its size in front, index, features. Throws an ImportError when
 * one of these claims more room than the file has; the library would go through what is not there.
 */
export async function openParts(blob: Blob): Promise<Opened> {
  const headerAt = MAGIC_BYTES + SIZE_BYTES;
  const head = new DataView(await blob.slice(0, headerAt).arrayBuffer());
  const isMarked = head.byteLength === headerAt && MAGIC.every((byte, at) => head.getUint8(at) === byte);
  if (!isMarked) throw new ImportError("not-flatgeobuf");
  const headerBytes = head.getUint32(MAGIC_BYTES, true);
  refuseBeyond("header", headerBytes, Math.min(blob.size - headerAt, MOST_HEADER_BYTES));
  const bytes = new Uint8Array(await blob.slice(MAGIC_BYTES, headerAt + headerBytes).arrayBuffer());
  const columns = Header.getSizePrefixedRootAsHeader(new ByteBuffer(bytes)).columnsLength();
  refuseBeyond("columns", columns, Math.min(Math.floor(headerBytes / SIZE_BYTES), MOST_COLUMNS));
  const header = fromByteBuffer(new ByteBuffer(bytes));
  const left = blob.size - headerAt - headerBytes;
  refuseBeyond("features", header.featuresCount, Math.floor(left / SIZE_BYTES));
  const isIndexed = header.indexNodeSize > 0 && header.featuresCount > 0;
  const indexBytes = isIndexed ? calcTreeSize(header.featuresCount, header.indexNodeSize) : 0;
  refuseBeyond("index", indexBytes, left);
  return { header, featuresAt: headerAt + headerBytes + indexBytes };
}

/**
 * The features of a file from the byte `start` on, as they stream: each in bytes of its own, with its size in front.
 * Throws an ImportError where one claims more than is left, as the last does in a file that is cut off.
 */
export async function* featureParts(blob: Blob, start: number): AsyncGenerator<Uint8Array> {
  const stream = blob.slice(start).stream().getReader();
  let chunk = new Uint8Array(0);
  let at = 0;
  /** Fills `part` from its byte `filled` on. */
  const fill = async (part: Uint8Array, filled: number): Promise<void> => {
    let to = filled;
    while (to < part.length) {
      if (at === chunk.length) {
        const { done, value } = await stream.read();
        if (done) throw new ImportError("not-flatgeobuf");
        [chunk, at] = [value, 0];
      }
      const step = Math.min(part.length - to, chunk.length - at);
      part.set(chunk.subarray(at, at + step), to);
      to += step;
      at += step;
    }
  };
  const sizeBytes = new Uint8Array(SIZE_BYTES);
  const size = new DataView(sizeBytes.buffer);
  let left = blob.size - start;
  for (let number = 1; left > 0; number++) {
    refuseBeyond(`${number}`, SIZE_BYTES, left);
    await fill(sizeBytes, 0);
    left -= SIZE_BYTES;
    const bodyBytes = size.getUint32(0, true);
    refuseBeyond(`${number}`, bodyBytes, left);
    left -= bodyBytes;
    const part = new Uint8Array(SIZE_BYTES + bodyBytes);
    part.set(sizeBytes);
    await fill(part, SIZE_BYTES);
    yield part;
  }
}
