import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type AtlasPage, closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

const ROOT = join(import.meta.dirname, "../..");

interface ManifestEntry {
  readonly id: string;
  readonly file: string;
  readonly title: { readonly en: string };
}

const { layers } = JSON.parse(readFileSync(join(ROOT, "data/layers.json"), "utf8")) as { layers: ManifestEntry[] };
const recordsOf = (file: string) =>
  (JSON.parse(readFileSync(join(ROOT, "data", file), "utf8")) as { features: unknown[] }).features.length;

afterAll(closeBrowser);

const open = (hash: string) => openAtlas(hash, { flags: WITHOUT_WEBGL });

async function silentEnd(atlas: AtlasPage): Promise<void> {
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
}

describe("without WebGL", () => {
  it("says so, draws the map as a picture, and its features open their cards from the keyboard", async () => {
    const atlas = await open("#v=1&lang=en&layers=border,ports");
    const { page } = atlas;
    await page.locator(".static-notice").waitFor();
    const port = page.locator('#map svg [role="button"][data-key="ports/port-gwadar"]');
    await port.waitFor();
    await port.focus();
    await page.keyboard.press("Enter");
    await page.locator("#card-title").waitFor();
    expect(await page.locator("#card-title").textContent()).toContain("Gwadar");
    await silentEnd(atlas);
  });

  it("every subject is in the legend with its count, and every record in the list", async () => {
    const atlas = await open("#v=1&lang=en");
    const { page } = atlas;
    const total = layers.reduce((sum, { file }) => sum + recordsOf(file), 0);
    await page.locator("#tab-explore").click();
    for (const { title, file } of layers) {
      const row = page.locator(".layer").filter({ has: page.getByText(title.en, { exact: true }) });
      await row.locator(".layer__count").waitFor();
      expect(await row.locator(".layer__count").textContent()).toBe(String(recordsOf(file)));
    }
    await page.locator("#tab-list").click();
    await page
      .locator(".listing__rows li")
      .nth(total - 1)
      .waitFor({ state: "attached" });
    expect(await page.locator(".listing__rows li").count()).toBe(total);
    await silentEnd(atlas);
  });

  it("a place is found by its Persian name, opened, kept by reloading, and left by the back button", async () => {
    const atlas = await open("#v=1&lang=en");
    const { page } = atlas;
    await page
      .locator(".layer__count")
      .nth(layers.length - 1)
      .waitFor();
    await page.locator("#search").fill("چابهار");
    await page.locator("[role=option]").first().waitFor();
    await page.locator("[role=option]").filter({ hasText: "Shahid Beheshti" }).first().click();
    await page.locator("#card-title").waitFor();
    const title = await page.locator("#card-title").textContent();
    await page.waitForFunction(() => location.hash.includes("sel=ports/"));
    await page.reload();
    await page.locator("#card-title").waitFor();
    expect(await page.locator("#card-title").textContent()).toBe(title);
    await page.goBack();
    await page.waitForFunction(() => document.getElementById("card-title") === null);
    await silentEnd(atlas);
  });

  it("Esc closes a card and gives the focus back to the row it came from", async () => {
    const atlas = await open("#v=1&lang=en");
    const { page } = atlas;
    await page.locator("#tab-list").click();
    const row = page.locator(".listing__rows button").filter({ hasText: "Gwadar" }).first();
    await row.waitFor();
    const name = await row.locator(".row__name").textContent();
    await row.focus();
    await page.keyboard.press("Enter");
    await page.locator("#card-title").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.getElementById("card-title") === null);
    expect(await page.evaluate(() => document.activeElement?.querySelector(".row__name")?.textContent)).toBe(name);
    await silentEnd(atlas);
  });
});
