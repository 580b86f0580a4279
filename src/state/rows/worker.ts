import { serveRows } from "./serve";
import type { RowsRequest } from "./tasks";

const serve = serveRows((response, transfer) => self.postMessage(response, { transfer }));

self.addEventListener("message", ({ data }: MessageEvent<RowsRequest>) => void serve(data));
