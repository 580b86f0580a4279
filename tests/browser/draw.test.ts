import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

it("an area drawn by the keyboard is still there after a reload, can be undone, and is taken away as it was drawn", async () => {
  const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL, acceptDownloads: true });
  const { page } = atlas;
  await page.locator("#tab-draw").click();
  await page.getByLabel("Area", { exact: true }).check();
  const position = page.getByLabel("Position", { exact: true });
  for (const text of ["27.5, 62.5", "27°30'N 63°30'E"]) {
    await position.fill(text);
    await position.press("Enter");
  }
  await page.getByText("2 positions so far").waitFor();
  // The tab is lost in the middle of the area.
  await page.reload();
  await page.locator("#tab-draw").click();
  await page.getByText("2 positions so far").waitFor();
  await page.getByLabel("Area", { exact: true }).check();
  await position.fill("29,5 60,87");
  await position.press("Enter");
  await page.getByText("Decimal commas cannot be told").waitFor();
  await position.fill("28.5, 63");
  await position.press("Enter");
  await page.getByRole("button", { name: "Finish" }).click();
  const title = page.getByLabel("Title", { exact: true });
  await title.fill("<img src=x onerror=alert(1)>");
  await title.press("Tab");
  await page.getByText("Drawn (1)").waitFor();

  await page.reload();
  await page.locator("#tab-draw").click();
  const item = page.locator(".draw__item");
  await item.getByText("<img src=x onerror=alert(1)>").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await item.getByText("Untitled area").waitFor();
  await page.getByRole("button", { name: "Redo" }).click();
  await item.getByText("<img src=x onerror=alert(1)>").waitFor();

  await page.locator(".draw").getByRole("button", { name: "Get the data" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the file" }).click(),
  ]);
  const { features } = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(features).toHaveLength(1);
  expect(features[0].geometry).toEqual({
    type: "Polygon",
    coordinates: [
      [
        [62.5, 27.5],
        [63.5, 27.5],
        [63, 28.5],
        [62.5, 27.5],
      ],
    ],
  });
  expect(features[0].properties.title).toBe("<img src=x onerror=alert(1)>");
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});
