import type { CDPSession } from "playwright-core";

/** What a worker answers to a command of the debugging protocol. */
interface Reply {
  readonly id: number;
  readonly result?: { readonly usedSize?: number };
}

/** The JavaScript heaps of the workers of a page. */
export interface WorkerHeaps {
  /** Megabytes in use in all workers together, after a forced collection. */
  megabytes(): Promise<number>;
}

/** Attaches to every worker that the page of `session` has and will have. */
export async function watchWorkerHeaps(session: CDPSession): Promise<WorkerHeaps> {
  const workers = new Set<string>();
  const waiting = new Map<number, (usedBytes: number) => void>();
  let lastId = 0;
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.add(sessionId);
  });
  session.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message) as Reply;
    waiting.get(id)?.(result?.usedSize ?? 0);
    waiting.delete(id);
  });
  // The workers' messages are carried inside those of the page: Playwright has no sessions of its own for them.
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = (sessionId: string, method: string) =>
    new Promise<number>((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, resolve);
      session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) }).catch(reject);
    });
  return {
    async megabytes() {
      let usedBytes = 0;
      for (const worker of workers) {
        await ask(worker, "HeapProfiler.collectGarbage");
        usedBytes += await ask(worker, "Runtime.getHeapUsage");
      }
      return usedBytes / 2 ** 20;
    },
  };
}
