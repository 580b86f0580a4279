import type { WorkboxPlugin } from "workbox-core/types.js";
import { packResponse, unpackResponse } from "../data/kept-response";
import { isGzipped, isIntact, type OfflineFile } from "../data/offline-list";

/** Kept files found intact since the worker started: each is hashed once. */
const intact = new Set<string>();

/** Whether an answer has the content of `file`; false as well when it cannot be read. */
const hasContentOf = async (response: Response, { integrity }: OfflineFile): Promise<boolean> => {
  try {
    return await isIntact(await response.arrayBuffer(), integrity);
  } catch {
    return false;
  }
};

/**
 * Lets no spoiled file out of a cache: one whose content is not that of the `fileOf` its address is taken out, and `heal`
 * is told. Lets none in either: what a server gives in place of the file is not kept. Texts are kept gzipped.
 */
export function verified(
  fileOf: (url: string) => OfflineFile | undefined,
  heal: (key: string) => Promise<unknown> = () => Promise.resolve(),
): WorkboxPlugin {
  return {
    async cachedResponseWillBeUsed({ cacheName, request, cachedResponse, event }) {
      if (!cachedResponse) return null;
      const file = fileOf(request.url);
      const mark = `${cacheName} ${request.url}`;
      if (!file || intact.has(mark)) return unpackResponse(cachedResponse);
      if (await hasContentOf(unpackResponse(cachedResponse.clone()), file)) {
        intact.add(mark);
        return unpackResponse(cachedResponse);
      }
      await (await caches.open(cacheName)).delete(request);
      event.waitUntil(heal(request.url));
      return null;
    },
    async cacheWillUpdate({ request, response }) {
      if (response.status !== 200 || response.type === "opaque") return null;
      const file = fileOf(request.url);
      if (!file) return response;
      if (!(await hasContentOf(response.clone(), file))) return null;
      return isGzipped(file) ? packResponse(response) : response;
    },
  };
}
