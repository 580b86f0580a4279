import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser } from "./atlas-page";
import { A_PAGE, type FaultRow, MISSING, meetFault, script, storageThat, tellFaults } from "./fault-rows";

afterAll(closeBrowser);
afterAll(tellFaults);

const inEmbed = (page: Page) => page.locator("html[data-light=ready]").waitFor();
const poster = (page: Page) => page.locator(".embed__stage svg").first().waitFor();

/** A page of somebody else's with the element in it. */
const aroundElement = (page: Page) =>
  page.route(/host\.html/, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>host</title><script type="module" src="sarhad-map.js"></script><h1>A newspaper</h1>
        <sarhad-map language="en"><a href="index.html">Open the map</a></sarhad-map>`,
    }),
  );

const EMBED: readonly Omit<FaultRow, "moment">[] = [
  ...(
    [
      ["is missing", MISSING],
      ["is a page", A_PAGE],
      ["is cut off", script("(function(){ var a = [1,")],
      ["throws", script('throw new Error("no")')],
    ] as const
  ).map(([what, answer]) => ({
    fault: `the data script ${what}`,
    path: "embed.html#v=1&lang=en",
    prepare: (page: Page) => page.route(/embed\/light-en\.js/, (route) => route.fulfill(answer)),
    meet: async (page: Page) => {
      await page.locator(".embed__failure[role=alert]").waitFor();
      await poster(page);
      await page.unroute(/embed\/light-en\.js/);
      await page.getByRole("button", { name: "Try again" }).click();
      await inEmbed(page);
    },
    // What a broken script says is said by Chromium before any of ours has run.
    expected: /uncaught: (no|Unexpected|Unterminated|Invalid)|MIME type/,
  })),
  {
    fault: "the script of the map is missing",
    path: "embed.html#v=1&lang=en",
    prepare: (page) => page.route(/embed\/light\.js/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await poster(page);
      await page.locator(".embed__foot a").first().waitFor();
      expect(await page.locator("h1").textContent()).not.toBe("");
    },
  },
  {
    fault: "everything that could remember refuses",
    path: "embed.html#v=1&lang=en",
    prepare: storageThat("refuses"),
    meet: inEmbed,
  },
  {
    fault: "the clock says 1970",
    path: "embed.html#v=1&lang=en",
    prepare: (page) => page.clock.setFixedTime(new Date("1970-01-01T00:00:00Z")),
    meet: inEmbed,
  },
  {
    fault: "the full map does not arrive",
    path: "embed.html#v=1&lang=en&embed=start:full",
    prepare: (page) => page.route(/assets\/full-embed-[^/]*\.js/, (route) => route.fulfill(MISSING)),
    meet: inEmbed,
  },
  {
    fault: "what reads links does not arrive for the full map",
    path: "embed.html#v=1&lang=en&sel=ports/port-gwadar&embed=start:full",
    prepare: (page) => page.route(/assets\/permalink-[^/]*\.js/, (route) => route.abort()),
    meet: async (page) => {
      await inEmbed(page);
      await page.locator(".card h2", { hasText: "Gwadar" }).waitFor();
    },
  },
  {
    fault: "the data of the full map are missing",
    path: "embed.html#v=1&lang=en&embed=start:full",
    prepare: (page) => page.route(/\.geojson/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await page.locator("html[data-full=shown]").waitFor({ state: "attached" });
      await page.locator("#map svg").first().waitFor();
      await page.getByText(/Not loaded: .*Ports/).waitFor();
    },
  },
  {
    fault: "the words of the full map do not arrive",
    path: "embed.html#v=1&lang=ur&embed=start:full",
    prepare: (page) => page.route(/assets\/ur-[^/]*\.js/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await page.locator("html[data-full=shown]").waitFor({ state: "attached" });
      await page.locator("#map svg").first().waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
    },
  },
  {
    fault: "the data of a curated view are missing",
    path: "embed/gwadar-and-chabahar/ur/index.html",
    prepare: (page) => page.route(/embed\/light-ur\.js/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await page.locator(".embed__failure[role=alert][dir=rtl]").waitFor();
      await poster(page);
      await page.unroute(/embed\/light-ur\.js/);
      await page.locator(".embed__failure button").click();
      await inEmbed(page);
    },
  },
  {
    fault: "the layers of a view are missing",
    path: "embed.html#v=1&lang=en&layers=border,incidents",
    prepare: (page) => page.route(/embed\/light-en-incidents\.js/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await page.locator(".embed__failure[role=alert]").waitFor();
      await poster(page);
      await page.unroute(/embed\/light-en-incidents\.js/);
      await page.locator(".embed__failure button").click();
      await inEmbed(page);
    },
  },
  {
    fault: "the frame of the element is missing",
    path: "host.html",
    prepare: async (page) => {
      await aroundElement(page);
      await page.route(/\/embed\.html/, (route) => route.fulfill(MISSING));
    },
    meet: async (page) => {
      const element = page.locator("sarhad-map");
      await element.waitFor();
      await page.unroute(/\/embed\.html/);
      // The page around goes on, and the element is loaded again when it is told something that only a new frame can show.
      await element.evaluate((one) => one.setAttribute("legend", "open"));
      await page.frameLocator("sarhad-map iframe").locator("html[data-light=ready]").waitFor();
      expect(await page.locator("h1").textContent()).toBe("A newspaper");
    },
  },
  {
    fault: "the script of the element is missing",
    path: "host.html",
    prepare: async (page) => {
      await aroundElement(page);
      await page.route(/sarhad-map\.js/, (route) => route.fulfill(MISSING));
    },
    meet: (page) => page.getByRole("link", { name: "Open the map" }).waitFor(),
  },
  {
    fault: "the page around sends commands without end",
    path: "host.html",
    prepare: aroundElement,
    meet: async (page) => {
      const frame = page.frameLocator("sarhad-map iframe");
      await frame.locator("html[data-light=ready]").waitFor();
      await page.evaluate(() => {
        const target = document.querySelector("sarhad-map")?.shadowRoot?.querySelector("iframe")?.contentWindow;
        for (let turn = 0; turn < 2000; turn++) {
          target?.postMessage(
            { type: "sarhad:view", v: 1, link: `#v=1&map=${turn % 9}/27/62&sel=ports/port-gwadar` },
            "*",
          );
          target?.postMessage({ type: "sarhad:view", v: turn, link: "\u0000".repeat(turn) }, "*");
        }
      });
      await frame.locator(".card h2", { hasText: "Gwadar" }).waitFor();
    },
  },
];

const TABLE: readonly FaultRow[] = EMBED.map((row) => ({ ...row, moment: "embed" as const }));

describe("whatever goes wrong in an embed, a map or its picture stays, and the page around goes on", () => {
  it.each(TABLE)("$fault", meetFault, 60_000);
});
