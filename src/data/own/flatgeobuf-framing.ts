import { calcTreeSize } from "flatgeobuf/lib/mjs/packedrtree.js";
import { ImportError } from "./import-error";

const MAGIC_BYTES = 8;
const SIZE_BYTES = 4;

/**
 * Throws an ImportError unless the file is as long as its parts say: the library reads past the end of one that is cut
 * off and makes up zeros. Parts: magic, header, index, then features, each with its size in front.
 */
export async function checkFraming(
  blob: Blob,
  { featuresCount, indexNodeSize }: { readonly featuresCount: number; readonly indexNodeSize: number },
): Promise<void> {
  const head = new DataView(await blob.slice(MAGIC_BYTES, MAGIC_BYTES + SIZE_BYTES).arrayBuffer());
  const indexBytes = indexNodeSize > 0 && featuresCount > 0 ? calcTreeSize(featuresCount, indexNodeSize) : 0;
  // How many bytes to pass over before the next size, and the bytes of that size read so far.
  let passing = MAGIC_BYTES + SIZE_BYTES + head.getUint32(0, true) + indexBytes;
  let [size, sizeBytes] = [0, 0];
  const stream = blob.stream().getReader();
  for (;;) {
    const { done, value } = await stream.read();
    if (done) break;
    let at = 0;
    while (at < value.length) {
      if (passing > 0) {
        const step = Math.min(passing, value.length - at);
        passing -= step;
        at += step;
        continue;
      }
      size += (value[at++] ?? 0) * 2 ** (8 * sizeBytes++);
      if (sizeBytes === SIZE_BYTES) [passing, size, sizeBytes] = [size, 0, 0];
    }
  }
  if (passing > 0 || sizeBytes > 0) throw new ImportError("not-flatgeobuf");
}
