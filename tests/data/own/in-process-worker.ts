import type { ImportWorker } from "../../../src/data/own/import-job";
import { serveImport } from "../../../src/data/own/serve-import";

/** A stand-in for the import worker that reads on the same thread. */
export function inProcessImportWorker(): ImportWorker {
  const worker: ImportWorker = {
    postMessage: (request) => void serve(request),
    terminate: () => {
      worker.onmessage = null;
    },
    onmessage: null,
    onerror: null,
  };
  const serve = serveImport((data) => worker.onmessage?.({ data }));
  return worker;
}
