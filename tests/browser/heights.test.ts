import { PNG } from "pngjs";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const ONLINE_RELIEF = /^https:\/\/s3\.amazonaws\.com\/elevation-tiles-prod\/terrarium\/(\d+)\/\d+\/\d+\.png$/;

/** A terrarium tile of flat land: metres = red × 256 + green + blue / 256 − 32,768, as Tilezen publishes it. */
function flatTile(meters: number): Buffer {
  const tile = new PNG({ width: 256, height: 256 });
  const raised = meters + 32_768;
  for (let at = 0; at < tile.data.length; at += 4) {
    tile.data.set([Math.floor(raised / 256), raised % 256, 0, 255], at);
  }
  return PNG.sync.write(tile);
}

it("heights along the border are those of the bundled relief, or of the finer one that the reader chose", async () => {
  const zooms = new Set<number>();
  const atlas = await openAtlas("online.html#v=1&lang=en", {
    flags: WITHOUT_WEBGL,
    prepare: (page) =>
      page.route(/^https:/, (route) => {
        const zoom = ONLINE_RELIEF.exec(route.request().url())?.[1];
        if (zoom === undefined) return route.abort();
        zooms.add(Number(zoom));
        return route.fulfill({
          contentType: "image/png",
          body: flatTile(1235),
          headers: { "access-control-allow-origin": "*" },
        });
      }),
  });
  const { page } = atlas;
  await page.locator("#tab-learn").click();
  await page.getByRole("button", { name: "Land and globe" }).click();
  const followBorder = () => page.getByRole("button", { name: "Heights along the border" }).click();
  await followBorder();
  const summary = page.getByText(/highest .* lowest/);
  // The line begins on a mountain and ends at the sea; the relief is known in steps of up to 45 m.
  const [, highest = "", lowest = ""] =
    /highest ([\d,]+) m.*lowest (-?[\d,]+) m/.exec((await summary.textContent()) ?? "") ?? [];
  expect(Number(highest.replace(",", ""))).toBeGreaterThan(1200);
  expect(Number(highest.replace(",", ""))).toBeLessThan(2500);
  expect(Math.abs(Number(lowest.replace(",", "")))).toBeLessThan(60);
  await page.getByText("2 minutes of arc").waitFor();
  expect(zooms.size).toBe(0);

  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: /Terrain Tiles/ }).check();
  await page.keyboard.press("Escape");
  await followBorder();
  await page.getByText(/highest 1,235 m.*lowest 1,235 m/).waitFor();
  await page.getByText(/Terrain Tiles .* with a point every [\d.,]+ (?:m|km)/).waitFor();
  expect(Math.min(...zooms)).toBeGreaterThan(6);
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});
