import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import { PLAIN_DECISIONS } from "../../../src/data/own/decisions";
import { type ImportWorker, startImport } from "../../../src/data/own/import-job";
import type { ImportRequest, ImportResponse } from "../../../src/data/own/import-message";
import type { Mapping } from "../../../src/data/own/mapping";
import type { Preview } from "../../../src/data/own/source";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const blob = new Blob(["lon,lat\n62,27\n"]);
const preview = { format: "csv", suggested: {} as Mapping } as Preview;

/** A worker that says only what a test lets it say. */
function scripted() {
  const asked: ImportRequest[] = [];
  const worker: Omit<ImportWorker, "terminate"> & { readonly terminate: Mock<() => void> } = {
    postMessage: (request) => void asked.push(request),
    terminate: vi.fn<() => void>(),
    onmessage: null,
    onerror: null,
  };
  const say = (data: ImportResponse) => worker.onmessage?.({ data });
  return { worker, asked, say };
}

/** What a promise has come to: its value, the fault or name of its error, or nothing yet. */
function watched(promise: Promise<unknown>) {
  const state: { now: unknown } = { now: "waiting" };
  promise.then(
    (value) => {
      state.now = value;
    },
    (error: { fault?: string; name: string }) => {
      state.now = error.fault ?? error.name;
    },
  );
  return state;
}

describe("a reader that hangs", () => {
  it("is ended after fifteen seconds without a word, and not a moment sooner", async () => {
    const { worker } = scripted();
    const state = watched(startImport(worker).open(blob, "x.csv"));
    await vi.advanceTimersByTimeAsync(14_999);
    expect([state.now, worker.terminate.mock.calls.length]).toEqual(["waiting", 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([state.now, worker.terminate.mock.calls.length]).toEqual(["stalled", 1]);
  });

  it("is ended after a hundred and twenty seconds in all, however much it says", async () => {
    const { worker, say } = scripted();
    const progress = vi.fn();
    const job = startImport(worker, { onProgress: progress });
    const opened = watched(job.open(blob, "x.csv"));
    await vi.advanceTimersByTimeAsync(10_000);
    say({ kind: "opened", preview });
    await vi.advanceTimersByTimeAsync(0);
    expect(opened.now).toBe(preview);
    // What the reader of the page takes to decide is not counted.
    await vi.advanceTimersByTimeAsync(1_000_000);
    const read = watched(job.read(preview.suggested));
    for (let second = 1; second <= 109; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      say({ kind: "progress", done: second, total: 1000 });
    }
    await vi.advanceTimersByTimeAsync(999);
    expect([read.now, worker.terminate.mock.calls.length]).toEqual(["waiting", 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([read.now, worker.terminate.mock.calls.length]).toEqual(["too-slow", 1]);
    expect(progress).toHaveBeenCalledTimes(109);
  });

  it("gets fifteen more seconds with every word", async () => {
    const { worker, say } = scripted();
    const state = watched(startImport(worker).open(blob, "x.csv"));
    await vi.advanceTimersByTimeAsync(14_999);
    say({ kind: "progress", done: 1, total: 2 });
    await vi.advanceTimersByTimeAsync(14_999);
    expect(state.now).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect(state.now).toBe("stalled");
  });

  it("can be cancelled at any moment, and answers nothing after that", async () => {
    const { worker, say, asked } = scripted();
    const job = startImport(worker);
    const state = watched(job.open(blob, "x.csv"));
    job.cancel();
    await vi.advanceTimersByTimeAsync(0);
    expect([state.now, worker.terminate.mock.calls.length]).toEqual(["AbortError", 1]);
    say({ kind: "opened", preview });
    const later = watched(job.settle(PLAIN_DECISIONS));
    await vi.advanceTimersByTimeAsync(200_000);
    expect([later.now, asked.length, worker.terminate.mock.calls.length]).toEqual(["AbortError", 1, 1]);
  });
});

describe("a worker that fails", () => {
  it("says what the browser says of it", async () => {
    const { worker } = scripted();
    const opening = startImport(worker).open(blob, "x.csv");
    worker.onerror?.({ message: "out of memory" });
    await expect(opening).rejects.toMatchObject({ fault: "broken", detail: "out of memory" });
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it("hands on the reason that it gives for refusing a file", async () => {
    const { worker, say } = scripted();
    const opening = startImport(worker).open(blob, "x.csv");
    say({ kind: "failed", fault: "utf16", detail: "" });
    await expect(opening).rejects.toMatchObject({ fault: "utf16" });
  });
});
