import { afterAll, expect, it } from "vitest";
import { closeBrowser, mapIsIdle, openAtlas } from "./atlas-page";

afterAll(closeBrowser);

it("opens on the map; a click on a port opens its card, which the link keeps", async () => {
  const atlas = await openAtlas("#v=1&map=9/25.1105/62.3396&layers=border,ports", {
    viewport: { width: 800, height: 480 },
  });
  const { page } = atlas;
  await mapIsIdle(page);
  expect(await page.locator("#map canvas").count()).toBe(1);
  const archives = ["basemap-osm", "basemap-open", "relief"];
  for (const name of archives) expect(atlas.requests).toContain(`/basemap/${name}.pmtiles`);

  const map = await page.locator("#map").boundingBox();
  if (!map) throw new Error("the map has no box");
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await page.locator("#card-title").waitFor();
  expect(await page.locator("#card-title").textContent()).toContain("Gwadar");
  await page.waitForFunction(() => location.hash.includes("sel=ports/"));

  await page.reload();
  await page.locator("#card-title").waitFor();
  expect(await page.locator("#card-title").textContent()).toContain("Gwadar");
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});
