import type { WorkboxPlugin } from "workbox-core/types.js";
import { ExpirationPlugin } from "workbox-expiration";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { RangeRequestsPlugin } from "workbox-range-requests";
import { registerRoute } from "workbox-routing";
import { CacheFirst, CacheOnly } from "workbox-strategies";
import { packResponse, unpackResponse } from "../data/kept-response";
import { cacheKey, cacheNames, isGzipped, type OfflineFile, type OfflineList } from "../data/offline-list";
import { scope } from "./scope";
import { verified } from "./verified";

/** Put in while building: what there is to keep, and which of it only draws the WebGL map. */
declare const OFFLINE_LIST: OfflineList;
declare const MAP_CODE: readonly string[];

const folder = scope.registration.scope;
const names = cacheNames(folder);
const filesByUrl = new Map(OFFLINE_LIST.files.map((file) => [new URL(file.path, folder).href, file]));
const filesByKey = new Map(OFFLINE_LIST.files.map((file) => [cacheKey(file, folder), file]));
const mapCode = new Set(MAP_CODE.map((path) => new URL(path, folder).href));

/** The file at an address, whatever follows its path. */
const fileAt = ({ origin, pathname }: URL) => filesByUrl.get(origin + pathname);

const entries = (part: OfflineFile["part"]) =>
  OFFLINE_LIST.files
    .filter((file) => file.part === part)
    .map(({ path, revision, integrity }) => ({ url: new URL(path, folder).href, revision, integrity }));

const fileOf = (url: string) => filesByKey.get(url) ?? filesByUrl.get(url);

/** What every visitor keeps. A spoiled file is fetched again at once: the strategy sees to that itself. */
const shell = new PrecacheController({ cacheName: names.shell, plugins: [verified(fileOf)] });
shell.addToCacheList(entries("shell"));

/** What a reader keeps on request. The page downloads it; this worker carries it over to new versions. */
const pack = new PrecacheController({ cacheName: names.pack, plugins: [verified(fileOf)] });
pack.addToCacheList(entries("pack"));

const healPack = async (key: string) => {
  const file = filesByKey.get(key);
  if (!file) return;
  const response = await fetch(new URL(file.path, folder), { integrity: file.integrity });
  if (response.status !== 200) return;
  await (await caches.open(names.pack)).put(key, isGzipped(file) ? await packResponse(response) : response);
};

const fromPack = new CacheOnly({
  cacheName: names.pack,
  plugins: [
    {
      cacheKeyWillBeUsed: async ({ request }) => {
        const file = fileAt(new URL(request.url));
        return new Request(file ? cacheKey(file, folder) : request.url, { headers: request.headers });
      },
    },
    // Offline there is nothing to heal from; the next time there may be.
    verified(fileOf, (key) => healPack(key).catch(() => undefined)),
    new RangeRequestsPlugin() as WorkboxPlugin,
  ],
});

/** Parts of the page that were opened once stay, as far as there is room. */
const visited = new CacheFirst({
  cacheName: names.visited,
  plugins: [verified(fileOf), new ExpirationPlugin({ maxEntries: 120, purgeOnQuotaError: true }) as WorkboxPlugin],
});

scope.addEventListener("install", (event) => {
  // One version or the other, never a mixture: what fails here leaves the version before in place.
  shell.install(event as never);
  event.waitUntil(caches.has(names.packComplete).then((isKept) => (isKept ? pack.install(event as never) : undefined)));
});

scope.addEventListener("activate", (event) => {
  const takeOver = async () => {
    const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
    // Other pages may still run the version before and want its parts; the next version clears up.
    if (pages.length <= 1) {
      await shell.activate(event as never);
      if (await caches.has(names.pack)) await pack.activate(event as never);
    }
    await scope.clients.claim();
  };
  event.waitUntil(takeOver());
});

scope.addEventListener("message", ({ data }) => {
  if (data === "take-over") void scope.skipWaiting();
});

registerRoute(
  new PrecacheRoute(shell, { directoryIndex: "index.html", cleanURLs: true, ignoreURLParametersMatching: [/./] }),
);

/** The list of the version that runs, offline as well. */
registerRoute(
  ({ url }) => url.href === `${folder}offline.json`,
  async () => new Response(JSON.stringify(OFFLINE_LIST), { headers: { "content-type": "application/json" } }),
);

registerRoute(
  ({ url }) => fileAt(url)?.part === "pack",
  async ({ request, event, url }) => {
    try {
      return await fromPack.handle({ request, event });
    } catch {
      // Without the pack the WebGL map would lie on nothing while offline: its code is not taken from any cache then,
      // and the drawn map, which brings its own land, shows instead.
      if (mapCode.has(url.href)) return fetch(request, { cache: "no-cache" });
      return url.pathname.includes("/assets/") ? visited.handle({ request, event }) : fetch(request);
    }
  },
);

/** Parts of the version before, for pages that still run it. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.href.startsWith(`${folder}assets/`),
  async ({ request }) => {
    const kept = await caches.match(request);
    return kept ? unpackResponse(kept) : fetch(request);
  },
);
