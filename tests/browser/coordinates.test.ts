import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

/** One place six ways; the figures of the grids are proj4's and mgrs's for 29.5° N, 60.87° E. */
const SAME_PLACE = [
  "29.5, 60.87",
  "29° 30.000' N, 60° 52.200' E",
  "29°30'00\"N 60°52'12\"E",
  "41R 293520 3265274",
  "41R KN 93519 65273",
  "https://www.openstreetmap.org/?mlat=29.5&mlon=60.87#map=9/29/60",
];

it("coordinates typed in six forms lead to the same metre, and are copied in every form", async () => {
  const atlas = await openAtlas("#v=1&lang=en&map=9/28/61", {
    flags: WITHOUT_WEBGL,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const { page } = atlas;
  await page.locator("#tab-measure").click();
  const ends: [number, number][] = [];
  for (const text of SAME_PLACE) {
    const field = page.getByLabel("From", { exact: true });
    await field.fill(text);
    await page.locator(".end-picker__hits .row").first().waitFor();
    await field.press("Enter");
    await page.waitForFunction(() => location.hash.includes("from="));
    const [lng = 0, lat = 0] = (new URLSearchParams(new URL(page.url()).hash.slice(1)).get("from") ?? "")
      .split(",")
      .map(Number);
    ends.push([lng, lat]);
    await page.locator(".end-picker__chosen button").first().click();
    await page.waitForFunction(() => !location.hash.includes("from="));
  }
  for (const [lng, lat] of ends) {
    expect(Math.hypot((lng - 60.87) * 96_900, (lat - 29.5) * 110_850)).toBeLessThan(1);
  }

  // The middle of the map, by the keyboard alone, and by the right button.
  await page.locator("#map [tabindex]").first().focus();
  await page.keyboard.press("Shift+F10");
  const dialog = page.getByRole("dialog", { name: "Coordinates of this place" });
  await dialog.getByRole("row", { name: /^Degrees 28\.\d+, 61\.\d+/ }).waitFor();
  await dialog.getByRole("button", { name: "Copy: Military grid (MGRS)" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^41R [A-Z]{2}( \d{1,5}){2}$/);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.mouse.click(700, 350, { button: "right" });
  await dialog.waitFor();
  await page.keyboard.press("Escape");

  // The reader's choice of form is kept, and the card follows it.
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("dialog").getByLabel("UTM grid").check();
  await page.reload();
  await page.evaluate(() => {
    location.hash = "#v=1&lang=en&sel=towns/gwadar";
  });
  await page
    .locator(".card__position bdi", { hasText: /^41R \d+ \d+$/ })
    .first()
    .waitFor();
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});
