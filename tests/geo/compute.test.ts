import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCompute, inProcessWorker, TimeoutError, WorkerError, type WorkerLike } from "../../src/geo/compute";
import { InputError } from "../../src/geo/input-error";
import type { Request, Response } from "../../src/geo/message";
import { packLines } from "../../src/geo/packed";

/** A worker that keeps what it is told and answers only when the test says so. */
function fakeWorker() {
  const requests: Request[] = [];
  const worker: WorkerLike & { isTerminated: boolean } = {
    postMessage: (request) => requests.push(request),
    terminate: () => {
      worker.isTerminated = true;
    },
    onmessage: null,
    onerror: null,
    isTerminated: false,
  };
  const say = (data: Response) => worker.onmessage?.({ data });
  return { worker, requests, say, asked: () => requests.filter((request) => request.kind === "ask") };
}

function fakes() {
  const started: ReturnType<typeof fakeWorker>[] = [];
  const start = () => {
    const fake = fakeWorker();
    started.push(fake);
    return fake.worker;
  };
  return { started, start };
}

const border = {
  id: "border",
  dataErrorMeters: 1000,
  isBorder: true,
  ...packLines([
    [
      [61, 29],
      [62, 27],
    ],
  ]),
};

describe("in process", () => {
  it("answers what the engine answers", async () => {
    const compute = createCompute(inProcessWorker);
    compute.load({ lines: [border] });
    const lines = await compute.ask("lines", {});
    expect(lines.map(({ id, vertices }) => [id, vertices])).toEqual([["border", 2]]);
    compute.dispose();
  });

  it("rejects with the InputError of the engine", async () => {
    const compute = createCompute(inProcessWorker);
    const refused = await compute.ask("toLine", { from: [61, 28] }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect(refused).toMatchObject({ fault: "unknown-id", value: "border" });
    compute.dispose();
  });

  it("rejects the next question when what was loaded cannot be used", async () => {
    const compute = createCompute(inProcessWorker);
    compute.load({ lines: [{ id: "broken", dataErrorMeters: null, ...packLines([]) }] });
    await expect(compute.ask("lines", {})).rejects.toThrow("invalid line broken: 0 vertices");
    compute.dispose();
  });
});

describe("with a worker that is slow", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("asks one question at a time", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    const first = compute.ask("lines", {});
    const second = compute.ask("lines", {});
    const [fake] = started;
    expect(fake?.asked()).toHaveLength(1);
    fake?.say({ kind: "answer", id: 1, answer: [] });
    await expect(first).resolves.toEqual([]);
    expect(fake?.asked()).toHaveLength(2);
    fake?.say({ kind: "answer", id: 2, answer: [] });
    await expect(second).resolves.toEqual([]);
  });

  it("ends the worker after ten seconds, says so, and goes on with a fresh one that knows what was loaded", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    compute.load({ lines: [border] });
    const endless = expect(compute.ask("corridor", { along: "border", halfWidthMeters: 1 })).rejects.toThrow(
      new TimeoutError("corridor took longer than 10 seconds and was stopped"),
    );
    const next = compute.ask("lines", {});
    // Its time runs from when the worker has read what was loaded.
    await vi.advanceTimersByTimeAsync(14_000);
    for (let load = 0; load < 3; load++) {
      started[0]?.say({ kind: "ready" });
      await vi.advanceTimersByTimeAsync(9_000);
    }
    started[0]?.say({ kind: "begun", id: 1 });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(started[0]?.worker.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await endless;
    expect(started.map(({ worker }) => worker.isTerminated)).toEqual([true, false]);
    expect(started[1]?.requests[0]).toMatchObject({ kind: "load", load: { lines: [{ id: "border" }] } });
    started[1]?.say({ kind: "answer", id: 2, answer: [] });
    await expect(next).resolves.toEqual([]);
  });

  it("asks what a silent worker has not begun once more, of a fresh one, with all that waits", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    const first = compute.ask("lines", {});
    started[0]?.say({ kind: "answer", id: 1, answer: [] });
    await first;
    // A worker that has spoken before has ten seconds, one that may still be on its way fifteen.
    const stuck = compute.ask("lines", {});
    const queued = compute.ask("matrix", { positions: [] });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(started).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(started.map(({ worker }) => worker.isTerminated)).toEqual([true, false]);
    started[1]?.say({ kind: "answer", id: 3, answer: [] });
    await expect(stuck).resolves.toEqual([]);
    started[1]?.say({ kind: "answer", id: 4, answer: new Float64Array([0]) });
    await expect(queued).resolves.toEqual(new Float64Array([0]));
  });

  it("tells everybody who waits at once when the fresh worker is silent as well; the next question starts anew", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    const silent = new WorkerError("the worker said nothing for 15 seconds and was ended");
    const waiting = [1, 2, 3, 4, 5].map(() => expect(compute.ask("lines", {})).rejects.toThrow(silent));
    await vi.advanceTimersByTimeAsync(14_999);
    expect(started).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1 + 15_000);
    await Promise.all(waiting);
    expect(started.map(({ worker }) => worker.isTerminated)).toEqual([true, true]);
    const next = compute.ask("lines", {});
    started[2]?.say({ kind: "answer", id: 3, answer: [] });
    await expect(next).resolves.toEqual([]);
  });

  it("lets an unwanted question run on for as long as a fresh worker would take to be ready", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    const controller = new AbortController();
    const unwanted = expect(compute.ask("matrix", { positions: [] }, controller.signal)).rejects.toThrow("aborted");
    controller.abort();
    await unwanted;
    const wanted = compute.ask("lines", {});
    await vi.advanceTimersByTimeAsync(4_000);
    started[0]?.say({ kind: "begun", id: 1 });
    await vi.advanceTimersByTimeAsync(3_999);
    expect(started[0]?.worker.isTerminated).toBe(false);
    started[0]?.say({ kind: "answer", id: 1, answer: new Float64Array() });
    started[0]?.say({ kind: "answer", id: 2, answer: [] });
    await expect(wanted).resolves.toEqual([]);
    expect(started).toHaveLength(1);
  });

  it("never computes a question that was aborted before its turn", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    const first = compute.ask("lines", {});
    const controller = new AbortController();
    const unwanted = expect(compute.ask("matrix", { positions: [] }, controller.signal)).rejects.toThrow("aborted");
    controller.abort();
    await unwanted;
    started[0]?.say({ kind: "answer", id: 1, answer: [] });
    await first;
    expect(started[0]?.asked()).toHaveLength(1);
  });

  it("drops a late answer, and ends a worker that holds up the next question with an unwanted one", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    const controller = new AbortController();
    const unwanted = expect(compute.ask("matrix", { positions: [] }, controller.signal)).rejects.toThrow("aborted");
    controller.abort();
    await unwanted;
    const wanted = compute.ask("lines", {});
    started[0]?.say({ kind: "begun", id: 1 });
    await vi.advanceTimersByTimeAsync(300);
    expect(started.map(({ worker }) => worker.isTerminated)).toEqual([true, false]);
    started[0]?.say({ kind: "answer", id: 1, answer: [{ id: "late", vertices: 0, meters: 0, dataErrorMeters: null }] });
    started[1]?.say({ kind: "answer", id: 2, answer: [] });
    await expect(wanted).resolves.toEqual([]);
  });

  it("rejects when the worker cannot start, and tries again for the next question", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    const first = expect(compute.ask("lines", {})).rejects.toThrow("no such script");
    started[0]?.worker.onerror?.({ message: "no such script" });
    await first;
    const second = compute.ask("lines", {});
    started[1]?.say({ kind: "answer", id: 2, answer: [] });
    await expect(second).resolves.toEqual([]);
  });

  it("an aborted signal refuses at once", async () => {
    const { started, start } = fakes();
    const compute = createCompute(start);
    await expect(compute.ask("lines", {}, AbortSignal.abort())).rejects.toThrow("aborted");
    expect(started).toHaveLength(0);
  });
});
