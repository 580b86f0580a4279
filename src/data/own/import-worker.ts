import type { ImportRequest } from "./import-message";
import { serveImport } from "./serve-import";

const serve = serveImport((response, transfer) => self.postMessage(response, { transfer }));

self.addEventListener("message", ({ data }: MessageEvent<ImportRequest>) => void serve(data));
