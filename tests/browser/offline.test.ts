import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import type { OfflineList } from "../../src/data/offline-list";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";
import { servePlainly } from "./plain-server";

const DIST = join(import.meta.dirname, "../../dist");
const list = JSON.parse(readFileSync(join(DIST, "offline.json"), "utf8")) as OfflineList;
const sum = (part: string, key: "bytes" | "sentBytes") =>
  list.files.filter((file) => file.part === part).reduce((total, file) => total + file[key], 0);

afterAll(closeBrowser);

/** Waits until a service worker answers for the page. */
const isKept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });

const OPTIONS = { flags: WITHOUT_WEBGL, serviceWorkers: "allow" as const };

/** What of the atlas lies on the device: service workers and caches. */
const traces = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }));

/** The bytes that lie in the caches whose names begin so. */
const bytesKept = (page: Page, name: string) =>
  page.evaluate(async (begin) => {
    let bytes = 0;
    for (const key of await caches.keys()) {
      if (!key.startsWith(begin)) continue;
      const cache = await caches.open(key);
      for (const request of await cache.keys()) {
        bytes += ((await (await cache.match(request))?.arrayBuffer()) ?? new ArrayBuffer(0)).byteLength;
      }
    }
    return bytes;
  }, name);

/** The heading of the card that opens when `words` are searched for and the first hit is taken. */
async function cardOf(page: Page, words: string): Promise<string> {
  await page.locator("#search").fill(words);
  await page.locator("#search-list [role=option], [role=listbox] [role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  return (await page.locator(".card h2").textContent()) ?? "";
}

/** Opens the settings and asks for the pack there. */
async function askForPack(page: Page): Promise<void> {
  await page.locator("#search").press("Escape");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.locator(".offline .button--main").click();
}

describe("without a network", () => {
  it("opened from the disk, the page leads to a map that needs no server", async () => {
    const atlas = await openAtlas("index.html", { ...OPTIONS, base: pathToFileURL(`${DIST}/`).href });
    const { page } = atlas;
    await page.locator("#map > .poster > svg").waitFor();
    await page.locator(".late a").first().click();
    await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
    await page.locator('[data-key="ports/port-gwadar"]').first().click();
    expect(await page.locator(".card h2").textContent()).toContain("Gwadar");
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it("every visitor keeps all that the pages name", () => {
    const shell = new Set(list.files.filter(({ part }) => part === "shell").map(({ path }) => path));
    for (const page of ["index.html", "online.html"]) {
      const html = readFileSync(join(DIST, page), "utf8");
      const named = [...html.matchAll(/<(?:script|link)[^>]* (?:src|href)="\.\/(assets\/[^"]+)"/g)].map(
        ([, path]) => path,
      );
      expect(named.length).toBeGreaterThan(5);
      expect(named.filter((path) => !shell.has(path ?? ""))).toEqual([]);
    }
  });

  it("every visitor's part weighs at most 1.5 MB on its way, the whole pack at most 10 MB", () => {
    expect(sum("shell", "sentBytes")).toBeLessThanOrEqual(1_500_000);
    expect(sum("shell", "sentBytes") + sum("pack", "sentBytes")).toBeLessThanOrEqual(10_000_000);
  });

  it("shell, search, cards and the drawn map open after the first visit; everything after the pack", async () => {
    const server = await servePlainly();
    const atlas = await openAtlas("#v=1&lang=en", { ...OPTIONS, base: server.base });
    const { page } = atlas;
    await isKept(page);
    // Every file, as it lies on the device: no visitor gives up more than 1.5 MB without being asked.
    expect(await bytesKept(page, "sarhad-shell")).toBeLessThanOrEqual(1_500_000);
    await server.stop();

    await page.reload();
    expect(await cardOf(page, "Gwadar")).toContain("Gwadar");
    await page.locator(".static-notice").waitFor();
    await page.goto(`${server.base}online.html#v=1&lang=fa`);
    await page.locator('[dir="rtl"] .bar').waitFor();

    // The pack: told beforehand, refused by a full disk and by a lying server, then complete.
    const again = await servePlainly(Number(new URL(server.base).port));
    await page.goto(`${server.base}#v=1&lang=en`);
    await page.reload();
    const devtools = await page.context().newCDPSession(page);
    const origin = new URL(server.base).origin;
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 2_500_000 });
    await askForPack(page);
    await page.locator(".offline [role=alert]", { hasText: "not enough room" }).waitFor();
    expect(await page.locator(".offline").textContent()).toMatch(/To fetch: \d\.\d MB/);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin });
    // The browser takes a moment to know that there is room again.
    await page.waitForFunction(async () => ((await navigator.storage.estimate()).quota ?? 0) > 50_000_000, undefined, {
      polling: 100,
    });
    again.instead.set("basemap/relief.pmtiles", "<h1>Welcome to the hotel</h1>");
    await page.locator(".offline .button--main").click();
    await page.locator(".offline [role=alert]", { hasText: "something other than the atlas" }).waitFor();
    again.instead.clear();
    await page.locator(".offline .button--main").click();
    await page.locator(".offline__ready").waitFor();
    expect((await bytesKept(page, "sarhad-shell")) + (await bytesKept(page, "sarhad-pack "))).toBeLessThanOrEqual(
      10_000_000,
    );
    await again.stop();
    await page.context().setOffline(true);

    await page.goto(`${server.base}#v=1&lang=ur&lesson=crossing-it/1`);
    await page.reload();
    await page.locator('.player[data-step="1"]').waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.locator('.player[data-step="2"]').waitFor();
    const part = await page.evaluate(async () => {
      const response = await fetch("basemap/relief.pmtiles", { headers: { range: "bytes=0-6" } });
      return `${response.status} ${await response.text()}`;
    });
    expect(part).toBe("206 PMTiles");
    await page.goto(`${server.base}embed.html#v=1&lang=en&sel=ports/gwadar`);
    await page.locator("#embed svg").first().waitFor({ state: "attached" });
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it("heals what was spoiled, offers a new version without taking it, and lets itself be switched off", async () => {
    const server = await servePlainly();
    const atlas = await openAtlas("#v=1&lang=en", { ...OPTIONS, base: server.base });
    const { page } = atlas;
    await isKept(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (/strikes-|start-.*\.js/.test(request.url)) await cache.put(request, new Response("spoiled"));
        }
      }
    });
    // A worker hashes each file once: the next one looks at them anew.
    server.instead.set("sw.js", `${readFileSync(join(DIST, "sw.js"), "utf8")}\n// A later version.`);
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const notice = page.locator(".notice", { hasText: "new version" });
    await notice.waitFor();
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
    await notice.getByRole("button", { name: "Reload now" }).click();
    await page.waitForFunction(() => !("isSamePage" in window));
    await page.locator(".bar").waitFor();
    expect(await cardOf(page, "Koh-e-Sabz")).toContain("Sabz");
    expect(server.answered.filter((path) => path.startsWith("assets/strikes-"))).not.toEqual([]);

    server.instead.set("sw.js", readFileSync(join(DIST, "sw-off.js"), "utf8"));
    await page.reload();
    await expect.poll(() => traces(page), { timeout: 60_000 }).toEqual({ workers: 0, caches: 0 });
    await atlas.close();
    await server.stop();
  });

  it("a new version that another tab takes over ends no import, and the parts of the one before still come", async () => {
    const server = await servePlainly();
    const atlas = await openAtlas("#v=1&lang=en", { ...OPTIONS, base: server.base });
    const { page } = atlas;
    await isKept(page);
    const other = await page.context().newPage();
    await other.goto(`${server.base}#v=1&lang=en`);
    await other.locator(".bar").waitFor();
    await page.locator("#own-add").waitFor();
    await page.evaluate(() => {
      const rows = Array.from({ length: 200_000 }, (_, at) => `Well ${at},${60 + (at % 1000) / 500},27\n`);
      const carried = new DataTransfer();
      carried.items.add(new File(["title,lon,lat\n", ...rows], "many.csv"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    });
    await page.getByRole("button", { name: "Read", exact: true }).click();
    server.instead.set("sw.js", `${readFileSync(join(DIST, "sw.js"), "utf8")}\n// A later version.`);
    await other.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await other.locator(".notice").getByRole("button", { name: "Reload now" }).click();
    await other.locator(".bar").waitFor();
    await page.getByRole("heading", { name: "What was read" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#search").fill("Well 199999");
    await page.locator(".search__option", { hasText: "Well 199999" }).waitFor();
    await page.locator("#search").press("Escape");
    await page.locator("#tab-measure").click();
    await page.locator(".measure").waitFor();
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
    await server.stop();
  });

  it("an embed leaves nothing on the device", async () => {
    const server = await servePlainly();
    const atlas = await openAtlas("embed.html#v=1&lang=en", { ...OPTIONS, base: server.base });
    await atlas.page.locator("#embed svg").first().waitFor({ state: "attached" });
    await atlas.page.waitForLoadState("networkidle");
    expect(await traces(atlas.page)).toEqual({ workers: 0, caches: 0 });
    expect(server.answered).not.toContain("sw.js");
    await atlas.close();
    await server.stop();
  });
});
