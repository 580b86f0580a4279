import type { ImportWorker } from "./import-job";

/** The import worker of a page. */
export const startImportWorker = () =>
  new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" }) as unknown as Worker & ImportWorker;

/** Asks for what lies at `url`, without cookies and without saying where the reader comes from. Rejects as `fetch` does. */
export const requestLinked = (url: string, signal: AbortSignal): Promise<Response> =>
  fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });

/** What of an import can begin before the code is there that drives it. */
export interface EarlyImport {
  readonly url: string;
  /** Null once it has failed: whoever takes it later would never hear of that. */
  worker: (Worker & ImportWorker) | null;
  readonly response: Promise<Response>;
  /** Ends the download. */
  readonly abort: AbortController;
}

/** Starts a worker and asks for what lies at `url`. Throws where there are no workers. */
export function beginEarly(url: string): EarlyImport {
  const abort = new AbortController();
  const worker = startImportWorker();
  const early: EarlyImport = { url, worker, abort, response: requestLinked(url, abort.signal) };
  worker.onerror = () => {
    early.worker = null;
  };
  // Whoever takes it over hears of it; until then nobody does.
  early.response.catch(() => undefined);
  return early;
}
