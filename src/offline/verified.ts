import type { WorkboxPlugin } from "workbox-core/types.js";
import { isIntact } from "../data/offline-list";

/** Kept files found intact since the worker started: each is hashed once. */
const intact = new Set<string>();

/**
 * Lets no spoiled file out of a cache: one whose content is not what `integrityOf` its address says is taken out, and
 * `heal` is told. Lets none in either: what a server gives in place of the file is not kept.
 */
export function verified(
  integrityOf: (url: string) => string | undefined,
  heal: (key: string) => Promise<unknown> = () => Promise.resolve(),
): WorkboxPlugin {
  return {
    async cachedResponseWillBeUsed({ cacheName, request, cachedResponse, event }) {
      if (!cachedResponse) return null;
      const integrity = integrityOf(request.url);
      const mark = `${cacheName} ${request.url}`;
      if (integrity === undefined || intact.has(mark)) return cachedResponse;
      if (await isIntact(await cachedResponse.clone().arrayBuffer(), integrity)) {
        intact.add(mark);
        return cachedResponse;
      }
      await (await caches.open(cacheName)).delete(request);
      event.waitUntil(heal(request.url));
      return null;
    },
    async cacheWillUpdate({ request, response }) {
      if (response.status !== 200 || response.type === "opaque") return null;
      const integrity = integrityOf(request.url);
      const isGood = integrity === undefined || (await isIntact(await response.clone().arrayBuffer(), integrity));
      return isGood ? response : null;
    },
  };
}
