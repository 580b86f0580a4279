import type { Request } from "./message";
import { serveRequests } from "./serve";

const serve = serveRequests((response, transfer) => self.postMessage(response, { transfer }));

self.addEventListener("message", ({ data }: MessageEvent<Request>) => serve(data));
