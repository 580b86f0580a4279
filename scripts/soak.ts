import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { preview } from "vite";
import { memoryOf } from "./bench-web/memory";
import { CHROMIUM_FLAGS, findChromium } from "./chromium";
import { countNodes } from "./living-nodes";
import { type WorkerHeaps, watchWorkerHeaps } from "./worker-heaps";

const USAGE = "usage: npm run soak -- [--minutes N] [--points N] [--drawn]";
/** Growth from the first to the last sample of the second half that is still called flat. */
const FLAT_SHARE = 0.05;
/** A dialog that has just been closed has fewer; a sample may or may not still meet it. */
const MOST_MORE_NODES = 10;

/** What a page with a hundred thousand points of the reader's own may hold at the end. */
const MOST_RENDERER_MEGABYTES = 500;
const MOST_HEAP_MEGABYTES = 150;

/** What must not grow, after a forced collection. */
interface Sample {
  readonly minute: number;
  /** The page's own. */
  readonly heapMegabytes: number;
  readonly workerHeapMegabytes: number;
  /** Of the largest process that draws, as the system counts it. */
  readonly rendererMegabytes: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly workers: number;
  readonly contexts: number;
}

function readNumber(name: string, given: readonly string[], fallback: number, least: number, most: number): number {
  const at = given.indexOf(name);
  if (at < 0) return fallback;
  const number = Number(given[at + 1]);
  if (!(number >= least && number <= most)) {
    console.error(`${name}: not from ${least} to ${most}: ${given[at + 1]}\n${USAGE}`);
    process.exit(2);
  }
  return number;
}

/** Reads a table of so many made-up points, spread over the region. */
async function importPoints(page: Page, count: number): Promise<void> {
  await page.locator("#own-add").waitFor();
  const rows = Array.from(
    { length: count },
    (_, at) => `Point ${at},${60 + ((at * 7919) % 5000) / 1000},${25 + ((at * 104_729) % 5000) / 1000}\n`,
  );
  await page.evaluate(
    (text) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], "points.csv"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    },
    `title,lon,lat\n${rows.join("")}`,
  );
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await page.getByRole("heading", { name: "What was read" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
}

/** Counts the WebGL contexts that are still alive, from inside the page; as text, for the loader adds helpers of its own. */
const COUNT_CONTEXTS = `{
  const made = [];
  const native = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    const context = native.call(this, kind, ...rest);
    if (context && /webgl/.test(kind) && !made.some((one) => one.deref() === context)) made.push(new WeakRef(context));
    return context;
  };
  window.livingContexts = () => made.filter((one) => one.deref()).length;
}`;

/** The page under test and what looks into it. */
interface Watched {
  readonly browser: Browser;
  readonly page: Page;
  readonly session: CDPSession;
  readonly heaps: WorkerHeaps;
}

async function sample({ browser, page, session, heaps }: Watched, minute: number): Promise<Sample> {
  const workerHeapMegabytes = await heaps.megabytes();
  await session.send("HeapProfiler.collectGarbage");
  const { heapMegabytes, rendererMegabytes } = await memoryOf(browser, session);
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    minute,
    heapMegabytes,
    workerHeapMegabytes,
    rendererMegabytes,
    listeners: metric("JSEventListeners"),
    nodes: await countNodes(session),
    workers: page.workers().length,
    contexts: await page.evaluate<number>("window.livingContexts()"),
  };
}

/** One round of what a reader does: it ends where it began. */
async function useAtlas(page: Page, round: number): Promise<void> {
  const go = (hash: string) =>
    page.evaluate((link) => {
      location.hash = link;
    }, hash);
  const language = ["en", "ur", "fa"][round % 3];
  await go(
    `#v=1&lang=${language}&theme=${round % 2 === 0 ? "dark" : "light"}&map=8/25.3/60.6&corridor=61.595,28.99:25`,
  );
  await page.locator("#tab-measure").click();
  await page.locator(".corridor-answer .figure").waitFor();
  await page.locator("#search").fill(["Gwadar", "Taftan", "Chabahar"][round % 3] ?? "");
  await page.locator(".search__option").first().waitFor();
  await page.locator("#search").press("ArrowDown");
  await page.locator("#search").press("Enter");
  await page.locator(".card h2").waitFor();
  await page.locator("#tab-list").click();
  await page
    .locator(".listing__rows .row")
    .nth(round % 5)
    .click();
  await page.locator("#tab-learn").click();
  await page.locator("#tab-explore").click();
  const layers = page.locator(".layer [role=switch]");
  await layers.nth(round % 6).click();
  await layers.nth(round % 6).click();
  await page.mouse.move(700, 350);
  await page.mouse.down();
  await page.mouse.move(600, 300, { steps: 5 });
  await page.mouse.up();
  await page.mouse.wheel(0, 300);
  await go("#v=1&lang=en");
  await page.waitForFunction(() => document.documentElement.lang === "en");
  for (const name of ["Settings", "Get the data"]) {
    await page.getByRole("button", { name }).first().click();
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
}

/** Growth in the second half, once everything has been fetched and warmed up. */
function growths(samples: readonly Sample[]): string[] {
  const later = samples.slice(Math.floor(samples.length / 2));
  const [first, last] = [later[0], later.at(-1)];
  if (!first || !last) return ["too few samples"];
  const megabytes = ["heapMegabytes", "workerHeapMegabytes", "rendererMegabytes"] as const;
  const grown = [...megabytes, ...(["listeners", "workers", "contexts"] as const)]
    .filter((name) => last[name] > first[name] * (1 + FLAT_SHARE) + (megabytes.some((one) => one === name) ? 1 : 0))
    .map((name) => `${name} grew from ${first[name].toFixed(1)} to ${last[name].toFixed(1)}`);
  // A node a round would long be lost in a share: what the page has at its emptiest must not grow.
  const third = Math.ceil(later.length / 3);
  const fewest = (some: readonly Sample[]) => Math.min(...some.map(({ nodes }) => nodes));
  const [before, after] = [fewest(later.slice(0, third)), fewest(later.slice(-third))];
  if (after > before + MOST_MORE_NODES) grown.push(`nodes grew from ${before} to ${after}`);
  const heaps = last.heapMegabytes + last.workerHeapMegabytes;
  if (heaps > MOST_HEAP_MEGABYTES) grown.push(`the heaps hold ${heaps.toFixed(1)} MB, over ${MOST_HEAP_MEGABYTES}`);
  if (last.rendererMegabytes > MOST_RENDERER_MEGABYTES) {
    grown.push(`the renderer holds ${last.rendererMegabytes.toFixed(0)} MB, over ${MOST_RENDERER_MEGABYTES}`);
  }
  return grown;
}

const given = process.argv.slice(2);
const minutes = readNumber("--minutes", given, 30, 1, 1440);
const points = readNumber("--points", given, 100_000, 1, 1_000_000);
const server = await preview({ logLevel: "warn", preview: { port: 0, host: "127.0.0.1" } });
const address = server.httpServer.address();
if (typeof address !== "object" || !address) throw new Error("the atlas is not being served");
const args = [
  ...CHROMIUM_FLAGS,
  "--enable-precise-memory-info",
  ...(given.includes("--drawn") ? ["--disable-3d-apis"] : []),
];
const browser = await chromium.launch({ executablePath: await findChromium(), args });
const samples: Sample[] = [];
const complaints: string[] = [];
let rounds = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(120_000);
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript(COUNT_CONTEXTS);
  await page.goto(`http://127.0.0.1:${address.port}/#v=1&lang=en`);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const heaps = await watchWorkerHeaps(session);
  await importPoints(page, points);
  const start = Date.now();
  const sampleEvery = Math.max(20_000, (minutes * 60_000) / 20);
  let next = start;
  while (Date.now() - start < minutes * 60_000) {
    await useAtlas(page, rounds++);
    if (Date.now() < next) continue;
    next = Date.now() + sampleEvery;
    const taken = await sample({ browser, page, session, heaps }, (Date.now() - start) / 60_000);
    samples.push(taken);
    console.log(
      `minute ${taken.minute.toFixed(1)}: ${taken.heapMegabytes.toFixed(1)} MB, ` +
        `workers ${taken.workerHeapMegabytes.toFixed(1)} MB, renderer ${taken.rendererMegabytes.toFixed(0)} MB, ${taken.listeners} listeners, ` +
        `${taken.nodes} nodes, ${taken.workers} workers, ${taken.contexts} WebGL contexts; ${rounds} rounds`,
    );
  }
} finally {
  await browser.close();
  await server.close();
}
const faults = [...growths(samples), ...complaints.map((text) => `uncaught: ${text}`)];
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? `flat over ${rounds} rounds` : `${faults.length} faults in ${rounds} rounds`);
process.exit(faults.length === 0 ? 0 : 1);
