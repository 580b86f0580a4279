import type { AnalysisFiles } from "../data/analysis-files";
import type { GroundAnswer, PackedGround } from "./serve-ground";

/** The part of a Worker that is used here, so that a test can stand in for it. */
export interface GroundWorker {
  postMessage(files: AnalysisFiles): void;
  terminate(): void;
  onmessage: ((event: { readonly data: GroundAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

const startWorker = (): GroundWorker =>
  new Worker(new URL("./ground-worker.ts", import.meta.url), { type: "module" }) as unknown as GroundWorker;

/**
 * What figures are computed on, fetched and made ready in a worker that ends with it: a megabyte of JSON would hold up the
 * page. Rejects with an Error that names the file that could not be had.
 */
export function fetchGround(files: AnalysisFiles, start: () => GroundWorker = startWorker): Promise<PackedGround> {
  const worker = start();
  return new Promise<PackedGround>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if ("ground" in data) resolve(data.ground);
      else reject(new Error(data.failure));
    };
    worker.onerror = ({ message }) => reject(new Error(message || "the worker could not be started"));
    worker.postMessage(files);
  }).finally(() => worker.terminate());
}
