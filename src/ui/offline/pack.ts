import { signal } from "@preact/signals";
import { canPack, packResponse } from "../../data/kept-response";
import { cacheKey, cacheNames, isGzipped, isIntact, type OfflineFile, type OfflineList } from "../../data/offline-list";
import { register } from "./registration";

/** How the offline pack stands on this device. */
export type PackState =
  | { readonly status: "asking" | "unsupported" | "ready" }
  | { readonly status: "absent"; readonly fault?: "network" | "full" | "server" }
  | { readonly status: "loading"; readonly received: number };

export const packState = signal<PackState>({ status: "asking" });
/** What the pack weighs: on its way, and on the device; zero until it is known. */
export const packSize = signal({ sentBytes: 0, bytes: 0 });

const AT_ONCE = 4;
const MIME_TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  geojson: "application/geo+json",
  html: "text/html",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};

const folder = () => new URL(".", document.baseURI).href;
const names = () => cacheNames(folder());

let list: Promise<OfflineList> | null = null;
let running: AbortController | null = null;

async function fetchList(): Promise<OfflineList> {
  const response = await fetch(new URL("offline.json", folder()), { cache: "no-cache" });
  if (!response.ok) throw new TypeError(`offline.json: HTTP ${response.status}`);
  return response.json();
}

const packFiles = ({ files }: OfflineList) => files.filter(({ part }) => part === "pack");

/** Finds out what there is, what it weighs, and whether it is here already. */
export async function askPack(): Promise<void> {
  if (packState.peek().status !== "asking") return;
  if (!("serviceWorker" in navigator && "caches" in window)) {
    packState.value = { status: "unsupported" };
    return;
  }
  try {
    list ??= fetchList();
    const files = packFiles(await list);
    const sentBytes = files.reduce((sum, file) => sum + file.sentBytes, 0);
    packSize.value = { sentBytes, bytes: canPack() ? sentBytes : files.reduce((sum, file) => sum + file.bytes, 0) };
    packState.value = { status: (await caches.has(names().packComplete)) ? "ready" : "absent" };
  } catch {
    list = null;
    packState.value = { status: "absent", fault: "network" };
  }
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The content of an answer; unpacked when it is a gzipped copy that the server did not unpack by itself. */
async function contentOf(response: Response): Promise<ArrayBuffer> {
  const content = await response.arrayBuffer();
  if (!isGzip(new Uint8Array(content))) return content;
  return new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** Fetches a file, first as its gzipped copy. Rejects with RangeError when the server gives something else. */
async function fetchFile(file: OfflineFile, abort: AbortSignal): Promise<ArrayBuffer> {
  const url = new URL(file.path, folder()).href;
  for (const address of isGzipped(file) ? [`${url}.gz`, url] : [url]) {
    const response = await fetch(address, { signal: abort, credentials: "same-origin" });
    if (!response.ok) continue;
    const content = await contentOf(response).catch(() => null);
    abort.throwIfAborted();
    if (content && (await isIntact(content, file.integrity))) return content;
  }
  throw new RangeError(`not what it should be: ${file.path}`);
}

/** Keeps every file that is not kept yet; several at once. */
async function fill(cache: Cache, files: readonly OfflineFile[], abort: AbortSignal, onKept: (sent: number) => void) {
  const left = [...files];
  const work = async () => {
    for (let file = left.shift(); file; file = left.shift()) {
      const key = cacheKey(file, folder());
      if (!(await cache.match(key))) {
        const content = await fetchFile(file, abort);
        const type = MIME_TYPES[file.path.split(".").pop() ?? ""] ?? "application/octet-stream";
        const answer = new Response(content, { headers: { "content-type": type } });
        await cache.put(key, isGzipped(file) ? await packResponse(answer) : answer);
      }
      onKept(file.sentBytes);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

const faultOf = (error: unknown) => {
  if (error instanceof DOMException && error.name === "QuotaExceededError") return "full";
  return error instanceof RangeError ? "server" : "network";
};

/** Downloads the pack. What had arrived when the network went is kept, so that the next try goes on from there. */
export async function downloadPack(): Promise<void> {
  if (packState.peek().status !== "absent") return;
  const abort = new AbortController();
  running = abort;
  packState.value = { status: "loading", received: 0 };
  try {
    list ??= fetchList();
    const files = packFiles(await list);
    await register();
    // Browsers may throw away what was not asked to stay; whether they grant it is theirs to say.
    await navigator.storage?.persist?.().catch(() => false);
    let received = 0;
    await fill(await caches.open(names().pack), files, abort.signal, (sent) => {
      received += sent;
      if (running === abort) packState.value = { status: "loading", received };
    });
    await caches.open(names().packComplete);
    packState.value = { status: "ready" };
  } catch (error) {
    abort.abort();
    if (running !== abort) return;
    // Files that were being written when another failed are kept, and must not say that the download goes on.
    running = null;
    packState.value = { status: "absent", fault: faultOf(error) };
  }
}

/** Ends a download that is under way, and takes the pack off this device. */
export async function removePack(): Promise<void> {
  running?.abort();
  running = null;
  const { pack, packComplete } = names();
  await caches.delete(packComplete);
  await caches.delete(pack);
  packState.value = { status: "absent" };
}
