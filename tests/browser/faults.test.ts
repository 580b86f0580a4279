import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const FAULTS = [
  { name: "is missing", answer: { status: 404, body: "not here" } },
  { name: "fails on the server", answer: { status: 500, body: "" } },
  { name: "is a page instead of data", answer: { contentType: "text/html", body: "<!doctype html><title>x</title>" } },
  { name: "is cut off", answer: { contentType: "application/geo+json", body: '{"type":"FeatureCollection","fea' } },
] as const;

it.each(FAULTS)("a layer that $name fails alone, says so, and is there after another try", async ({ answer }) => {
  let isBroken = true;
  const atlas = await openAtlas("#v=1&lang=en", {
    flags: WITHOUT_WEBGL,
    prepare: (page) =>
      page.route(/assets\/ports-[^/]*\.geojson/, (route) => (isBroken ? route.fulfill(answer) : route.continue())),
  });
  const { page } = atlas;
  await page.locator("#tab-explore").click();
  const row = page.locator(".layer").filter({ has: page.getByText("Ports", { exact: true }) });
  await row.locator(".failure").waitFor();
  expect(await row.locator(".failure").textContent()).toContain("ports.geojson");
  await page.locator(".layer__count").first().waitFor();
  expect(await page.locator(".layer .failure").count()).toBe(1);
  isBroken = false;
  await row.locator(".failure button").click();
  await row.locator(".layer__count").waitFor();
  expect(await page.locator(".layer .failure").count()).toBe(0);
  // Chromium itself reports an answer of 404 or 500; the atlas adds nothing of its own.
  expect(atlas.complaints.filter((text) => !text.includes("Failed to load resource"))).toEqual([]);
  await atlas.close();
});
