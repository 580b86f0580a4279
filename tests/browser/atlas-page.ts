import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/chromium";

/** A page of the atlas that remembers what it should not have done. */
export interface AtlasPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors and policy violations, in order. */
  readonly complaints: string[];
  /** Requests to any host but the atlas's own. */
  readonly foreign: string[];
  /** Every request, by path. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Long enough for software WebGL on a slow machine: a journey asks what happens, not how soon. */
const PATIENCE_MILLISECONDS = 240_000;

/** Chromium without WebGL, where the atlas shows its drawn picture: all panels are the same, and much sooner there. */
export const WITHOUT_WEBGL: readonly string[] = ["--disable-3d-apis"];

const browsers = new Map<string, Promise<Browser>>();

/** One Chromium for all journeys of a file that want the same extra `flags`. */
export async function launch(flags: readonly string[] = []): Promise<Browser> {
  const key = flags.join(" ");
  const running = browsers.get(key);
  if (running) return running;
  const args = [...CHROMIUM_FLAGS, ...flags];
  const started = chromium.launch({ executablePath: await findChromium(), args, timeout: PATIENCE_MILLISECONDS });
  browsers.set(key, started);
  return started;
}

/** Closes every Chromium of this file. */
export async function closeBrowser(): Promise<void> {
  for (const browser of browsers.values()) await (await browser).close();
  browsers.clear();
}

/** Software WebGL reports that reading pixels is slow, and the tests keep the service worker out: no reader meets that. */
const HARMLESS =
  /Service Worker registration blocked by Playwright|GPU stall due to ReadPixels|GL Driver Message|Automatic fallback to software WebGL/;

/** Opens a page of the built atlas at `path` (file and fragment), watching console and network. */
export async function openAtlas(
  path: string,
  {
    flags,
    prepare,
    base = inject("atlasUrl"),
    ...options
  }: BrowserContextOptions & {
    flags?: readonly string[];
    prepare?: (page: Page) => Promise<unknown>;
    /** Where the atlas is served, when not by the server of all journeys. */
    base?: string;
  } = {},
): Promise<AtlasPage> {
  const context = await (await launch(flags)).newContext({
    viewport: { width: 1000, height: 700 },
    reducedMotion: "reduce",
    locale: "en-GB",
    // A service worker answers behind the back of those who watch or break the network; offline.test.ts lets it work.
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const complaints: string[] = [];
  const foreign: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !HARMLESS.test(message.text())) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!/^https?:$/.test(url.protocol)) return;
    requests.push(url.pathname);
    if (url.origin !== new URL(base).origin) foreign.push(request.url());
  });
  await prepare?.(page);
  await page.goto(new URL(path, base).href, { waitUntil: "load" });
  return { page, complaints, foreign, requests, close: () => context.close() };
}

/** What was asked for more than once, by path: an archive is in parts, and its icon a browser asks for with every address. */
export const askedTwice = ({ requests }: Pick<AtlasPage, "requests">): readonly string[] =>
  requests.filter((path, at) => !/\.pmtiles$|icon\.svg$/.test(path) && requests.indexOf(path) < at);

/** Waits until the WebGL map says that everything asked for is drawn. */
export async function mapIsIdle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getElementById("map")?.dataset.state === "idle", null, {
    timeout: PATIENCE_MILLISECONDS,
  });
}
