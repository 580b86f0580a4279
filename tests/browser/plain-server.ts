import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const DIST = join(import.meta.dirname, "../../dist");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** The built atlas from the plainest of servers: below a path, without compression, ranges or headers of our own. */
export interface PlainServer {
  readonly base: string;
  /** Paths answered so far, within the atlas. */
  readonly answered: string[];
  /** Answers in place of files, by path within the atlas. */
  readonly instead: Map<string, string>;
  stop(): Promise<void>;
}

/** Serves the built atlas at `/a/folder/` of a free port, or of `port`. */
export async function servePlainly(port = 0): Promise<PlainServer> {
  const answered: string[] = [];
  const instead = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.replace(/^\/a\/folder\//, "") || "index.html";
    const file = join(DIST, path);
    answered.push(path);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const other = instead.get(path);
    if (other !== undefined) response.writeHead(200, { "content-type": type }).end(other);
    else if (!pathname.startsWith("/a/folder/") || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end("not found");
    } else {
      response.writeHead(200, { "content-type": type });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${taken}/a/folder/`,
    answered,
    instead,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
