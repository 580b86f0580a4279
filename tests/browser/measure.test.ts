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

  // Ninety kilometres off the Makran coast there is nothing but sea.
  const offshore = await openAtlas("#v=1&lang=en&corridor=62,24.3:10", { flags: WITHOUT_WEBGL });
  await offshore.page.locator("#tab-measure").click();
  await offshore.page.locator(".corridor-answer .facts dt").first().waitFor();
  expect(await offshore.page.locator(".corridor-answer .facts dt").allTextContents()).toEqual(["sea"]);
  expect(offshore.complaints).toEqual([]);
  await offshore.close();
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

it("without WebGL the drawn map gives positions: border-km, picked ends, and vertices set, moved, inserted, removed", async () => {
  const link = "#v=1&lang=en&map=8/27.2/63&layers=border&measure=62.5,27.5~63.5,27.5";
  const atlas = await openAtlas(link, { flags: WITHOUT_WEBGL });
  const { page } = atlas;
  const drawn = async () =>
    (new URL(page.url()).hash.match(/measure=([^&]*)/)?.[1] ?? "").split("~").filter((pair) => pair !== "");
  const vertexCount = (count: number) =>
    page.waitForFunction(
      (wanted) => (location.hash.match(/measure=([^&]*)/)?.[1] ?? "").split("~").length === wanted,
      count,
    );
  await page.locator("#map g[data-key^='border/'] path").first().waitFor();
  await page.locator("#tab-measure").click();
  await page.getByRole("button", { name: "Line or area" }).click();
  // A leg can be dragged once its geodesic has arrived.
  const settled = () =>
    page.waitForFunction(
      () => document.querySelector(".outcome") && !document.querySelector(".outcome[aria-busy=true]"),
    );
  await settled();
  await page.locator(".desk__strip").waitFor();
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the map has no box");
  // 512 px to the world at zoom 0; at 27.2° N Mercator stretches by 1 / cos.
  const perDegree = (512 * 2 ** 8) / 360;
  const at = (lng: number, lat: number) => ({
    x: box.x + box.width / 2 + (lng - 63) * perDegree,
    y: box.y + box.height / 2 - ((lat - 27.2) * perDegree) / Math.cos((27.3 * Math.PI) / 180),
  });

  await page.getByRole("button", { name: "Add by clicks on the map" }).click();
  const clicked = at(63.2, 27);
  await page.mouse.click(clicked.x, clicked.y);
  await vertexCount(3);
  await settled();
  const [lng, lat] = ((await drawn())[2] ?? "").split(",").map(Number);
  expect(lng).toBeCloseTo(63.2, 1);
  expect(lat).toBeCloseTo(27, 1);

  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
  };
  await drag(clicked, at(63.3, 26.9));
  await page.waitForFunction(() => /measure=.*~63\.[23]\d*,26\.[89]/.test(decodeURIComponent(location.hash)));
  await vertexCount(3);
  await settled();
  await drag(at(63, 27.5), at(63, 27.7));
  await vertexCount(4);
  const inserted = (await drawn())[1]?.split(",").map(Number);
  expect(inserted?.[1]).toBeCloseTo(27.7, 1);
  const spot = at(63, 27.7);
  await settled();
  await page.mouse.click(spot.x, spot.y, { button: "right" });
  await vertexCount(3);
  await page.getByRole("button", { name: "Insert a vertex after vertex 1" }).click();
  await vertexCount(4);
  await page.getByRole("button", { name: "Undo" }).click();
  await vertexCount(3);

  await page.getByRole("button", { name: "Distance", exact: true }).click();
  await page.getByRole("button", { name: "Pick on the map" }).first().click();
  await page.mouse.click(spot.x, spot.y);
  await page.locator(".end-picker__chosen", { hasText: /27\.[67]\d*, (62\.9|63)/ }).waitFor();

  const line = await page
    .locator("#map g[data-key^='border/'] path")
    .last()
    .evaluate((path: SVGPathElement) => {
      const { left, top } = (path.ownerSVGElement as SVGSVGElement).getBoundingClientRect();
      const meters = path.getTotalLength();
      for (let share = 0; share < 1; share += 0.01) {
        const { x, y } = path.getPointAtLength(share * meters);
        const on = document.elementFromPoint(left + x, top + y);
        if (on?.closest("[data-key^='border/']")) return { x: left + x, y: top + y };
      }
      throw new Error("nothing of the border can be pointed at");
    });
  const tag = page.locator(".name-tag small", { hasText: /Border-km: [\d.,]+ km from the tripoint/ });
  for (let move = 0; move < 100 && !(await tag.isVisible()); move++) {
    await page.mouse.move(line.x - (move % 2), line.y);
    await page.waitForTimeout(300);
  }
  await tag.waitFor();
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});
