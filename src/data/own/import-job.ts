import type { OwnColumns } from "./columns";
import type { Decisions, Findings } from "./decisions";
import type { Encoding } from "./decode";
import { ImportError } from "./import-error";
import type { ImportRequest, ImportResponse } from "./import-message";
import { LIMITS } from "./limits";
import type { Mapping } from "./mapping";
import type { ImportReport } from "./settle";
import type { OnProgress, Preview } from "./source";

/** The part of a Worker that is used here, so that a test can stand in for it. */
export interface ImportWorker {
  postMessage(request: ImportRequest): void;
  terminate(): void;
  onmessage: ((event: { readonly data: ImportResponse }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

/** What an import comes to. */
export interface Settled {
  readonly columns: OwnColumns;
  readonly report: ImportReport;
}

/** The reading of one file, in three steps, in a worker that can be ended at any time. */
export interface ImportJob {
  /** `encoding` is what its text is in where that is not UTF-8. */
  open(blob: Blob, name: string, encoding?: Encoding | null): Promise<Preview>;
  read(mapping: Mapping): Promise<{ readonly findings: Findings; readonly total: number }>;
  settle(decisions: Decisions): Promise<Settled>;
  /**
   * All three steps in one, as the file suggests; null when only the reader can say how it is to be read. With
   * `mayAsk` false what could be read in two ways is read the plain one.
   */
  readPlainly(blob: Blob, name: string, mayAsk: boolean): Promise<Settled | null>;
  /** Ends the worker; what is awaited rejects with an AbortError. */
  cancel(): void;
}

interface JobOptions {
  readonly onProgress?: OnProgress;
  readonly silentMilliseconds?: number;
  readonly totalMilliseconds?: number;
}

/** Why a job that its reader has cancelled ended. */
const cancelled = () => new DOMException("cancelled", "AbortError");

/**
 * A job that reads in `worker`. Its steps reject with an ImportError, also when the worker says nothing for 15 seconds or
 * works for more than 120 in all; it is ended then.
 */
export function startImport(
  worker: ImportWorker,
  {
    onProgress = () => {},
    silentMilliseconds = LIMITS.silentMilliseconds,
    totalMilliseconds = LIMITS.totalMilliseconds,
  }: JobOptions = {},
): ImportJob {
  let pending: { resolve: (response: ImportResponse) => void; reject: (reason: unknown) => void } | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let whole: ReturnType<typeof setTimeout> | undefined;
  let remaining = totalMilliseconds;
  let isOver = false;

  const end = (reason: unknown) => {
    isOver = true;
    worker.terminate();
    const open = pending;
    rest();
    open?.reject(reason);
  };
  const rest = () => {
    pending = null;
    clearTimeout(silence);
    clearTimeout(whole);
  };
  const expectWord = () => {
    clearTimeout(silence);
    silence = setTimeout(() => end(new ImportError("stalled")), silentMilliseconds);
  };
  worker.onmessage = ({ data }) => {
    if (!pending || data.kind === "begun") return;
    if (data.kind === "progress") {
      expectWord();
      onProgress(data.done, data.total);
      return;
    }
    const { resolve } = pending;
    rest();
    resolve(data);
  };
  worker.onerror = ({ message }) => end(new ImportError("broken", message ?? ""));

  const ask = async <Kind extends ImportResponse["kind"]>(request: ImportRequest, ...kinds: readonly Kind[]) => {
    if (isOver) throw cancelled();
    const startedAt = performance.now();
    const response = await new Promise<ImportResponse>((resolve, reject) => {
      pending = { resolve, reject };
      expectWord();
      whole = setTimeout(() => end(new ImportError("too-slow")), remaining);
      worker.postMessage(request);
    });
    remaining -= performance.now() - startedAt;
    if (response.kind === "failed") {
      worker.terminate();
      isOver = true;
      throw new ImportError(response.fault, response.detail);
    }
    if (!kinds.some((kind) => kind === response.kind)) throw new ImportError("broken", response.kind);
    return response as Extract<ImportResponse, { kind: Kind }>;
  };

  return {
    open: async (blob, name, encoding = null) => (await ask({ kind: "open", blob, name, encoding }, "opened")).preview,
    read: async (mapping) => ask({ kind: "read", mapping }, "read"),
    settle: async (decisions) => {
      const settled = await ask({ kind: "settle", decisions }, "settled");
      worker.terminate();
      isOver = true;
      return settled;
    },
    readPlainly: async (blob, name, mayAsk) => {
      const answer = await ask({ kind: "plain", blob, name, mayAsk }, "settled", "asks");
      worker.terminate();
      isOver = true;
      return answer.kind === "settled" ? answer : null;
    },
    cancel: () => {
      if (!isOver) end(cancelled());
    },
  };
}
