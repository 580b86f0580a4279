import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { chromium, type Page } from "playwright-core";
import { afterAll, expect, inject, it } from "vitest";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/chromium";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const wells = readFileSync("tests/fixtures/own/wells.csv", "utf8");

it("settings, lesson and layers survive a killed tab, are taken away whole, and are erased to the last trace", async () => {
  const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL, acceptDownloads: true });
  const { page } = atlas;
  await page.locator("#own-add").waitFor();
  await page.evaluate((text) => {
    localStorage.setItem("sarhad:1:own-lesson", '{"spoiled": "<img src=x onerror=alert(1)>"');
    localStorage.setItem("another-site", "stays");
    const carried = new DataTransfer();
    carried.items.add(new File([text], "wells.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  }, wells);
  await page.getByLabel(/^Title/).selectOption({ label: "well" });
  await page.getByLabel(/Keep it on this device/).check();
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await page.getByText("Kept on this device.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("nautical miles").check();

  await page.goto("about:blank");
  await page.goBack();
  await page.locator("#tab-explore").click();
  await page.getByRole("button", { name: "Remove wells" }).waitFor();
  await page.locator("#tab-learn").click();
  await page.getByRole("button", { name: "Make your own" }).click();
  await page.getByText("A lesson kept here could not be read any more.").waitFor();
  await page.getByRole("button", { name: "Settings" }).click();
  expect(await page.getByLabel("nautical miles").isChecked()).toBe(true);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Take everything away as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^sarhad-kept-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(readFileSync(await download.path()));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const settings = JSON.parse(text("settings.json")) as Record<string, string>;
  expect(settings["sarhad:1:unit"]).toBe("nmi");
  expect(settings["sarhad:1:own-lesson-unreadable"]).toContain("spoiled");
  expect(settings["another-site"]).toBeUndefined();
  const { stores } = JSON.parse(text("sarhad-own.json"));
  const { title, columns } = stores.layers[0].value;
  expect(title).toBe("wells");
  expect(Buffer.from(columns.titles.bytes.base64, "base64").toString()).toContain("North well");
  const lats = new Float64Array(new Uint8Array(Buffer.from(columns.lat.base64, "base64")).buffer);
  expect([...lats]).toEqual([28.9, 27.2, 26.2]);

  await page.getByRole("button", { name: "Erase everything …" }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.evaluate(() => sessionStorage.setItem("sarhad:1:mappings", "[]"));
  await page.getByRole("button", { name: "Erase everything …" }).click();
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: "Erase everything", exact: true }).click(),
  ]);
  await page.locator("#own-add").waitFor();
  expect(await page.getByRole("button", { name: "Remove wells" }).count()).toBe(0);
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    values: JSON.stringify({ ...localStorage }),
    passing: Object.keys(sessionStorage),
  }));
  expect(left.databases).toEqual([]);
  expect(left.passing).not.toContain("sarhad:1:mappings");
  expect(left.values).not.toMatch(/spoiled|nmi|own-kept/);
  expect(left.values).toContain("stays");
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});

it("a page that comes back as it was left takes over what another tab has drawn meanwhile, and works on", async () => {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, ...WITHOUT_WEBGL],
    // Playwright has Chromium forget pages that are left.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage();
    const uncaught: string[] = [];
    page.on("pageerror", ({ message }) => uncaught.push(message));
    await page.addInitScript(() => {
      addEventListener("pageshow", ({ persisted }) => {
        document.documentElement.dataset.persisted = String(persisted);
      });
    });
    const draw = async (tab: Page, text: string, count: number) => {
      const position = tab.getByLabel("Position", { exact: true });
      await position.fill(text);
      await position.press("Enter");
      await tab.getByText(`Drawn (${count})`).waitFor();
    };
    const address = new URL("#v=1&lang=en&corridor=61.595,28.99:25", inject("atlasUrl")).href;
    await page.goto(address);
    await page.locator("#tab-draw").click();
    await draw(page, "27.5, 62.5", 1);
    await page.goto(new URL("offline.json", inject("atlasUrl")).href);
    const other = await page.context().newPage();
    await other.goto(address);
    await other.locator("#tab-draw").click();
    await draw(other, "28.5, 62.5", 2);
    await page.bringToFront();
    // Such a page is not loaded again, and says nothing of it.
    await page.goBack({ waitUntil: "commit" });
    await page.locator("html[data-persisted=true]").waitFor({ state: "attached" });
    await page.getByText("Drawn (2)").waitFor();
    await draw(page, "29.5, 62.5", 3);
    await other.getByText("Drawn (3)").waitFor();
    // 1,963.4867 km² by the oracle (taftan_25km).
    await page.locator("#tab-measure").click();
    await page.locator(".corridor-answer .figure", { hasText: "1,963 km²" }).waitFor();
    expect(uncaught).toEqual([]);
  } finally {
    await browser.close();
  }
});
