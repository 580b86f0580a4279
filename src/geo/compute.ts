import { InputError } from "./input-error";
import type { Asked, Failure, Request, Response } from "./message";
import { serveRequests } from "./serve";
import type { Answer, Load, Question, TaskName } from "./tasks";

/** How long one question may run before its worker is ended. */
export const LIMIT_MILLISECONDS = 10_000;

/** How long a worker may say nothing before it begins a question, and how long until its first word, with the fetching. */
const SILENT_MILLISECONDS = 10_000;
const FETCH_MILLISECONDS = 15_000;

/**
 * How long a question that nobody wants any more may still hold up the next one: at least this, and at least as long as
 * a fresh worker takes to be ready, for ending one sooner would gain nothing.
 */
const GRACE_MILLISECONDS = 300;

/** The part of a Worker that is used here, so that a test can stand in for it. */
export interface WorkerLike {
  postMessage(request: Request, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Response }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

/** A question took longer than allowed, and its worker was ended; those that wait are asked of a fresh one. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
}

/** The worker could not be started or broke off; the next question gets a fresh one. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}

/** Asks the engine without holding up the page. */
export interface Compute {
  /** Adds to what the engine knows; kept, and told again to every fresh worker. */
  load(load: Load): void;
  /**
   * The answer. Rejects with an InputError when the question is refused, a TimeoutError ten seconds after it was begun, a
   * WorkerError when the worker cannot be started, breaks off or falls silent, and the signal's reason when it is aborted;
   * an answer that comes after that is dropped. A question that a silent worker has not begun is asked once more, of a fresh
   * one; when that is silent as well, all that wait are rejected together.
   */
  ask<Name extends TaskName>(name: Name, question: Question<Name>, signal?: AbortSignal): Promise<Answer<Name>>;
  /** Ends the worker; questions still open are rejected. */
  dispose(): void;
}

interface Pending {
  readonly asked: Asked;
  readonly resolve: (answer: Answer<TaskName>) => void;
  readonly reject: (reason: unknown) => void;
  isDropped: boolean;
  /** It has been asked of a worker that fell silent before it began. */
  isSecondAttempt: boolean;
}

function errorOf({ message, refused }: Failure): Error {
  return refused ? new InputError(refused.fault, refused.input, refused.value, message) : new Error(message);
}

/** Later loads first, so that a fresh worker is told only what still counts. */
function mergeLoads(before: Load, { lines = [], ...rest }: Load): Load {
  const kept = (before.lines ?? []).filter(({ id }) => !lines.some((line) => line.id === id));
  return { ...before, ...rest, lines: [...kept, ...lines] };
}

/**
 * A compute that asks one question at a time of a worker which can be killed. Questions wait on the page's side, so an
 * aborted one that has not begun is never computed.
 */
export function createCompute(startWorker: () => WorkerLike, limitMilliseconds = LIMIT_MILLISECONDS): Compute {
  const waiting: Pending[] = [];
  let known: Load = {};
  let worker: WorkerLike | null = null;
  let running: (Pending & { readonly id: number }) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  let loadFailure: Error | null = null;
  /** When the worker was started, until it begins its first question; and how long the last one took to that. */
  let startedAt: number | null = null;
  let startMilliseconds = 0;
  /** Whether the worker has said anything yet, and whether it has begun the running question. */
  let hasSpoken = false;
  let isBegun = false;

  function settle(then: (pending: Pending) => void): void {
    const settled = running;
    clearTimeout(timer);
    running = null;
    if (settled && !settled.isDropped) then(settled);
    askNext();
  }

  /** Stops the running question after its time. */
  function limit(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const name = running?.asked.name ?? "the question";
      restart(new TimeoutError(`${name} took longer than ${limitMilliseconds / 1000} seconds and was stopped`));
    }, limitMilliseconds);
  }

  /** Ends the worker when it says nothing for some time from now. */
  function expectWord(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp(milliseconds), milliseconds);
  }

  function giveUp(milliseconds: number): void {
    const unbegun = running;
    const reason = new WorkerError(`the worker said nothing for ${milliseconds / 1000} seconds and was ended`);
    if (unbegun?.isSecondAttempt) {
      for (const { reject } of waiting.splice(0)) reject(reason);
    } else if (unbegun && !unbegun.isDropped) {
      unbegun.isSecondAttempt = true;
      waiting.unshift(unbegun);
      running = null;
    }
    restart(reason);
  }

  function restart(reason: Error): void {
    worker?.terminate();
    worker = null;
    settle(({ reject }) => reject(reason));
  }

  function settleWithLoadFailure(): void {
    const failure = loadFailure;
    loadFailure = null;
    settle(({ reject }) => reject(failure));
  }

  function onResponse(response: Response): void {
    hasSpoken = true;
    if (response.kind === "ready") {
      if (running && !isBegun) expectWord(SILENT_MILLISECONDS);
      return;
    }
    if (response.kind === "failure" && response.id === null) {
      // What was loaded cannot be used: whoever waits or asks next is told so.
      loadFailure = errorOf(response.failure);
      if (running) settleWithLoadFailure();
      return;
    }
    if (response.id !== running?.id) return;
    if (response.kind === "begun") {
      if (startedAt !== null) startMilliseconds = performance.now() - startedAt;
      startedAt = null;
      isBegun = true;
      limit();
      if (running.isDropped) hurry();
      return;
    }
    settle(({ resolve, reject }) => {
      if (response.kind === "answer") resolve(response.answer);
      else reject(errorOf(response.failure));
    });
  }

  function started(): WorkerLike {
    if (worker) return worker;
    const fresh = startWorker();
    fresh.onmessage = ({ data }) => {
      if (fresh === worker) onResponse(data);
    };
    fresh.onerror = ({ message }) => {
      if (fresh === worker) restart(new WorkerError(message || "the worker could not be started"));
    };
    // One by one, for the worker gives a sign of life after each.
    const { lines = [], ...rest } = known;
    for (const line of lines) fresh.postMessage({ kind: "load", load: { lines: [line] } }, []);
    fresh.postMessage({ kind: "load", load: rest }, []);
    worker = fresh;
    hasSpoken = false;
    startedAt = performance.now();
    return fresh;
  }

  function askNext(): void {
    if (running) return;
    const next = waiting.shift();
    if (!next) return;
    running = Object.assign(next, { id: ++lastId });
    if (loadFailure) {
      settleWithLoadFailure();
      return;
    }
    isBegun = false;
    started().postMessage({ kind: "ask", id: lastId, asked: next.asked }, []);
    expectWord(hasSpoken ? SILENT_MILLISECONDS : FETCH_MILLISECONDS);
  }

  function drop(pending: Pending, reason: unknown): void {
    pending.isDropped = true;
    pending.reject(reason);
    const place = waiting.indexOf(pending);
    if (place >= 0) waiting.splice(place, 1);
    else if (running === pending) hurry();
  }

  /** The running question is of no more use: give it a moment, then end it if another one waits. */
  function hurry(): void {
    if (startedAt !== null) return;
    const unwanted = running;
    setTimeout(
      () => {
        if (unwanted && running === unwanted && waiting.length > 0) restart(new Error("dropped"));
      },
      Math.max(GRACE_MILLISECONDS, startMilliseconds),
    );
  }

  return {
    load(load) {
      known = mergeLoads(known, load);
      worker?.postMessage({ kind: "load", load }, []);
    },
    ask: (name, question, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const pending = {
          asked: { name, question },
          resolve,
          reject,
          isDropped: false,
          isSecondAttempt: false,
        } as unknown as Pending;
        signal?.addEventListener("abort", () => drop(pending, signal.reason), { once: true });
        waiting.push(pending);
        if (running?.isDropped) hurry();
        askNext();
      }),
    dispose() {
      for (const pending of [...waiting, ...(running ? [running] : [])])
        drop(pending, new Error("no longer computing"));
      clearTimeout(timer);
      worker?.terminate();
      worker = null;
      running = null;
    },
  };
}

/** A worker's stand-in that computes on the same thread: for tests and for places without workers. */
export function inProcessWorker(): WorkerLike {
  const worker: WorkerLike = {
    postMessage: (request) => queueMicrotask(() => serve(request)),
    terminate: () => {
      worker.onmessage = null;
    },
    onmessage: null,
    onerror: null,
  };
  const serve = serveRequests((data) => worker.onmessage?.({ data }));
  return worker;
}
