import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { START_VIEW } from "../../src/state/view";
import { closeBrowser, mapIsIdle, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const WELLS = "title,lon,lat\nWest well,61,27\nEast well,63,27\nNorth well,62,28\n";
const servedWells = (page: Page) =>
  page.route("**/wells.csv", (route) => route.fulfill({ contentType: "text/csv", body: WELLS }));
const isPainted = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.own === "painted");

interface Place {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
}

/** Where the link says that the map looks. */
async function placeOf(page: Page): Promise<Place> {
  await page.waitForFunction(() => /[#&]map=/.test(location.hash));
  const [zoom = 0, lat = 0, lng = 0] =
    /[#&]map=([^&]*)/
      .exec(await page.evaluate(() => location.hash))?.[1]
      ?.split("/")
      .map(Number) ?? [];
  return { zoom, lat, lng };
}

/** Waits until the link says that the map looks elsewhere than at `place`, and answers where. */
async function placeAfter(page: Page, { zoom, lat, lng }: Place): Promise<Place> {
  await page.waitForFunction((text) => !location.hash.includes(text), `map=${zoom}/${lat}/${lng}`);
  return placeOf(page);
}

/** Mercator laid out by hand: 512 px to the world at zoom 0. */
const mercator = (degrees: number) => (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI;

/** Where a position lies in a map of that size that looks at `place`. */
function pixelIn(box: { width: number; height: number }, place: Place, lng: number, lat: number) {
  const perDegree = (512 * 2 ** place.zoom) / 360;
  return {
    x: box.width / 2 + (lng - place.lng) * perDegree,
    y: box.height / 2 - (mercator(lat) - mercator(place.lat)) * perDegree,
  };
}

/** How opaque the first picture is in its pixel at x, y, from 0 to 255. */
const inkAt = (page: Page, { x, y }: { x: number; y: number }) =>
  page.locator(".first-picture").evaluate(
    (canvas, [atX, atY]) => {
      const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      pixel?.drawImage(canvas as HTMLCanvasElement, -Math.round(atX), -Math.round(atY));
      return pixel?.getImageData(0, 0, 1, 1).data[3] ?? -1;
    },
    [x, y] as const,
  );

async function drag(page: Page, from: { x: number; y: number }, x: number, y: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + x, from.y + y, { steps: 5 });
  await page.mouse.up();
}

it("what a link brings is painted over the poster, can be moved and pressed, and the map takes over when it is there", async () => {
  let letMapCome = () => {};
  const isLet = new Promise<void>((resolve) => {
    letMapCome = resolve;
  });
  const atlas = await openAtlas("#v=1&lang=en&data=wells.csv", {
    viewport: { width: 1200, height: 700 },
    prepare: async (page) => {
      await servedWells(page);
      await page.route(/assets\/maplibre-[\w-]{8}\.js/, async (route) => {
        await isLet;
        await route.continue();
      });
    },
  });
  const { page } = atlas;
  await isPainted(page);
  expect(await page.locator("[data-own-count]").getAttribute("data-own-count")).toBe("3");
  expect(await page.locator("#map > *").evaluateAll((parts) => parts.map(({ className }) => className))).toEqual([
    "poster",
    "first-picture",
  ]);
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the map has no box");
  await page.mouse.move(box.x + 700, box.y + 60);
  const place = await placeOf(page);
  const west = pixelIn(box, place, 61, 27);
  expect(await inkAt(page, west)).toBe(255);
  expect(await inkAt(page, { x: west.x, y: west.y + 40 })).toBe(0);
  // The poster lies so that its own positions are where the points' are.
  const start = pixelIn(box, place, START_VIEW.camera.lng, START_VIEW.camera.lat);
  const moved = await page.locator(".poster").evaluate((poster) => new DOMMatrix(getComputedStyle(poster).transform));
  // Links round the zoom to a hundredth.
  expect(Math.abs(moved.e - (start.x - box.width / 2))).toBeLessThan(3);
  expect(Math.abs(moved.f - (start.y - box.height / 2))).toBeLessThan(3);
  expect(moved.a).toBeCloseTo(2 ** (place.zoom - START_VIEW.camera.zoom), 1);

  await page.mouse.click(box.x + west.x + 4, box.y + west.y);
  await page.getByRole("heading", { name: "West well" }).waitFor();
  await drag(page, { x: box.x + 700, y: box.y + 60 }, 60, 40);
  const dragged = await placeAfter(page, place);
  const after = pixelIn(box, dragged, 61, 27);
  expect(Math.abs(after.x - west.x - 60)).toBeLessThan(2);
  expect(Math.abs(after.y - west.y - 40)).toBeLessThan(2);
  expect(await inkAt(page, after)).toBe(255);
  await page.locator(".first-picture").press("ArrowRight");
  const walked = pixelIn(box, await placeAfter(page, dragged), 61, 27);
  expect(Math.abs(walked.x - after.x + 100)).toBeLessThan(2);

  letMapCome();
  await mapIsIdle(page);
  expect(await page.locator(".first-picture, .poster").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.dataset.own)).toBe("painted");
  // Whoever had the picture in hand by key has the map.
  expect(await page.evaluate(() => document.activeElement?.closest("#map") !== null)).toBe(true);
  expect(Math.abs(pixelIn(box, await placeOf(page), 61, 27).x - walked.x)).toBeLessThan(2);
  await page.getByRole("heading", { name: "West well" }).waitFor();
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});

it("a link that turns the map turns the poster and the points alike", async () => {
  const atlas = await openAtlas("#v=1&lang=en&map=6/27.5/62/30&data=wells.csv", {
    viewport: { width: 1200, height: 700 },
    prepare: async (page) => {
      await servedWells(page);
      await page.route(/assets\/maplibre-[\w-]{8}\.js/, () => {});
    },
  });
  const { page } = atlas;
  await isPainted(page);
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the map has no box");
  // Turned by hand: at a bearing of 30° the east lies 30° further up.
  const turned = (lng: number, lat: number) => {
    const { x, y } = pixelIn(box, { zoom: 6, lat: 27.5, lng: 62 }, lng, lat);
    const [east, south] = [x - box.width / 2, y - box.height / 2];
    const [cosine, sine] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    return { x: box.width / 2 + east * cosine + south * sine, y: box.height / 2 + south * cosine - east * sine };
  };
  expect(await inkAt(page, turned(63, 27))).toBe(255);
  const { lng, lat, zoom } = START_VIEW.camera;
  const start = turned(lng, lat);
  const poster = await page.locator(".poster").evaluate((one) => new DOMMatrix(getComputedStyle(one).transform));
  expect(Math.abs(poster.e - (start.x - box.width / 2))).toBeLessThan(1);
  expect(Math.abs(poster.f - (start.y - box.height / 2))).toBeLessThan(1);
  expect(Math.atan2(poster.b, poster.a)).toBeCloseTo(-Math.PI / 6, 4);
  expect(Math.hypot(poster.a, poster.b)).toBeCloseTo(2 ** (6 - zoom), 4);
  await atlas.close();
});

it("a poster that still stands below the map follows it", async () => {
  const atlas = await openAtlas("#v=1&lang=en&data=wells.csv", {
    viewport: { width: 1000, height: 600 },
    prepare: async (page) => {
      await servedWells(page);
      // Without its tiles the map is never whole.
      await page.route(/\.pmtiles/, () => {});
    },
  });
  const { page } = atlas;
  await page.locator(".map-frame canvas").waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector(".first-picture") === null);
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the map has no box");
  await page.mouse.move(box.x + 700, box.y + 60);
  const before = await placeOf(page);
  await drag(page, { x: box.x + 700, y: box.y + 60 }, 90, 50);
  const after = await placeAfter(page, before);
  const start = pixelIn(box, after, START_VIEW.camera.lng, START_VIEW.camera.lat);
  await page.waitForFunction(
    ([x, y]) => {
      const poster = document.querySelector(".poster");
      const { e, f } = new DOMMatrix(poster ? getComputedStyle(poster).transform : "");
      return Math.abs(e - x) < 3 && Math.abs(f - y) < 3;
    },
    [start.x - box.width / 2, start.y - box.height / 2] as const,
  );
  await atlas.close();
});

it("what comes when the map is being made already is painted by the map alone", async () => {
  let letDataCome = () => {};
  const isLet = new Promise<void>((resolve) => {
    letDataCome = resolve;
  });
  const atlas = await openAtlas("#v=1&lang=en&layers=border&data=wells.csv", {
    viewport: { width: 800, height: 500 },
    prepare: (page) =>
      page.route("**/wells.csv", async (route) => {
        await isLet;
        await route.fulfill({ contentType: "text/csv", body: WELLS });
      }),
  });
  const { page } = atlas;
  await page.locator("#map .map-frame").waitFor({ state: "attached" });
  letDataCome();
  await isPainted(page);
  expect(await page.locator(".first-picture").count()).toBe(0);
  await mapIsIdle(page);
  expect(await page.locator(".first-picture, .poster").count()).toBe(0);
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});

it("a worker that does not arrive is told, however early it fails", async () => {
  const atlas = await openAtlas("#v=1&lang=en&data=wells.csv", {
    flags: WITHOUT_WEBGL,
    prepare: async (page) => {
      await servedWells(page);
      await page.route(/assets\/import-worker-[\w-]{8}\.js/, (route) => route.fulfill({ status: 404 }));
      // The code that listens to the worker comes long after it has failed.
      await page.route(/assets\/linked-import-[\w-]{8}\.js/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await route.continue();
      });
    },
  });
  await atlas.page.locator(".notice", { hasText: /wells\.csv.*The reader for this format gave up/ }).waitFor();
  expect(atlas.complaints.filter((complaint) => !/404/.test(complaint))).toEqual([]);
  await atlas.close();
});

it("without WebGL the drawn map takes over, and one drag moves it once", async () => {
  const atlas = await openAtlas("#v=1&lang=fa&theme=dark&data=wells.csv", {
    flags: WITHOUT_WEBGL,
    viewport: { width: 1200, height: 700 },
    prepare: servedWells,
  });
  const { page } = atlas;
  await isPainted(page);
  await page.locator(".drawn-map [data-key$='/1']").waitFor();
  expect(await page.locator(".first-picture, .poster").count()).toBe(0);
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the map has no box");
  await page.mouse.move(box.x + 600, box.y + 420);
  const before = await placeOf(page);
  await drag(page, { x: box.x + 600, y: box.y + 420 }, 50, 0);
  const [from, to] = [pixelIn(box, before, 61, 27), pixelIn(box, await placeAfter(page, before), 61, 27)];
  expect(Math.abs(to.x - from.x - 50)).toBeLessThan(2);
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});
