import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, mapIsIdle, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

/** A terrarium tile, all of it 1,000 m above the sea: 1,000 + 32,768 is 131 × 256 + 232. */
function levelTile(): Buffer {
  const tile = new PNG({ width: 256, height: 256 });
  for (let at = 0; at < tile.data.length; at += 4) tile.data.set([131, 232, 0, 255], at);
  return PNG.sync.write(tile);
}

async function openLand(page: Page): Promise<void> {
  await page.locator("#tab-learn").click();
  await page.locator(".learn__sections").getByRole("button", { name: "Land and globe" }).click();
}

it("heights along the border are told without WebGL, and by the online relief where that is the base map", async () => {
  const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL });
  await openLand(atlas.page);
  await atlas.page.getByRole("button", { name: "Heights along the border" }).click();
  const said = await atlas.page.locator("figcaption").textContent();
  // The tripoint stands at about 1,640 m, the other end at the sea.
  const [, highest = ""] = /highest ([\d,]+) m/.exec(said ?? "") ?? [];
  expect(Number(highest.replace(",", ""))).toBeGreaterThan(1_000);
  expect(Number(highest.replace(",", ""))).toBeLessThan(2_500);
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();

  const asked: string[] = [];
  const online = await openAtlas("online.html#v=1&lang=en&measure=61.1,28.5;61.2,28.7", {
    flags: WITHOUT_WEBGL,
    prepare: (page) =>
      page.route("https://s3.amazonaws.com/**", (route) => {
        asked.push(route.request().url());
        return route.fulfill({
          contentType: "image/png",
          headers: { "access-control-allow-origin": "*" },
          body: levelTile(),
        });
      }),
  });
  await online.page.getByRole("button", { name: "Settings" }).click();
  await online.page.getByLabel("Fine relief (Terrain Tiles)").check();
  await online.page.keyboard.press("Escape");
  await openLand(online.page);
  await online.page.getByRole("button", { name: "Heights along the measured line" }).click();
  await online.page.getByText("highest 1,000 m").waitFor();
  await online.page.getByText("Terrain Tiles (Mapzen, on AWS)").waitFor();
  expect(asked.length).toBeGreaterThan(0);
  for (const url of asked) expect(url).toMatch(/\/terrarium\/12\/\d+\/\d+\.png$/);
  expect(online.complaints).toEqual([]);
  await online.close();
});

/** The share of pixels of two pictures that differ by more than fading and rounding do. */
function shareChanged(before: Buffer, after: Buffer): number {
  const [a, b] = [PNG.sync.read(before).data, PNG.sync.read(after).data];
  let changed = 0;
  for (let at = 0; at < a.length; at += 4) {
    const most = Math.max(...[0, 1, 2].map((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0))));
    if (most > 6) changed++;
  }
  return (4 * changed) / a.length;
}

it("the land rises with its exaggeration, and lies flat again", async () => {
  // At this zoom raised and flat land have the same shade: what differs is where things stand.
  const atlas = await openAtlas("#v=1&lang=en&map=4/31/66/0/55&layers=border", {
    viewport: { width: 760, height: 420 },
  });
  const { page } = atlas;
  await openLand(page);
  const look = () => page.locator("#map canvas").screenshot();
  const draw = (times: string) => page.getByLabel("Height of the land").selectOption(times);
  const changed = (than: Buffer) =>
    expect.poll(async () => shareChanged(than, await look()), { timeout: 240_000, interval: 2000 });

  await mapIsIdle(page);
  let flat = await look();
  for (let now = await look(); shareChanged(flat, now) > 0.001; now = await look()) flat = now;
  await draw("8");
  await changed(flat).toBeGreaterThan(0.05);
  await draw("0");
  await changed(flat).toBeLessThan(0.05);
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});
