import { ImportError } from "./import-error";

/**
 * Throws an ImportError for text in UTF-16, which its byte order mark gives away, or that nearly every other byte is zero
 * and hardly any of those between.
 */
export function refuseUtf16(start: Uint8Array): void {
  const isMarked = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const zeros = [0, 0];
  const head = start.subarray(0, 512);
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [least = 0, most = 0] = zeros.toSorted((a, b) => a - b);
  if (isMarked || (most > head.length / 4 && least < head.length / 32)) throw new ImportError("utf16");
}

/** The bytes at the end of `bytes` that begin a character without ending it: at most three. */
function begunIn(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte >= 0xc0) return bytes.slice(length > back ? -back : bytes.length);
  }
  return new Uint8Array();
}

/** How many bytes of `bytes` are whole characters of UTF-8, up to the first that is none. */
function soundBytesOf(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let sound = 0;
  try {
    for (let at = 0; at < bytes.length; at++) {
      if (decoder.decode(bytes.subarray(at, at + 1), { stream: true }) !== "") sound = at + 1;
    }
  } catch {
    // That is what is looked for.
  }
  return sound;
}

/** Bytes to text, strictly: a decoder that throws an ImportError with the number of bytes before the first that is no UTF-8. */
export class StrictDecoder {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #read = 0;
  /** What has begun and not ended at the end of what was read. */
  #begun: Uint8Array = new Uint8Array();

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
      this.#begun = begunIn(bytes);
      return text;
    } catch {
      const sound = soundBytesOf(new Uint8Array([...this.#begun, ...bytes]));
      throw new ImportError("not-utf8", String(this.#read - this.#begun.length + sound));
    }
  }
}

/** Encodings of older files, of which only the reader can say which it is. */
export const ENCODINGS = ["windows-1256", "windows-1252", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file of text in `encoding` as one in UTF-8. Throws an ImportError where its bytes are none of that. */
export async function inUtf8(blob: Blob, encoding: Encoding): Promise<Blob> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const stream = blob.stream().getReader();
  const parts: Blob[] = [];
  try {
    for (;;) {
      const { done, value } = await stream.read();
      parts.push(new Blob([decoder.decode(value, { stream: !done })]));
      if (done) return new Blob(parts);
    }
  } catch {
    throw new ImportError("not-encoding", encoding);
  }
}

/** `bytes` as text; null for an encoding that is not known, and for bytes that are none of it. */
function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The whole of an XML document as text: in UTF-8, or where it is not that in the encoding that it declares. */
export function decodeXml(bytes: Uint8Array): string {
  try {
    return decodeWhole(bytes);
  } catch (error) {
    const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
    const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1];
    if (declared === undefined || /^utf-?(?:8|16)/i.test(declared)) throw error;
    const text = decodedAs(declared, bytes);
    if (text === null) throw error;
    return text;
  }
}

/** The whole of `bytes` as text. */
export function decodeWhole(bytes: Uint8Array): string {
  const decoder = new StrictDecoder();
  return decoder.push(bytes) + decoder.finish();
}
