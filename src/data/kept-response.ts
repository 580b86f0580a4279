/** Says that the body of a kept answer is gzipped. */
const MARK = "x-sarhad-kept";
const GZIP = "gzip";

/** Whether this browser can keep texts gzipped; one that cannot keeps them as they are. */
export const canPack = (): boolean => "CompressionStream" in globalThis;

function withBody({ status, statusText, headers }: Response, body: BodyInit, kept: string | null): Response {
  const changed = new Headers(headers);
  // What is said of the bytes on their way is not true of those that are kept.
  for (const name of ["content-encoding", "content-length", MARK]) changed.delete(name);
  if (kept !== null) changed.set(MARK, kept);
  return new Response(body, { status, statusText, headers: changed });
}

/** An answer as it is kept on the device: with its body gzipped, which takes a third of the room. */
export async function packResponse(response: Response): Promise<Response> {
  if (!canPack() || !response.body) return response;
  const packed = new Response(response.body.pipeThrough(new CompressionStream("gzip")));
  return withBody(response, await packed.arrayBuffer(), GZIP);
}

/** A kept answer as it came. Reading its body fails when what is kept is damaged. */
export function unpackResponse(kept: Response): Response {
  if (kept.headers.get(MARK) !== GZIP || !kept.body) return kept;
  return withBody(kept, kept.body.pipeThrough(new DecompressionStream("gzip")), null);
}
