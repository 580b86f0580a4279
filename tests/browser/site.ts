import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A site of its own origin on a free port of this machine, and how to stop it. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

function listen(handler: RequestListener, host: string): Promise<Site> {
  const server: Server = createServer(handler);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      resolve({
        url: `http://${host}:${port}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Serves the files of `folder` with no header but their type, as the plainest hosts do; texts can be changed on the way. */
export function serveFolder(folder: string, change: (text: string) => string = (text) => text): Promise<Site> {
  return listen((request, response) => {
    const path = new URL(request.url ?? "/", "http://site").pathname.replace(/\/$/, "/index.html");
    const file = join(folder, path);
    // Browsers ask for it unbidden.
    if (path === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    if (!existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const body = readFileSync(file);
    response.writeHead(200, { "Content-Type": type });
    response.end(extname(file) === ".html" ? change(body.toString("utf8")) : body);
  }, "127.0.0.1");
}

/** Serves one page for every path, made from the query of its address, under another host name than the atlas has. */
export const servePage = (make: (query: URLSearchParams) => string): Promise<Site> =>
  listen((request, response) => {
    response.writeHead(200, { "Content-Type": TYPES[".html"] });
    response.end(make(new URL(request.url ?? "/", "http://site").searchParams));
  }, "localhost");
