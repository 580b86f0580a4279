import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";
import { tabTo } from "./tab-to";

afterAll(closeBrowser);

const WELLS = join(import.meta.dirname, "../fixtures/own/wells.csv");

/** Comes to a field by the Tab key and chooses a file in it by the Enter key. */
async function chooseFile(page: Page, path: string): Promise<void> {
  // Listened for from the start: the browser needs a moment to hand its dialog over, and a key may be quicker.
  const asked = page.waitForEvent("filechooser");
  await tabTo(page, page.locator("#own-add"));
  await page.keyboard.press("Enter");
  const field = page.locator(".own-data input[type=file]");
  await field.waitFor({ state: "attached" });
  await tabTo(page, field);
  await page.keyboard.press("Enter");
  await (await asked).setFiles(path);
  await page.getByRole("heading", { name: "What is what" }).waitFor();
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await target.waitFor();
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const focusIsIn = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.closest(wanted) != null, selector);

it("a table is brought, mapped, filtered and opened, a line is drawn, taken away and brought back, all by keys", async () => {
  const atlas = await openAtlas("#v=1&lang=en&layers=border", {
    flags: WITHOUT_WEBGL,
    acceptDownloads: true,
    viewport: { width: 1440, height: 900 },
  });
  const { page } = atlas;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.locator("#own-add").waitFor();

  await chooseFile(page, WELLS);
  await focusIsIn(page, ".own-data");
  const title = page.getByLabel(/^Title/);
  await tabTo(page, title);
  await page.keyboard.type("well");
  expect(await title.locator("option:checked").textContent()).toBe("well");
  await tabTo(page, page.getByLabel(/^Date/));
  await page.keyboard.type("drilled");
  await press(page, page.getByLabel(/Keep it on this device/), "Space");
  await press(page, button("Read"));
  await page.getByRole("heading", { name: "What was read" }).waitFor();
  await press(page, button("Show in the list"));
  await focusIsIn(page, "#tab-list");

  await press(page, page.locator(".listing__filters"));
  const category = page.locator(".filter", { hasText: "Category of own data" });
  await press(page, category.locator("summary"));
  await press(page, category.locator(".filter__value", { hasText: "water" }).locator("input"), "Space");
  await page.waitForFunction(() => location.hash.includes("f=category:water"));
  const rows = page.locator(".listing__rows .row");
  await page.waitForFunction(() => document.querySelectorAll(".listing__rows .row").length === 2);
  await tabTo(page, rows.first());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await focusIsIn(page, "#card-title");
  expect(await page.locator("#card-title").textContent()).toContain("South well");
  const link = page.url();
  await page.keyboard.press("Escape");
  await focusIsIn(page, ".listing__rows");

  // The link brings the same view back, over a reload, with what the device keeps.
  await page.goto(link);
  await page.reload();
  await page.getByRole("heading", { name: "South well" }).waitFor();
  await page.locator(".filter-chip", { hasText: "water" }).waitFor();
  expect(page.url()).toBe(link);
  await page.keyboard.press("Escape");

  await tabTo(page, page.locator('[role=tab][tabindex="0"], .tab[tabindex="0"]').first());
  while (!(await page.locator("#tab-draw").evaluate((tab) => tab === document.activeElement))) {
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Enter");
  const kind = page.locator(".draw__kinds input:checked");
  await kind.waitFor({ state: "attached" });
  await tabTo(page, kind);
  await page.keyboard.press("ArrowDown");
  expect(await page.getByLabel("Line", { exact: true }).isChecked()).toBe(true);
  await tabTo(page, page.getByLabel("Position", { exact: true }));
  for (const position of ["27.5, 62.5", "27.25, 63.125", "28, 63"]) {
    await page.keyboard.type(position);
    await page.keyboard.press("Enter");
  }
  await press(page, button("Finish"));
  await focusIsIn(page, ".draw__form");
  await page.keyboard.type("Road of =mine");
  await press(page, page.locator(".draw").getByRole("button", { name: "Get the data" }));
  await tabTo(page, page.locator("input[name=export-format]:checked"));
  await page.keyboard.press("ArrowDown");
  expect(await page.getByLabel("CSV", { exact: true }).isChecked()).toBe(true);
  const save = button("Save the file");
  await page.getByText("1 record.").waitFor();
  await tabTo(page, save);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const saved = readFileSync(await download.path(), "utf8");
  expect(saved).toContain("LINESTRING");
  await page.keyboard.press("Escape");
  await focusIsIn(page, ".draw");

  await tabTo(page, page.locator("#tab-draw"), "Shift+Tab");
  while (!(await page.locator("#tab-explore").evaluate((tab) => tab === document.activeElement))) {
    await page.keyboard.press("ArrowLeft");
  }
  await page.keyboard.press("Enter");
  await press(page, page.locator("#own-add"));
  await tabTo(page, page.locator(".own-data textarea"));
  await page.keyboard.insertText(saved);
  await press(page, button("Read the pasted text"));
  await page.getByRole("heading", { name: "What is what" }).waitFor();
  await press(page, button("Read"));
  await page.getByText("1 of 1 were taken.").waitFor();
  await press(page, button("Show in the list"));
  const back = page.locator(".listing__rows .row", { hasText: "Road of =mine" });
  await press(page, back.first());
  await focusIsIn(page, "#card-title");
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});
