import type { ImportWorker } from "./import-job";

const startWorker = () => new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });

/** The import worker of a page. */
export const startImportWorker = () => startWorker() as unknown as ImportWorker;

/** Asks for what lies at `url`, without cookies and without saying where the reader comes from. Rejects as `fetch` does. */
export const requestLinked = (url: string, signal: AbortSignal): Promise<Response> =>
  fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });

/** What of an import can begin before the code is there that drives it. */
export interface EarlyImport {
  /** The worker, or another one where that has failed before anybody listened. */
  takeWorker(): ImportWorker;
  readonly response: Promise<Response>;
  /** Resolves when the worker has begun: until then its start needs turns of the page's own thread. */
  readonly hasBegun: Promise<unknown>;
  /** Ends both. */
  stop(): void;
}

/** Starts the worker and asks for what lies at `url`. */
export function beginEarly(url: string): EarlyImport {
  const abort = new AbortController();
  const worker = startWorker();
  let hasFailed = false;
  worker.addEventListener("error", () => {
    hasFailed = true;
  });
  const hasBegun = new Promise((resolve) => worker.addEventListener("message", resolve, { once: true }));
  const response = requestLinked(url, abort.signal);
  // Whoever takes it over hears of it; until then nobody does.
  response.catch(() => undefined);
  const stop = () => {
    abort.abort();
    worker.terminate();
  };
  const takeWorker = () => (hasFailed ? startImportWorker() : (worker as unknown as ImportWorker));
  return { takeWorker, response, hasBegun, stop };
}
