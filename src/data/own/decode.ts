import { ImportError } from "./import-error";

/** Throws an ImportError for text in UTF-16, which its byte order mark or its many zero bytes give away. */
export function refuseUtf16(start: Uint8Array): void {
  const isMarked = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const head = start.subarray(0, 512);
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros++;
  if (isMarked || zeros > head.length / 4) throw new ImportError("utf16");
}

/** Bytes to text, strictly: a decoder that throws an ImportError with the place of the first byte that is not UTF-8. */
export class StrictDecoder {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #read = 0;

  push(bytes: Uint8Array): string {
    if (this.#read === 0) refuseUtf16(bytes);
    return this.#decode(bytes, true);
  }

  finish(): string {
    return this.#decode(new Uint8Array(), false);
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    try {
      const text = this.#decoder.decode(bytes, { stream });
      this.#read += bytes.length;
      return text;
    } catch {
      throw new ImportError("not-utf8", String(this.#read));
    }
  }
}

/** The whole of `bytes` as text. */
export function decodeWhole(bytes: Uint8Array): string {
  const decoder = new StrictDecoder();
  return decoder.push(bytes) + decoder.finish();
}
