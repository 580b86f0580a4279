import { readFileSync } from "node:fs";
import type { Page, Route } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser } from "./atlas-page";
import {
  A_PAGE,
  alert,
  breaking,
  type FaultRow,
  json,
  MISSING,
  meetFault,
  NETWORK,
  script,
  storageThat,
  tellFaults,
} from "./fault-rows";

afterAll(closeBrowser);
afterAll(tellFaults);

const layerRow = (page: Page, title: string) =>
  page.locator(".layer").filter({ has: page.getByText(title, { exact: true }) });

/** Every way in which a file of data can be wrong, each on a layer of its own, and all of them at once. */
const LYING_FILES: readonly (readonly [file: string, answer: Parameters<typeof breaking>[2]])[] = [
  ["ports", MISSING],
  ["markets", { status: 500, body: "" }],
  ["crossings", A_PAGE],
  ["terrain", json('{"type":"FeatureCollection","fea')],
  ["towns", json('{"features":{}}')],
  ["water", json('{"type":"FeatureCollection","features":[{"type":"Feature","id":1}]}')],
  ["districts", json("")],
  ["incidents", NETWORK],
  ["memberships", json("null")],
];

const layers = (JSON.parse(readFileSync("data/layers.json", "utf8")) as { layers: { file: string }[] }).layers;

const START: readonly Omit<FaultRow, "moment">[] = [
  {
    fault: "nine data files are wrong in nine ways",
    prepare: async (page) => {
      for (const [file, answer] of LYING_FILES) {
        await page.route(new RegExp(`assets/${file}-[^/]*\\.geojson`), (route) => {
          if (page.url().includes("mended")) return route.continue();
          return answer === "abort" ? route.abort() : route.fulfill(answer);
        });
      }
    },
    meet: async (page) => {
      await page.locator("#tab-explore").click();
      const failures = page.locator(".layer .failure");
      await failures.nth(LYING_FILES.length - 1).waitFor();
      const told = (await failures.allTextContents()).join("\n");
      for (const [file] of LYING_FILES) expect(told).toContain(`${file}.geojson`);
      expect(await failures.count()).toBe(LYING_FILES.length);
      for (const [file] of LYING_FILES) await page.unroute(new RegExp(`assets/${file}-[^/]*\\.geojson`));
      for (let left = LYING_FILES.length; left > 0; left--) {
        await failures.first().getByRole("button").click();
        await failures.nth(left - 1).waitFor({ state: "detached" });
      }
    },
  },
  {
    fault: "no data file arrives at all",
    prepare: (page) => page.route(/\.geojson/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await page.locator("#tab-explore").click();
      await page
        .locator(".layer .failure")
        .nth(layers.length - 1)
        .waitFor();
      await page.unroute(/\.geojson/);
      await layerRow(page, "Ports").locator(".failure button").click();
      await layerRow(page, "Ports").locator(".layer__count").waitFor();
      await page.locator("#search").fill("Gwadar");
      await page.locator(".search__option").first().waitFor();
      await page.reload();
    },
  },
  {
    fault: "a data file is slow",
    prepare: (page) =>
      page.route(/assets\/ports-[^/]*\.geojson/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 2500));
        await route.continue();
      }),
    meet: async (page) => {
      await page.locator("#tab-explore").click();
      await layerRow(page, "Ports").getByText("loading").waitFor();
      await page.locator(".layer__count").nth(4).waitFor();
      await layerRow(page, "Ports").locator(".layer__count").waitFor();
    },
  },
  {
    fault: "the language of the link does not arrive",
    path: "#v=1&lang=ur",
    prepare: (page) => page.route(/assets\/ur-[^/]*\.js/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await alert(page, "That language did not arrive");
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      await page.getByRole("button", { name: "Dismiss" }).first().click();
    },
  },
  {
    fault: "no language arrives",
    prepare: (page) => page.route(/assets\/(en|ur|fa)-[^/]*\.js/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await page.getByText("The atlas has not arrived yet").waitFor({ state: "visible" });
      await page.getByText("اطلس هنوز نرسیده").waitFor({ state: "visible" });
      expect(await page.locator("#map .poster > svg").count()).toBe(1);
    },
    works: false,
  },
  ...["start", "early"].map(
    (script): Omit<FaultRow, "moment"> => ({
      fault: `the script "${script}" does not arrive`,
      prepare: (page) => page.route(new RegExp(`assets/${script}-[^/]*\\.js`), (route) => route.fulfill(MISSING)),
      meet: async (page) => {
        await page.getByText("The atlas has not arrived yet").waitFor({ state: "visible" });
        expect(await page.locator("#map .poster > svg").count()).toBe(1);
      },
      expected: /preload/,
      works: false,
    }),
  ),
  {
    fault: "what reads the link does not arrive",
    path: "#v=1&lang=en&sel=ports/port-gwadar&f=kind:strike",
    prepare: (page) => page.route(/assets\/permalink-[^/]*\.js/, (route) => route.abort()),
    meet: async (page) => {
      await page.getByText("The atlas has not arrived yet").waitFor({ state: "visible" });
      expect(new URL(page.url()).hash).toBe("#v=1&lang=en&sel=ports/port-gwadar&f=kind:strike");
      await page.unroute(/assets\/permalink-[^/]*\.js/);
      await page.reload();
      await page.locator(".card h2", { hasText: "Gwadar" }).waitFor();
      // On this window it lies where the panel is.
      await page.locator(".card__close").click();
    },
    expected: /preload/,
  },
  {
    fault: "no font and no later style sheet arrives",
    prepare: (page) =>
      page.route(/\.woff2|assets\/(?!page-)[^/]*\.css/, (route) => route.fulfill({ status: 404, body: "" })),
    meet: (page) => page.locator(".drawn-map svg [data-key]").first().waitFor(),
    expected: /Unable to preload CSS/,
  },
  {
    fault: "the code of the live map does not arrive",
    options: {},
    prepare: (page) => page.route(/assets\/mount-[^/]*\.js/, (route) => route.abort()),
    meet: (page) => page.getByText("The live map did not arrive").waitFor(),
  },
  {
    fault: "the land of the drawn map does not arrive",
    prepare: (page) => page.route(/assets\/picture-base-[^/]*\.js/, (route) => route.abort()),
    meet: async (page) => {
      await page.locator(".notice[role=alert]").waitFor();
      expect(await page.locator("#map .poster > svg").count()).toBe(1);
    },
  },
  {
    fault: "the code of the drawn map is missing",
    prepare: (page) => breaking(page, /assets\/StaticMap-[^/]*\.js/, MISSING),
    meet: (page) => alert(page, "did not arrive"),
  },
  {
    fault: "the service worker cannot be registered",
    prepare: (page) => page.route(/sw\.js|assets\/registration-/, (route) => route.fulfill(MISSING)),
    meet: (page) => page.locator(".drawn-map svg [data-key]").first().waitFor(),
  },
  {
    fault: "everything that could remember refuses",
    prepare: storageThat("refuses"),
    meet: async (page) => {
      await page.getByRole("button", { name: "Settings" }).click();
      await page.getByLabel("miles", { exact: true }).first().check();
    },
  },
  {
    fault: "the device is full",
    prepare: storageThat("is full"),
    meet: async (page) => {
      await page.getByRole("button", { name: "Settings" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    fault: "what was remembered is nonsense",
    prepare: storageThat("holds nonsense"),
    meet: async (page) => {
      await page.locator("#tab-learn").click();
      await page.getByRole("heading", { name: "Where the line runs" }).waitFor();
    },
  },
  {
    fault: "the clock is set back by an hour",
    prepare: (page) => page.clock.install({ time: new Date("2026-11-27T10:00:00Z") }),
    meet: async (page) => {
      await page.locator("#tab-draw").click();
      const position = page.getByLabel("Position", { exact: true });
      const said = page.locator("p.visually-hidden[role=status]").first();
      await position.fill("27.5, 62.5");
      await position.press("Enter");
      await said.filter({ hasText: "Added" }).waitFor({ state: "attached" });
      await page.clock.setSystemTime(new Date("2026-11-27T09:00:00Z"));
      await page.getByRole("radio", { name: "Line", exact: true }).check();
      await position.fill("28.5, 62.5");
      await position.press("Enter");
      await page.clock.runFor(2000);
      await said.filter({ hasText: "1 position" }).waitFor({ state: "attached" });
    },
  },
  ...(
    [
      ["do not arrive", /few\.csv/, (route: Route) => route.abort()],
      [
        "hang the worker that reads them",
        /assets\/import-worker-[^/]*\.js/,
        (route: Route) => route.fulfill(script("onmessage = () => { for (;;); };")),
      ],
    ] as const
  ).map(([what, pattern, answer]) => ({
    fault: `the data of the link ${what}`,
    path: "#v=1&lang=en&data=few.csv",
    prepare: async (page: Page) => {
      await page.clock.install();
      await page.route(/few\.csv/, (route) =>
        route.fulfill({ contentType: "text/csv", body: "title,lon,lat\nA well,61,27\n" }),
      );
      await page.route(pattern, answer);
    },
    meet: async (page: Page) => {
      const told = page.locator(".notice[role=alert]", { hasText: "few.csv" });
      await page.locator("#search").waitFor();
      while (!(await told.isVisible())) {
        await page.clock.runFor(500);
        await page.clock.fastForward(5000);
      }
      await page.unroute(pattern, answer);
      await told.getByRole("button", { name: "Try again" }).click();
      await page.locator("[data-own-count='1']").waitFor();
      expect(await page.locator(".notice").count()).toBe(0);
      await page.clock.resume();
    },
  })),
  ...(["1970-01-01", "2099-12-31"] as const).map((day) => ({
    fault: `the clock says ${day}`,
    prepare: (page: Page) => page.clock.setFixedTime(new Date(`${day}T00:00:01Z`)),
    meet: (page: Page) => page.locator(".drawn-map svg [data-key]").first().waitFor(),
  })),
];

/** A place on the map that nothing lies over. */
const freePlace = (page: Page) =>
  page.evaluate(() => {
    for (let y = 150; y < innerHeight - 100; y += 20) {
      for (let x = innerWidth - 60; x > 200; x -= 20) {
        if (document.elementFromPoint(x, y)?.closest("#map")) return { x, y };
      }
    }
    throw new Error("the map is covered everywhere");
  });

/** Drags the map, and lets `strike` happen on the way. */
const drag = async (page: Page, strike: () => Promise<unknown>) => {
  await page.locator(".drawn-map svg [data-key]").first().waitFor();
  const before = new URL(page.url()).hash;
  const { x, y } = await freePlace(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y + 20, { steps: 3 });
  await strike();
  await page.mouse.move(x - 140, y + 40, { steps: 3 });
  await page.mouse.up();
  await page.waitForFunction((hash) => location.hash !== hash && location.hash.includes("map="), before);
};

const PANNING: readonly Omit<FaultRow, "moment">[] = [
  {
    fault: "the network goes, and comes back",
    meet: async (page) => {
      await drag(page, () => page.context().setOffline(true));
      await page.locator("#tab-measure").click();
      await alert(page, "did not arrive");
      await page.context().setOffline(false);
      await page.getByRole("button", { name: "Try again" }).first().click();
      await page.locator(".measure").waitFor();
    },
  },
  {
    fault: "the tab is killed",
    meet: async (page) => {
      await drag(page, async () => undefined);
      const { hash } = new URL(page.url());
      await page.goto("about:blank");
      await page.goBack();
      await page.locator(".drawn-map svg [data-key]").first().waitFor();
      expect(new URL(page.url()).hash).toBe(hash);
    },
  },
  {
    fault: "the browser refuses to change the address, and then does",
    meet: async (page) => {
      await page.locator("#tab-list").click();
      await page.evaluate(() => {
        const native = History.prototype.pushState;
        Object.assign(window, {
          mend: () => {
            History.prototype.pushState = native;
          },
        });
        History.prototype.pushState = () => {
          throw new DOMException("too many calls", "SecurityError");
        };
      });
      await page.locator(".listing__rows .row").first().click();
      await page.locator(".card h2").waitFor();
      await page.evaluate(() => (window as unknown as { mend(): void }).mend());
      await page.waitForURL(/sel=/);
      await page.locator(".card__close").click();
    },
  },
  {
    fault: "the reader goes back and forward faster than the page can follow",
    meet: async (page) => {
      await page.locator("#tab-list").click();
      for (const at of [0, 1, 2]) {
        await page.locator(".listing__rows .row").nth(at).click();
        await page.locator(".card h2").waitFor();
        await page.locator(".card__close").click();
      }
      await page.evaluate(async () => {
        for (let turn = 0; turn < 40; turn++) {
          history.go(turn % 2 === 0 ? -1 : 1);
          await new Promise((done) => setTimeout(done, (turn % 3) * 8));
        }
        await new Promise((done) => setTimeout(done, 300));
      });
      // Wherever that has led, the page shows what its address says.
      const isLinked = new URL(page.url()).hash.includes("sel=");
      await page.locator(".card h2").waitFor({ state: isLinked ? "visible" : "detached" });
      if (isLinked) await page.locator(".card__close").click();
    },
  },
  {
    fault: "the device refuses to remember",
    meet: (page) =>
      drag(page, () =>
        page.evaluate(() => {
          Storage.prototype.setItem = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
          Object.defineProperty(window, "localStorage", {
            get() {
              throw new DOMException("denied", "SecurityError");
            },
          });
        }),
      ),
  },
];

/** Opens the desk with a corridor in the link; what it computes is in the worker's hands. */
const CORRIDOR = "#v=1&lang=en&corridor=61.595,28.99:25";
const openDesk = (page: Page) => page.locator("#tab-measure").click();
/** 1,963.4867 km² by the oracle (taftan_25km). */
const figure = (page: Page) => page.locator(".corridor-answer .figure", { hasText: "1,963 km²" }).waitFor();

/** After a failure the reader asks again, and the corridor is still in the link. */
const askAgain = async (page: Page) => {
  expect(new URL(page.url()).hash).toContain("corridor=61.595,28.99:25");
  const retry = page.getByRole("alert").getByRole("button", { name: "Try again" }).first();
  await retry.or(page.locator(".corridor-answer")).first().waitFor();
  // The desk may have asked again by itself meanwhile, as further layers arrived.
  await retry.click({ timeout: 3000 }).catch(() => undefined);
  await figure(page);
};

const deskFailure = (page: Page) => page.locator(".measure .error[role=alert]");

/** Lets `seconds` pass for one worker after another, until the desk says that it failed. */
async function passTime(page: Page, seconds: number): Promise<void> {
  while (!(await deskFailure(page).first().isVisible())) {
    await page.clock.fastForward(seconds * 1000);
    await page.clock.runFor(500);
  }
}
const WORKER = /assets\/worker-[^/]*\.js/;

const COMPUTATION: readonly Omit<FaultRow, "moment">[] = [
  ...(
    [
      ["is missing", MISSING],
      ["is a page", A_PAGE],
      ["throws when it starts", script('throw new Error("no")')],
      ["throws when it is asked", script('onmessage = () => { throw new Error("no"); };')],
    ] as const
  ).map(([what, answer]) => ({
    fault: `the worker's script ${what}`,
    path: CORRIDOR,
    prepare: (page: Page) => page.route(WORKER, (route) => route.fulfill(answer)),
    meet: async (page: Page) => {
      await openDesk(page);
      await deskFailure(page).first().waitFor();
      await page.unroute(WORKER);
      await askAgain(page);
    },
  })),
  ...(
    [
      ["never answers", "onmessage = () => {};", 16],
      ["hangs in a question", 'onmessage = ({data}) => { if (data.id) postMessage({kind:"begun",id:data.id}); };', 11],
    ] as const
  ).map(([what, body, seconds]) => ({
    fault: `the worker ${what}`,
    path: CORRIDOR,
    prepare: async (page: Page) => {
      await page.clock.install();
      await page.route(WORKER, (route) => route.fulfill(script(body)));
    },
    meet: async (page: Page) => {
      const asked = page.waitForResponse(WORKER);
      await openDesk(page);
      await asked;
      await page.getByText("Computing").first().waitFor();
      await passTime(page, seconds);
      await page.unroute(WORKER);
      await askAgain(page);
    },
  })),
  {
    fault: "the worker is killed",
    path: CORRIDOR,
    prepare: async (page) => {
      await page.clock.install();
      await page.addInitScript(() => {
        const workers: Worker[] = [];
        const Native = Worker;
        Object.assign(window, {
          workers,
          Worker: class extends Native {
            constructor(url: string | URL, options?: WorkerOptions) {
              super(url, options);
              workers.push(this);
            }
          },
        });
      });
    },
    meet: async (page) => {
      await openDesk(page);
      await figure(page);
      await page.evaluate(() => {
        for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate();
      });
      const width = page.getByRole("spinbutton");
      await width.fill("5");
      await width.press("Enter");
      // Ten seconds of silence, and a fresh worker is asked the same: nobody has to ask again.
      // 78.5396 km² by the oracle (taftan_5km).
      await page.waitForURL(/corridor=61.595,28.99:5$/);
      // Until then the figures of the old width are dimmed, and named as such.
      const older = page.locator('.outcome[aria-busy="true"]');
      await older.getByText("these are the figures of before").waitFor();
      const dimmed = older.locator(".outcome__older");
      expect(await dimmed.locator(".figure").textContent()).toContain("1,963 km²");
      expect(Number(await dimmed.evaluate((part) => getComputedStyle(part).opacity))).toBeLessThan(1);
      await page.clock.runFor(1000);
      await page.clock.fastForward(11_000);
      await page.locator(".corridor-answer .figure", { hasText: "78.5 km²" }).waitFor();
      expect(await deskFailure(page).count()).toBe(0);
      expect(await older.count()).toBe(0);
    },
  },
  ...(["border-full", "countries"] as const).flatMap((file) =>
    ([MISSING, A_PAGE, json('{"type":"FeatureCollection","features":[{}]}')] as const).map((answer, at) => ({
      fault: `${file}.geojson ${["is missing", "is a page", "has a wrong shape"][at]}`,
      path: CORRIDOR,
      prepare: (page: Page) =>
        page.route(new RegExp(`assets/${file}-[^/]*\\.geojson`), (route) => route.fulfill(answer)),
      meet: async (page: Page) => {
        await openDesk(page);
        await alert(page, "could not be fetched");
        await page.unroute(new RegExp(`assets/${file}-[^/]*\\.geojson`));
        await askAgain(page);
      },
    })),
  ),
];

const openExport = (page: Page) => page.getByRole("button", { name: "Get the data" }).click();
const save = async (page: Page) => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the file" }).click(),
  ]);
  expect(readFileSync(await download.path()).byteLength).toBeGreaterThan(1000);
};

const EXPORT: readonly Omit<FaultRow, "moment">[] = [
  {
    fault: "the code of the dialog is missing",
    prepare: (page) => page.route(/assets\/ExportDialog-[^/]*\.js/, (route) => route.abort()),
    meet: async (page) => {
      await openExport(page);
      await alert(page, "did not arrive");
      await page.unroute(/assets\/ExportDialog-[^/]*\.js/);
      await page.getByRole("dialog").getByRole("button", { name: "Try again" }).click();
      await save(page);
    },
  },
  {
    fault: "the source register is missing",
    prepare: (page) => page.route(/assets\/sources-[^/]*\.json/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await openExport(page);
      await page.getByRole("button", { name: "Save the file" }).click();
      await page.getByRole("dialog").getByRole("alert").waitFor();
      await page.unroute(/assets\/sources-[^/]*\.json/);
      await save(page);
    },
  },
  {
    fault: "there is no memory for the file",
    meet: async (page) => {
      await openExport(page);
      await page.getByRole("button", { name: "Save the file" }).waitFor();
      await page.evaluate(() => {
        const native = URL.createObjectURL;
        URL.createObjectURL = () => {
          URL.createObjectURL = native;
          throw new RangeError("Array buffer allocation failed");
        };
      });
      await page.getByRole("button", { name: "Save the file" }).click();
      await page.getByRole("dialog").getByRole("alert").waitFor();
      await save(page);
    },
  },
];

const TABLE: readonly FaultRow[] = [
  ...START.map((row) => ({ ...row, moment: "start" as const })),
  ...PANNING.map((row) => ({ ...row, moment: "panning" as const })),
  ...COMPUTATION.map((row) => ({ ...row, moment: "computation" as const })),
  ...EXPORT.map((row) => ({ ...row, moment: "export" as const })),
];

describe("whatever goes wrong, the reader keeps a working atlas and is told plainly", () => {
  it.each(TABLE)("at $moment: $fault", meetFault, 60_000);
});
