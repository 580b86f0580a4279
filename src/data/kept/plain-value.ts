const BYTES_AT_ONCE = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  }
  return btoa(text);
}

/**
 * A value of a database as JSON can hold it: bytes and typed arrays as `{ type, base64 }`, dates as text, everything else
 * as it is. Answers a promise, since a Blob is read only on demand.
 */
export async function plainValue(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null) return typeof value === "bigint" ? String(value) : value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Blob) return { type: "Blob", base64: base64Of(new Uint8Array(await value.arrayBuffer())) };
  if (value instanceof ArrayBuffer) return { type: "ArrayBuffer", base64: base64Of(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return {
      type: value.constructor.name,
      base64: base64Of(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)),
    };
  }
  if (Array.isArray(value)) return Promise.all(value.map(plainValue));
  const parts = await Promise.all(Object.entries(value).map(async ([key, part]) => [key, await plainValue(part)]));
  return Object.fromEntries(parts);
}
