import { type EarlyImport, requestLinked } from "./early-import";
import { LIMITS } from "./limits";

/** Why linked data could not be fetched; the catalogue of the page has one sentence for each. */
export type LinkFault = "offline" | "timeout" | "status" | "too-large";

/** Linked data that could not be fetched. `detail` is the status or the limit in bytes; it may be empty. */
export class LinkError extends Error {
  override readonly name = "LinkError";
  readonly fault: LinkFault;
  readonly detail: string;

  constructor(fault: LinkFault, detail = "") {
    super(`${fault} ${detail}`.trim());
    this.fault = fault;
    this.detail = detail;
  }
}

const TIMEOUT_MILLISECONDS = 60_000;

/**
 * The bytes at `url`, without cookies and without saying where the reader comes from; `early` is what was asked for before.
 * Rejects with a LinkError: after a minute, for any answer but a good one, and for more bytes than any format may have,
 * which are not read on.
 */
export async function fetchLinked(url: string, signal: AbortSignal, early: EarlyImport | null = null): Promise<Blob> {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  const ended = AbortSignal.any([signal, timeout]);
  if (early) ended.addEventListener("abort", () => early.abort.abort());
  try {
    const response = await (early?.response ?? requestLinked(url, ended));
    if (!response.ok) throw new LinkError("status", String(response.status));
    const tooLarge = new LinkError("too-large", String(LIMITS.streamedBytes));
    if (Number(response.headers.get("content-length") ?? 0) > LIMITS.streamedBytes) throw tooLarge;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done || !value) break;
      size += value.length;
      if (size > LIMITS.streamedBytes) {
        await reader?.cancel();
        throw tooLarge;
      }
      parts.push(value);
    }
    return new Blob(parts);
  } catch (error) {
    if (error instanceof LinkError) throw error;
    signal.throwIfAborted();
    throw new LinkError(timeout.aborted ? "timeout" : "offline");
  }
}
