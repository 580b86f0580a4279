import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import points from "../fixtures/oracle/point_to_point.json";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const pair = points.cases.find(({ id }) => id === "Gwadar-Taftan");

async function savedText(download: Promise<{ path(): Promise<string> }>): Promise<string> {
  return readFileSync(await (await download).path(), "utf8");
}

it("a distance between typed positions is the oracle's, stays in the link, and can be taken away", async () => {
  if (!pair) throw new Error("the oracle has no such pair");
  const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL });
  const { page } = atlas;
  await page.locator("#tab-measure").click();
  for (const [label, [lng, lat]] of [
    ["From", pair.a],
    ["To", pair.b],
  ] as const) {
    const field = page.getByLabel(label, { exact: true });
    await field.fill(`${lat}, ${lng}`);
    await field.press("Enter");
    await page.locator(".end-picker__chosen").getByText(`${lat}, ${lng}`).waitFor();
  }
  const figure = page.locator(".measure .figure");
  await figure.waitFor();
  expect(await figure.textContent()).toBe(`${(pair.dist_m / 1000).toFixed(1)} km`);

  const [saved] = await Promise.all([
    savedText(page.waitForEvent("download")),
    page.getByRole("button", { name: "GeoJSON" }).click(),
  ]);
  const collection = JSON.parse(saved);
  const distance = collection.features.find(
    ({ properties }: { properties: { meters?: number } }) => properties.meters !== undefined,
  );
  expect(Math.abs(distance.properties.meters - pair.dist_m)).toBeLessThan(1e-3);
  expect(saved).toContain("wgs84-geodesic");
  expect(saved).toContain("ODbL");

  await page.reload();
  await page.locator("#tab-measure").click();
  await figure.waitFor();
  expect(await figure.textContent()).toBe(`${(pair.dist_m / 1000).toFixed(1)} km`);
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});

it("a corridor has the oracle's area, follows the slider and refuses a width out of range beside the field", async () => {
  const atlas = await openAtlas("#v=1&lang=en&corridor=61.595,28.99:25", { flags: WITHOUT_WEBGL });
  const { page } = atlas;
  await page.locator("#tab-measure").click();
  const area = page.locator(".corridor-answer .figure");
  await area.waitFor();
  // 1,963.4867 km² by the oracle (taftan_25km).
  expect(await area.textContent()).toBe("1,963 km²");

  const width = page.getByRole("spinbutton");
  await width.fill("900");
  await width.press("Enter");
  await page.locator(".width-picker .error[role=alert]").waitFor();
  expect(await area.textContent()).toBe("1,963 km²");
  await width.fill("5");
  await width.press("Enter");
  // 78.5396 km² by the oracle (taftan_5km).
  await page.locator(".corridor-answer .figure", { hasText: "78.5 km²" }).waitFor();
  expect(new URL(page.url()).hash).toContain("corridor=61.595,28.99:5");

  await page.getByRole("slider").press("End");
  // π · 250² is 196,350 km²; on the curved Earth a circle holds a little less.
  await page.locator(".corridor-answer .figure", { hasText: /^196,[0-3]\d\d km²$/ }).waitFor();
  expect(new URL(page.url()).hash).toContain(":250");
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});

it("the border has places in the order of their kilometres, and a length that shrinks with the tolerance", async () => {
  const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL });
  const { page } = atlas;
  await page.locator("#tab-measure").click();
  await page.getByRole("button", { name: "Along the border" }).click();
  await page.locator(".figures-table tbody tr").nth(9).waitFor();
  const texts = await page.locator(".figures-table tbody tr td:first-child").allTextContents();
  const km = texts.map((text) => Number(text.replaceAll(",", "")));
  expect(km.every(Number.isFinite)).toBe(true);
  expect(km).toEqual([...km].sort((a, b) => a - b));

  const field = page.getByLabel("Go to border-km");
  await field.fill("5000");
  await field.press("Enter");
  await page.locator(".measure .error[role=alert]", { hasText: "no kilometre 5,000" }).waitFor();
  await field.fill("0");
  await field.press("Enter");
  // The tripoint as the line of the border dossier has it.
  await page.locator(".measure bdi[dir=ltr]", { hasText: "29.85" }).waitFor();
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes("f=km:0"));

  await page.getByRole("button", { name: "How long is it?" }).click();
  const length = page.locator(".measure .figure strong");
  await page.getByRole("slider").press("Home");
  // 1,023.3 km is the published length of the line at full detail.
  await page.locator(".measure .figure strong", { hasText: "1,023.3 km" }).waitFor();
  await page.getByRole("slider").press("End");
  await page.locator(".measure .figure strong", { hasNotText: "1,023.3 km" }).waitFor();
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes("f=tolerance:10000"));
  expect(Number.parseFloat(((await length.textContent()) ?? "").replaceAll(",", ""))).toBeLessThan(1000);
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});
