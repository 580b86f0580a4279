import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import fa from "../../src/state/language/catalogue/fa.json";
import { closeBrowser, mapIsIdle, openAtlas } from "./atlas-page";

afterAll(closeBrowser);

/** The words of Chromium and MapLibre on what could not be loaded, and on a graphics card that was taken away. */
const CHROMIUM =
  /Failed to load resource|net::ERR_|CONTEXT_LOST_WEBGL|context lost|Worker failed to load|broken drawing process/i;

/** Takes the graphics card away from the map; answers what gives it back. */
const loseCard = (page: Page) =>
  page.locator(".map-frame canvas").evaluateHandle((canvas: HTMLCanvasElement) => {
    const lent = canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    if (!lent) throw new Error("the context cannot be lost");
    lent.loseContext();
    return lent;
  });

it("failing tiles are told once; a lost graphics card is told after five seconds, and the map comes back by itself", async () => {
  const atlas = await openAtlas("#v=1&lang=en&map=7/27/62", {
    prepare: (page) => page.route(/\.pmtiles/, (route) => route.fulfill({ status: 404, body: "" })),
  });
  const { page } = atlas;
  await page.getByRole("alert").filter({ hasText: "Part of the base map did not arrive" }).waitFor();
  expect(await page.locator(".notice").count()).toBe(1);
  await page.getByRole("button", { name: "Dismiss" }).last().click();
  await mapIsIdle(page);
  expect(await page.locator(".notice").count()).toBe(0);

  const card = await loseCard(page);
  const notice = page.locator(".notice", { hasText: "lost its connection to the graphics card" });
  await notice.waitFor();
  await notice.getByRole("button", { name: "Reload the page" }).waitFor();
  await notice.getByRole("button", { name: "Open the list" }).click();
  await page.locator(".listing__rows .row").first().click();
  await page.locator(".card h2").waitFor();
  await card.evaluate((lent) => lent.restoreContext());
  await mapIsIdle(page);
  expect(await page.locator("#map canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(0);
  expect(await page.locator(".notice").count()).toBe(0);
  expect(atlas.complaints.filter((text) => !CHROMIUM.test(text))).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});

it.each([
  ["is missing", { status: 404, body: "" }],
  ["throws", { contentType: "text/javascript", body: 'throw new Error("broken drawing process")' }],
  ["never answers", { contentType: "text/javascript", body: "onmessage = () => {};" }],
])("a map whose worker %s says so, and everything else works; a new load mends it", async (_, answer) => {
  const atlas = await openAtlas("#v=1&lang=en", {
    prepare: async (page) => {
      await page.clock.install();
      await page.route(/maplibre-gl-worker/, (route) => route.fulfill(answer));
    },
  });
  const { page } = atlas;
  await page.locator("#map canvas").waitFor();
  await page.clock.fastForward(31_000);
  const notice = page.locator(".notice", { hasText: "cannot start its drawing process" });
  await notice.getByRole("button", { name: "Reload the page" }).waitFor();
  await notice.getByRole("button", { name: "Open the list" }).click();
  await page.locator(".listing__rows .row").first().click();
  await page.locator(".card h2").waitFor();
  const { hash } = new URL(page.url());
  await page.unroute(/maplibre-gl-worker/);
  const [worker] = await Promise.all([page.waitForResponse(/maplibre-gl-worker/), page.reload()]);
  expect(worker.ok()).toBe(true);
  await page.locator(".card h2").waitFor();
  expect(new URL(page.url()).hash).toBe(hash);
  expect(await notice.count()).toBe(0);
  expect(atlas.complaints.filter((text) => !CHROMIUM.test(text))).toEqual([]);
  await atlas.close();
});

/** A link that brings two points, painted at once over the poster. */
const linkedPoints = (page: Page) =>
  page.route("**/wells.csv", (route) =>
    route.fulfill({ contentType: "text/csv", body: "title,lon,lat\nWest well,61,27\nEast well,63,27\n" }),
  );

it("what a link brings stays in sight and follows the map while the map's worker is dead, and its graphics card lost", async () => {
  const atlas = await openAtlas("#v=1&lang=en&map=6/27/62&data=wells.csv", {
    prepare: async (page) => {
      await linkedPoints(page);
      await page.route(/maplibre-gl-worker/, (route) =>
        route.fulfill({ contentType: "text/javascript", body: "onmessage = () => {};" }),
      );
    },
  });
  const { page } = atlas;
  await page.locator(".map-frame canvas").waitFor({ state: "attached" });
  await loseCard(page);
  // Longer than the rest of the map waits for the points.
  await page.waitForTimeout(4000);
  const isPainted = () =>
    page.locator(".first-picture").evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext("2d");
      copy?.drawImage(canvas, 0, 0);
      return copy?.getImageData(0, 0, width, height).data.some((byte) => byte > 0) ?? false;
    });
  expect(await isPainted()).toBe(true);
  await page.locator("#tab-list").click();
  await page.locator(".listing__rows .row", { hasText: "West well" }).click();
  await page.locator(".card h2", { hasText: "West well" }).waitFor();
  expect(await isPainted()).toBe(true);
  await page.unroute(/maplibre-gl-worker/);
  await page.reload();
  await mapIsIdle(page);
  expect(await page.locator(".first-picture, .poster").count()).toBe(0);
  expect(atlas.complaints.filter((text) => !CHROMIUM.test(text))).toEqual([]);
  await atlas.close();
});

it("a graphics card lost while the map takes over from what a link brought comes back with all of it", async () => {
  const atlas = await openAtlas("#v=1&lang=en&map=6/27/62&data=wells.csv", {
    viewport: { width: 700, height: 500 },
    prepare: linkedPoints,
  });
  const { page } = atlas;
  await page.locator(".map-frame canvas").waitFor({ state: "attached" });
  const card = await loseCard(page);
  await page.waitForTimeout(500);
  await card.evaluate((lent) => lent.restoreContext());
  await mapIsIdle(page);
  expect(await page.locator(".first-picture, .poster").count()).toBe(0);
  await page.waitForFunction(() => document.documentElement.dataset.own === "painted");
  expect(await page.locator("[data-own-count='2']").count()).toBe(1);
  expect(atlas.complaints.filter((text) => !CHROMIUM.test(text))).toEqual([]);
  await atlas.close();
});

it("tiles that fail while panning are told once, and the view goes where the reader went", async () => {
  const atlas = await openAtlas("#v=1&lang=en&map=6/27/62");
  const { page } = atlas;
  await page.waitForResponse(/\.pmtiles/);
  await page.locator("#map canvas").waitFor();
  expect(await page.locator(".notice").count()).toBe(0);
  await page.route(/\.pmtiles/, (route) => route.fulfill({ status: 404, body: "" }));
  await page.evaluate(() => {
    location.hash = "#v=1&lang=en&map=9/25.2/61.5";
  });
  await page.getByRole("alert").filter({ hasText: "Part of the base map did not arrive" }).waitFor();
  expect(await page.locator(".notice").count()).toBe(1);
  await page.getByRole("button", { name: "Dismiss" }).last().click();
  await page.locator("#tab-list").click();
  await page.locator(".listing__rows .row").first().click();
  await page.locator(".card h2").waitFor();
  expect(await page.locator(".notice").count()).toBe(0);
  expect(atlas.complaints.filter((text) => !CHROMIUM.test(text))).toEqual([]);
  await atlas.close();
});

it("a graphics card lost during an import and during an export takes neither with it, and the map comes back", async () => {
  const atlas = await openAtlas("#v=1&lang=en&map=7/27/62");
  const { page } = atlas;
  await mapIsIdle(page);
  await page.locator("#own-add").waitFor();
  await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(["name,lon,lat\nOne,62,27\nTwo,62.1,27.1\n"], "wells.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  });
  const read = page.getByRole("button", { name: "Read", exact: true });
  await read.waitFor();
  const first = await loseCard(page);
  await read.click();
  await page.getByRole("heading", { name: "What was read" }).waitFor();
  await page.keyboard.press("Escape");
  await first.evaluate((lent) => lent.restoreContext());
  await page.locator('[data-own-count="2"]').waitFor();
  await mapIsIdle(page);

  await page.getByRole("button", { name: "Get the data" }).click();
  const save = page.getByRole("button", { name: "Save the file" });
  await save.waitFor();
  const second = await loseCard(page);
  const [saved] = await Promise.all([page.waitForEvent("download"), save.click()]);
  expect(await saved.failure()).toBeNull();
  await page.keyboard.press("Escape");
  await second.evaluate((lent) => lent.restoreContext());
  await mapIsIdle(page);
  expect(await page.locator('[data-own-count="2"]').count()).toBe(1);
  expect(atlas.complaints.filter((text) => !CHROMIUM.test(text))).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});

it("a graphics card lost in an embed is told there, and its map comes back; the map leaves the wheel to the page and says how to zoom", async () => {
  const atlas = await openAtlas("embed/fa/#v=1&lang=fa&map=7/27/62&embed=start:full");
  const { page } = atlas;
  await mapIsIdle(page);
  expect(await page.locator("#map canvas").first().getAttribute("aria-label")).toBe(fa["maplibre.Map.Title"]);
  const before = await page.evaluate(() => location.hash);
  await page.locator("#map canvas").first().hover();
  await page.mouse.wheel(0, -240);
  const help = page.locator(".maplibregl-cooperative-gesture-screen.maplibregl-show .maplibregl-desktop-message");
  await help.waitFor();
  expect(await help.textContent()).toBe(fa["maplibre.CooperativeGesturesHandler.WindowsHelpText"]);
  expect(await page.evaluate(() => location.hash)).toBe(before);

  const card = await loseCard(page);
  const notice = page.locator(".notice", { hasText: fa["notice.map-lost"] });
  await notice.waitFor();
  await card.evaluate((lent) => lent.restoreContext());
  await mapIsIdle(page);
  expect(await notice.count()).toBe(0);
  expect(atlas.complaints.filter((text) => !CHROMIUM.test(text))).toEqual([]);
  await atlas.close();
});
