import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, LineString } from "geojson";
import { PNG } from "pngjs";
import { afterAll, expect, it } from "vitest";
import { PALETTES } from "../../src/picture/palette";
import { closeBrowser, mapIsIdle, openAtlas } from "./atlas-page";

afterAll(closeBrowser);

const border = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../data/border-full.geojson"), "utf8"),
) as FeatureCollection<LineString>;

const VIEWPORT = { width: 900, height: 600 };
const CAMERA = { zoom: 7, lng: 62.6, lat: 27.2 };

/** Mercator laid out by hand: 512 px to the world at zoom 0. */
const mercator = (degrees: number) => (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI;
const perDegree = (512 * 2 ** CAMERA.zoom) / 360;

it("the map on screen is saved with its relief, in place, and with all that stands around a published map", async () => {
  const { zoom, lat, lng } = CAMERA;
  const atlas = await openAtlas(`#v=1&lang=en&theme=light&map=${zoom}/${lat}/${lng}&layers=border`, {
    viewport: VIEWPORT,
  });
  const { page } = atlas;
  await mapIsIdle(page);
  await page.getByRole("button", { name: "Share and embed" }).click();
  await page.locator("#share-tab-picture").click();
  await page.getByLabel("Pixels of the PNG").selectOption("1");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the map on screen, with relief" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/-relief\.png$/);
  const { width, height, data } = PNG.sync.read(readFileSync(await download.path()));
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  const wanted = [1, 3, 5].map((place) => Number.parseInt(PALETTES.light.borderLine.slice(place, place + 2), 16));
  const isBorder = (x: number, y: number) =>
    x >= 0 &&
    y >= 0 &&
    x < width &&
    y < height &&
    at(x, y).every((channel, place) => Math.abs(channel - (wanted[place] ?? 0)) < 70);

  // The frame of the map is a fine line; within it the border runs where the projection puts it, to the pixel or two.
  const [line] = border.features;
  const steps = (line?.geometry.coordinates ?? [])
    .map(([east = 0, north = 0]) => [(east - lng) * perDegree, -(mercator(north) - mercator(lat)) * perDegree] as const)
    .filter(([right, down]) => Math.abs(right) < 120 && Math.abs(down) < 100);
  expect(steps.length).toBeGreaterThan(100);
  /** The share of the border that has its colour if the middle of the window were at a point of the picture. */
  const share = (middleX: number, middleY: number) =>
    steps.filter(([right, down]) =>
      [-1, 0, 1].some((across) => isBorder(Math.round(middleX + right) + across, Math.round(middleY + down))),
    ).length / steps.length;
  let [best, bestX, bestY] = [0, 0, 0];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      // A glance first: most places are nowhere near.
      const isHopeful = steps
        .slice(0, 300)
        .filter((_, index) => index % 30 === 0)
        .every(([right, down]) =>
          [-1, 0, 1].some((across) => isBorder(Math.round(x + right) + across, Math.round(y + down))),
        );
      const found = isHopeful ? share(x, y) : 0;
      if (found > best) [best, bestX, bestY] = [found, x, y];
    }
  }
  expect(best, `at ${bestX}, ${bestY}`).toBeGreaterThan(0.95);

  // Relief shades the land in many tones; around the map stand title, legend and notes, on the plain ground of the page.
  const tones = new Set<number>();
  for (let y = bestY - 100; y < bestY + 100; y++) {
    for (let x = bestX - 100; x < bestX + 100; x++) tones.add(data.readUInt32BE((y * width + x) * 4));
  }
  expect(tones.size).toBeGreaterThan(300);
  expect(width).toBeGreaterThanOrEqual(480);
  const ground = at(2, 2).join();
  expect(at(width - 3, height - 3).join()).toBe(ground);
  const notes = Array.from({ length: width }, (_, x) => at(x, height - 24).join()).filter((color) => color !== ground);
  expect(notes.length).toBeGreaterThan(20);
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});
