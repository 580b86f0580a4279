import type { Browser, CDPSession, Page } from "playwright-core";

/** A network and processor that are slower than this machine's. */
export interface Throttle {
  readonly name: string;
  readonly latencyMilliseconds: number;
  readonly kilobitsPerSecond: number;
  /** How many times slower the processor is made. */
  readonly slowdown: number;
}

/** Slow 4G as Chromium's developer tools simulate it, on a phone four times slower. */
export const SLOW_4G: Throttle = {
  name: "Slow 4G, 4× slower",
  latencyMilliseconds: 562.5,
  kilobitsPerSecond: 1474.56,
  slowdown: 4,
};

/** How one load of a page went; milliseconds from the start of the navigation. */
export interface PageLoad {
  readonly page: Page;
  readonly session: CDPSession;
  readonly firstPaint: number;
  /** When each wanted state was there, by its name. */
  readonly reached: Readonly<Record<string, number>>;
  readonly requests: number;
  /** Bytes over the network, compressed. */
  readonly bytes: number;
  close(): Promise<void>;
}

export interface LoadOptions {
  readonly throttle?: Throttle | null;
  /** States to wait for, in order: an expression that is true in the page once the state is there. */
  readonly states: Readonly<Record<string, string>>;
  readonly patienceMilliseconds?: number;
}

async function applyThrottle(session: CDPSession, throttle: Throttle): Promise<void> {
  const bytesPerSecond = (throttle.kilobitsPerSecond * 1000) / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: throttle.latencyMilliseconds,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle.slowdown });
}

/** A script that notes when each state is first true; it looks at every animation frame and tick. */
function stateWatcher(states: Readonly<Record<string, string>>): string {
  return `(() => {
    // The compiler of these scripts names functions by a helper that a page does not have.
    globalThis.__name ??= (value) => value;
    const states = ${JSON.stringify(states)};
    const tests = Object.fromEntries(Object.entries(states).map(([name, text]) => [name, new Function("return " + text)]));
    globalThis.__reached = {};
    const look = () => {
      for (const [name, test] of Object.entries(tests)) {
        if (name in globalThis.__reached) continue;
        let is = false;
        try { is = Boolean(test()); } catch {}
        if (is) globalThis.__reached[name] = performance.now();
      }
      if (Object.keys(globalThis.__reached).length < Object.keys(tests).length) setTimeout(look, 10);
    };
    look();
  })()`;
}

const LOOK_MILLISECONDS = 100;

/** A new window begins with some 400 scripts of the browser's own, which take a processor for a second or two. */
const REST_MILLISECONDS = 2500;

/**
 * Waits until a page has reached so many states. Asked in plain words: the tool that drives the browser would bring a large
 * script of its own into the page, in the midst of what is measured.
 */
async function untilReached(session: CDPSession, count: number, patienceMilliseconds: number): Promise<void> {
  const late = Date.now() + patienceMilliseconds;
  for (;;) {
    const { result } = await session.send("Runtime.evaluate", {
      expression: "Object.keys(globalThis.__reached ?? {}).length",
    });
    if (result.value === count) return;
    if (Date.now() > late) throw new Error(`the page reached ${result.value} of ${count} states`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  }
}

/** Loads `url` in a context of its own, with an empty cache, and waits for all its states. */
export async function loadPage(
  browser: Browser,
  url: string,
  { throttle = null, states, patienceMilliseconds = 300_000 }: LoadOptions,
): Promise<PageLoad> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    bypassCSP: true,
  });
  const page = await context.newPage();
  await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let [requests, bytes] = [0, 0];
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    requests++;
    bytes += encodedDataLength;
  });
  if (throttle) await applyThrottle(session, throttle);
  await page.addInitScript(stateWatcher(states));
  await page.goto(url, { waitUntil: "commit", timeout: patienceMilliseconds });
  await untilReached(session, Object.keys(states).length, patienceMilliseconds);
  const { reached, firstPaint } = await page.evaluate(() => ({
    reached: Reflect.get(globalThis, "__reached") as Record<string, number>,
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  }));
  return { page, session, firstPaint, reached, requests, bytes, close: () => context.close() };
}
