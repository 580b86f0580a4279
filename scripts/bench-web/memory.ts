import { readFileSync } from "node:fs";
import type { Browser, CDPSession } from "playwright-core";

/** Memory in megabytes: the largest renderer process as the system counts it, and the page's JavaScript heap. */
export interface Memory {
  readonly rendererMegabytes: number;
  readonly heapMegabytes: number;
}

/** Resident memory in megabytes of a process; NaN where the system does not tell as Linux does. */
function residentMegabytes(id: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1];
    return kilobytes ? Number(kilobytes) / 1024 : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

/** The memory of the page that `session` belongs to, after a forced collection. */
export async function memoryOf(browser: Browser, session: CDPSession): Promise<Memory> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const wide = await browser.newBrowserCDPSession();
  const { processInfo } = await wide.send("SystemInfo.getProcessInfo");
  await wide.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentMegabytes(id));
  return { rendererMegabytes: Math.max(...renderers), heapMegabytes: usedSize / 2 ** 20 };
}
