import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, LineString } from "geojson";
import { afterAll, expect, it } from "vitest";
import { askedTwice, closeBrowser, mapIsIdle, openAtlas } from "./atlas-page";

afterAll(closeBrowser);

const border = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../data/border-full.geojson"), "utf8"),
) as FeatureCollection<LineString>;

it("opens on the map; a click on a port opens its card, which the link keeps", async () => {
  const atlas = await openAtlas("#v=1&map=9/25.1105/62.3396&layers=border,ports", {
    viewport: { width: 800, height: 480 },
  });
  const { page } = atlas;
  await mapIsIdle(page);
  expect(await page.locator("#map canvas").count()).toBe(1);
  const archives = ["basemap-osm", "basemap-open", "relief"];
  for (const name of archives) expect(atlas.requests).toContain(`/basemap/${name}.pmtiles`);
  expect(askedTwice(atlas)).toEqual([]);

  const map = await page.locator("#map").boundingBox();
  if (!map) throw new Error("the map has no box");
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await page.locator("#card-title").waitFor();
  expect(await page.locator("#card-title").textContent()).toContain("Gwadar");
  await page.waitForFunction(() => location.hash.includes("sel=ports/"));

  await page.reload();
  await page.locator("#card-title").waitFor();
  expect(await page.locator("#card-title").textContent()).toContain("Gwadar");

  // Without a graphics card a movement moves the last picture; a new one is there once the map rests.
  await page.keyboard.press("Escape");
  const pictureMovement = () => page.locator("#map canvas").evaluate((canvas) => canvas.style.transform);
  await mapIsIdle(page);
  await page.mouse.move(map.x + 300, map.y + 200);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) await page.mouse.move(map.x + 300 - step * 10, map.y + 200);
  await page.waitForFunction(() => /translate/.test(document.querySelector("canvas")?.style.transform ?? ""));
  expect(await pictureMovement()).toMatch(/^translate\(-\d+(?:\.\d+)?px, [-\d.e]+px\) scale\(1\)$/);
  await page.mouse.up();
  await page.waitForFunction(() => !location.hash.includes("map=9/25.1105/62.3396"));
  await mapIsIdle(page);
  expect(await pictureMovement()).toBe("");

  // Pointing at the border shows its kilometre; Mercator laid out by hand: 512 px to the world at zoom 0.
  await page.goto(new URL("#v=1&lang=en&map=8/27.2/63.3&layers=border", page.url()).href);
  await page.reload();
  await mapIsIdle(page);
  const mercator = (degrees: number) => (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI;
  const perDegree = (512 * 2 ** 8) / 360;
  const [first] = border.features;
  const [lng = 0, lat = 0] =
    first?.geometry.coordinates.find(([east = 0, north = 0]) => east > 63.2 && Math.abs(north - 27.1) < 0.2) ?? [];
  const x = map.x + map.width / 2 + (lng - 63.3) * perDegree;
  const y = map.y + map.height / 2 - (mercator(lat) - mercator(27.2)) * perDegree;
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  await page.locator(".name-tag small", { hasText: /Border-km: 5\d\d\.\d km from the tripoint/ }).waitFor();
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});
