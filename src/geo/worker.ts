import type { Request, Response } from "./message";
import { serveRequests } from "./serve";

const serve = serveRequests((response, transfer) => self.postMessage(response, { transfer }));

self.addEventListener("message", ({ data }: MessageEvent<Request>) => serve(data));
self.postMessage({ kind: "ready" } satisfies Response);
