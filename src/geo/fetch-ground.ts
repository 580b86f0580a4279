import type { AnalysisFiles } from "../data/analysis-files";
import { type GroundAnswer, type PackedGround, serveGround } from "./serve-ground";

/** The part of a Worker that is used here, so that a test can stand in for it. */
export interface GroundWorker {
  postMessage(files: AnalysisFiles): void;
  terminate(): void;
  onmessage: ((event: { readonly data: GroundAnswer }) => void) | null;
  onerror: (() => void) | null;
}

/** So long a worker may say nothing before it is taken for dead. */
const SILENT_MILLISECONDS = 15_000;

const startWorker = (): GroundWorker =>
  new Worker(new URL("./ground-worker.ts", import.meta.url), { type: "module" }) as unknown as GroundWorker;

/** A stand-in that does the work on the same thread. */
export function inProcessGroundWorker(): GroundWorker {
  const worker: GroundWorker = {
    postMessage: (files) => void serve(files),
    terminate: () => {
      worker.onmessage = null;
    },
    onmessage: null,
    onerror: null,
  };
  const serve = serveGround((data) => worker.onmessage?.({ data }));
  return worker;
}

/** The answer of one worker; null when it breaks off or falls silent before it has begun. */
function askWorker(worker: GroundWorker, files: AnalysisFiles): Promise<PackedGround | null> {
  let silence: ReturnType<typeof setTimeout> | undefined;
  return new Promise<PackedGround | null>((resolve, reject) => {
    silence = setTimeout(() => resolve(null), SILENT_MILLISECONDS);
    worker.onmessage = ({ data }) => {
      clearTimeout(silence);
      if (data.kind === "ground") resolve(data.ground);
      else if (data.kind === "failure") reject(new Error(data.message));
    };
    worker.onerror = () => resolve(null);
    worker.postMessage(files);
  }).finally(() => {
    clearTimeout(silence);
    worker.terminate();
  });
}

/**
 * What figures are computed on, fetched and made ready in a worker that ends with it: a megabyte of JSON would hold up the
 * page. Where no worker can be had it is done on the page. Rejects with an Error that names the file that could not be had.
 */
export async function fetchGround(
  files: AnalysisFiles,
  start: () => GroundWorker = startWorker,
): Promise<PackedGround> {
  let worker: GroundWorker | null = null;
  try {
    worker = start();
  } catch {
    // Pages without an origin of their own may start none.
  }
  const ground = worker && (await askWorker(worker, files));
  const done = ground ?? (await askWorker(inProcessGroundWorker(), files));
  if (!done) throw new Error("what figures are computed on could not be made ready");
  return done;
}
