import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { headersFor } from "../vite/hosting-headers";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".csv": "text/csv",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};
const COMPRESSED = /\.(html|js|css|json|geojson|csv|svg|webmanifest)$/;

interface StoredFile {
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
}

/** A folder being served. */
export interface StaticServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves folders on a free port of the loopback, compressed as any host would and with byte ranges. Later folders are
 * looked in when an earlier one lacks the file. Everything is read and compressed once, before it is timed.
 */
export async function serveStatic(folders: readonly string[]): Promise<StaticServer> {
  const files = new Map<string, StoredFile | null>();
  const fileAt = (path: string): StoredFile | null => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const found = folders.map((folder) => join(folder, normalize(path))).find(isFile);
    const plain = found ? readFileSync(found) : null;
    const stored = plain && { plain, gzip: COMPRESSED.test(path) ? gzipSync(plain, { level: 6 }) : null };
    files.set(path, stored);
    return stored;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const file = fileAt(path);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const headers = { ...headersFor(pathname), "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (range) {
      const [start, end] = [Number(range[1]), Math.min(Number(range[2]), file.plain.length - 1)];
      response.writeHead(206, { ...headers, "Content-Range": `bytes ${start}-${end}/${file.plain.length}` });
      response.end(file.plain.subarray(start, end + 1));
    } else if (file.gzip) response.writeHead(200, { ...headers, "Content-Encoding": "gzip" }).end(file.gzip);
    else response.writeHead(200, headers).end(file.plain);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${portOf(server)}/`, close: () => new Promise((done) => server.close(() => done())) };
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the folder is not being served");
  return address.port;
}
