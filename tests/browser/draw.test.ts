import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

it("a drawn corner is dragged by the mouse, and taken off by a right click and by a finger that rests", async () => {
  const atlas = await openAtlas("#v=1&lang=en&map=7/27.5/62.5&layers=border", { flags: WITHOUT_WEBGL, hasTouch: true });
  const { page } = atlas;
  await page.locator("#tab-draw").click();
  await page.getByLabel("Area", { exact: true }).check();
  const position = page.getByLabel("Position", { exact: true });
  const corners = ["27.2, 62.3", "27.2, 63.1", "27.7, 63.1", "27.7, 62.3", "27.9, 62.7"];
  for (const text of corners) {
    await position.fill(text);
    await position.press("Enter");
  }
  await page.getByText("5 positions so far").waitFor();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Draw on the map" }).click();
  await page.locator("#map svg").first().waitFor();
  const field = page.getByLabel(/^Positions/);
  const drawn = async () => (await field.inputValue()).split("\n").map((line) => line.split(", ").map(Number));
  /** Where a position lies on the screen: the map is Web Mercator with 512 px to the world at zoom 0. */
  const placeOf = async (lat = 0, lng = 0) => {
    const box = await page.locator("#map").boundingBox();
    const size = 512 * 2 ** 7;
    const y = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI);
    return {
      x: (box?.x ?? 0) + (box?.width ?? 0) / 2 + ((lng - 62.5) / 360) * size,
      y: (box?.y ?? 0) + (box?.height ?? 0) / 2 - (y(lat) - y(27.5)) * size,
    };
  };
  // Every corner that can be dragged is marked.
  await page.waitForFunction(
    (marks) => document.querySelectorAll("#map [id$=overlays] circle").length === marks,
    corners.length,
  );
  const from = await placeOf(27.2, 63.1);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 15);
  await page.mouse.move(from.x + 40, from.y + 30);
  await page.mouse.up();
  await page.waitForFunction(() => !document.querySelector("textarea[dir=ltr]")?.textContent?.includes("27.2, 63.1"));
  const [, moved = []] = await drawn();
  const to = await placeOf(...moved);
  expect(Math.hypot(to.x - from.x - 40, to.y - from.y - 30)).toBeLessThan(1);

  const count = (wanted: number) =>
    page.waitForFunction(
      (lines) => document.querySelector<HTMLTextAreaElement>("textarea[dir=ltr]")?.value.split("\n").length === lines,
      wanted,
    );
  const first = await placeOf(27.2, 62.3);
  await page.mouse.click(first.x, first.y, { button: "right" });
  await count(4);
  const last = await placeOf(27.9, 62.7);
  const finger = await page.context().newCDPSession(page);
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: last.x, y: last.y }] });
  await count(3);
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  // An area needs its last three.
  const third = await placeOf(27.7, 62.3);
  await page.mouse.click(third.x, third.y, { button: "right" });
  await page.locator("[role=status]").getByText("It needs at least 3 positions.").waitFor({ state: "attached" });
  expect(await drawn()).toHaveLength(3);
  await page.getByText("Drawn (1)").waitFor();
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});

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
