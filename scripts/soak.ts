import { type CDPSession, chromium, type Page } from "playwright-core";
import { preview } from "vite";
import { CHROMIUM_FLAGS, findChromium } from "./chromium";

const USAGE = "usage: npm run soak -- [--minutes N] [--drawn]";
/** Growth from the first to the last sample of the second half that is still called flat. */
const FLAT_SHARE = 0.05;
const MEGABYTE = 1024 * 1024;

/** What must not grow, after a forced collection. */
interface Sample {
  readonly minute: number;
  readonly heapMegabytes: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly workers: number;
  readonly contexts: number;
}

function readMinutes(given: readonly string[]): number {
  const at = given.indexOf("--minutes");
  if (at < 0) return 30;
  const minutes = Number(given[at + 1]);
  if (!(minutes >= 1 && minutes <= 1440)) {
    console.error(`--minutes: not from 1 to 1440: ${given[at + 1]}\n${USAGE}`);
    process.exit(2);
  }
  return minutes;
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

async function sample(page: Page, session: CDPSession, minute: number): Promise<Sample> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    minute,
    heapMegabytes: metric("JSHeapUsedSize") / MEGABYTE,
    listeners: metric("JSEventListeners"),
    nodes: metric("Nodes"),
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
  return (["heapMegabytes", "listeners", "nodes", "workers", "contexts"] as const)
    .filter((name) => last[name] > first[name] * (1 + FLAT_SHARE) + (name === "heapMegabytes" ? 1 : 0))
    .map((name) => `${name} grew from ${first[name].toFixed(1)} to ${last[name].toFixed(1)}`);
}

const given = process.argv.slice(2);
const minutes = readMinutes(given);
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
  const start = Date.now();
  const sampleEvery = Math.max(20_000, (minutes * 60_000) / 20);
  let next = start;
  while (Date.now() - start < minutes * 60_000) {
    await useAtlas(page, rounds++);
    if (Date.now() < next) continue;
    next = Date.now() + sampleEvery;
    const taken = await sample(page, session, (Date.now() - start) / 60_000);
    samples.push(taken);
    console.log(
      `minute ${taken.minute.toFixed(1)}: ${taken.heapMegabytes.toFixed(1)} MB, ${taken.listeners} listeners, ` +
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
