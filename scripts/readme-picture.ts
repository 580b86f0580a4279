import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { CHROMIUM_FLAGS, findChromium } from "./chromium";

/** Software WebGL on a slow machine takes its time. */
const PATIENCE_MILLISECONDS = 600_000;

/** Takes the picture of the README: the start view by day, as a newcomer sees it. */
await build({ logLevel: "warn" });
const server = await preview({ logLevel: "warn", preview: { port: 0, host: "127.0.0.1" } });
const address = server.httpServer.address();
if (typeof address !== "object" || !address) throw new Error("the atlas is not being served");
const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_FLAGS] });
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  reducedMotion: "reduce",
  locale: "en-GB",
});
await page.goto(`http://127.0.0.1:${address.port}/#v=1&lang=en&theme=light`);
await page.locator(".welcome__close").click({ timeout: PATIENCE_MILLISECONDS });
await page.waitForFunction(() => document.getElementById("map")?.dataset.state === "idle", null, {
  polling: 1000,
  timeout: PATIENCE_MILLISECONDS,
});
await page.screenshot({ path: "docs/picture.png", timeout: PATIENCE_MILLISECONDS });
await browser.close();
await server.close();
