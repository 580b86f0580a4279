import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Frame, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import manifest from "../../data/layers.json";
import views from "../../data/views.json";
import { LANGUAGES } from "../../src/data/language";
import { cardFileOf } from "../../src/embed/card-file";
import { embedPage } from "../../src/state/embed-page";
import { embedSnippet, LEAST_HEIGHT } from "../../src/state/embed-snippet";
import { decode } from "../../src/state/permalink";
import { LAYER_IDS } from "../../src/state/view";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";
import { type Site, serveFolder, servePage } from "./site";

const ROOT = join(import.meta.dirname, "../..");
const DIST = join(ROOT, "dist");
const EXAMPLES_ATLAS = "http://localhost:4173/";

/** A host that sends no header of ours, and sites that frame the atlas from other origins. */
let plain: Site;
let newspaper: Site;
let framer: Site;

beforeAll(async () => {
  plain = await serveFolder(DIST);
  newspaper = await serveFolder(join(ROOT, "examples"), (text) => text.replaceAll(EXAMPLES_ATLAS, plain.url));
  framer = await servePage((query) => {
    const sandbox = query.get("sandbox");
    const attribute = sandbox === null ? "" : `sandbox="${sandbox}"`;
    return `<!doctype html><title>host</title><body style="margin:0;height:3000px"><iframe ${attribute} title="map"
      width="${query.get("width") ?? 700}" height="480" style="border:0" src="${query.get("src")}"></iframe>
      <script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>`;
  });
});

afterAll(async () => {
  await closeBrowser();
  for (const site of [plain, newspaper, framer]) await site.close();
});

const bytesOf = (file: string) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
const sum = (files: readonly string[]) => files.reduce((total, file) => total + bytesOf(file), 0);
/** What a page asks for before any script of the light map: itself, its styles and the few lines that run first. */
const firstFiles = (page: string) => {
  const html = readFileSync(join(DIST, page), "utf8");
  const styles = [...html.matchAll(/(?:assets\/embed-[\w-]+\.css)/g)].map(([file]) => file);
  return [page, "embed/first.js", ...new Set(styles)];
};

/** The data scripts that a page names, so that they are on their way before any script has run. */
const namedData = (page: string) =>
  [
    ...readFileSync(join(DIST, page), "utf8").matchAll(/src="[./]*((?:embed|data\/[\d.]+)\/[\w-]+\.js)" data-part/g),
  ].map(([, file]) => file ?? "");

/** The pages for any view, and those of the curated views, of the current data and of each kept version. */
const PAGES_OF_VIEWS = [null, ...readdirSync(join(ROOT, "data/versions")).filter((name) => /^\d/.test(name))].flatMap(
  (version) =>
    [{ id: null, link: "#v=1" }, ...views.views].flatMap(({ id, link }) =>
      LANGUAGES.map((language) => ({
        page: embedPage({ language, version, view: id, data: null }).replace(/\/$/, "/index.html"),
        data: version === null || version === manifest.dataVersion ? "embed" : `data/${version}`,
        link,
        language,
      })),
    ),
);
const PAGES = PAGES_OF_VIEWS.map(({ page }) => page);

describe("the weight of an embed", () => {
  it.each(PAGES)("%s paints its poster in the first 30 kB", (page) => {
    const files = firstFiles(page);
    expect(files.length).toBeGreaterThanOrEqual(4);
    expect(sum(files)).toBeLessThanOrEqual(30_000);
  });

  it.each(
    LANGUAGES,
  )("the light map in %s comes with every layer there is and any card in 90 kB, web fonts apart", (language) => {
    const own = (kind: string) =>
      readdirSync(join(DIST, "embed"))
        .filter((file) => file.startsWith(`${kind}-${language}`) && file.endsWith(".js"))
        .map((file) => `embed/${file}`);
    const layers = own("light");
    expect(layers).toHaveLength(7);
    const cards = own("cards");
    expect(new Set(cards.map((file) => /cards-\w+-(\w+)-/.exec(file)?.[1])).size).toBe(LAYER_IDS.length);
    const heaviestCard = Math.max(...cards.map(bytesOf));
    // On `embed.html` its English words are on their way in any case.
    const pages = [
      "embed.html",
      ...PAGES_OF_VIEWS.filter((view) => view.language === language).map(({ page }) => page),
    ];
    for (const page of pages) {
      const files = new Set([...firstFiles(page), ...namedData(page), "embed/light.js", ...layers]);
      expect(sum([...files]) + heaviestCard, page).toBeLessThanOrEqual(90_000);
    }
  });

  it.each(PAGES_OF_VIEWS)("$page names all that its view needs, and nothing else", ({ page, data, link, language }) => {
    const { layers, selected } = decode(link);
    const later = layers
      .map((id) => `${data}/light-${language}-${id}.js`)
      .filter((file) => existsSync(join(DIST, file)));
    const card = selected ? [`${data}/cards-${language}-${selected.layer}-${cardFileOf(selected)}.js`] : [];
    const wanted = [`${data}/light-start.js`, `${data}/light-${language}.js`, ...later, ...card];
    expect(new Set(namedData(page))).toEqual(new Set(wanted));
    for (const file of wanted) expect(existsSync(join(DIST, file)), file).toBe(true);
  });

  it("the script for the page around is less than a kilobyte", () => {
    expect(bytesOf("embed/resize.js")).toBeLessThan(1000);
    expect(readdirSync(DIST)).toContain("sarhad-map.d.ts");
  });
});

/** Complaints that concern the page around the frame: not every Chromium knows every feature that a frame may be allowed. */
const ours = ({ complaints }: { readonly complaints: readonly string[] }) =>
  complaints.filter((text) => !/Unrecognized feature: 'web-share'|can escape its sandboxing/.test(text));

/** The frame of the atlas in a page, once its light map can be used. */
async function lightFrame(page: Page, address: string): Promise<Frame> {
  await page.waitForFunction(() => document.querySelector("iframe, sarhad-map") !== null);
  let frame: Frame | undefined;
  for (let tries = 0; !frame && tries < 600; tries++) {
    frame = page.frames().find((candidate) => candidate !== page.mainFrame() && candidate.url().startsWith(address));
    if (!frame) await page.waitForTimeout(100);
  }
  if (!frame) throw new Error("there is no frame of the atlas");
  await frame.waitForFunction(() => document.documentElement.dataset.light === "ready");
  return frame;
}

/** The page goes on scrolling for a while after a wheel or a finger; then what is under the pointer is known again. */
async function scrollingEnds(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const state = window as unknown as { last?: number };
      const isAtRest = scrollY === state.last;
      state.last = scrollY;
      return isAtRest;
    },
    undefined,
    { polling: 250 },
  );
}

/** What was painted as the largest so far and what moved, until the light map and the fonts of `link` stand. */
async function paintsOf(link: string, width: number) {
  const atlas = await openAtlas(new URL(link, plain.url).href, {
    flags: WITHOUT_WEBGL,
    viewport: { width, height: width < 500 ? 420 : width < 1600 ? 640 : 900 },
    prepare: (page) =>
      page.addInitScript(() => {
        const shifts: string[] = [];
        const paints: { readonly url: string; readonly time: number }[] = [];
        Object.assign(window, { shifts, paints });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { url } = entry as unknown as { readonly url: string };
            paints.push({ url, time: entry.startTime });
          }
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { sources } = entry as unknown as { readonly sources: readonly { readonly node: Node | null }[] };
            shifts.push(sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? "").join(" | "));
          }
        }).observe({ type: "layout-shift", buffered: true });
      }),
  });
  const { page } = atlas;
  await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
  // Fonts come last of all; what they move counts as well.
  await page.waitForFunction(() => document.documentElement.dataset.fonts !== undefined);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => ({
    shifts: (window as unknown as { shifts: string[] }).shifts,
    paints: (window as unknown as { paints: { url: string; time: number }[] }).paints,
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  }));
  expect(ours(atlas)).toEqual([]);
  await atlas.close();
  return seen;
}

const frameAddress = (link: string, sandbox: string | null, site = plain.url, width = 700) => {
  const query = new URLSearchParams({ src: `${site}${link}`, width: String(width) });
  if (sandbox !== null) query.set("sandbox", sandbox);
  return `${framer.url}?${query}`;
};

/** Pages whose data a test makes older than the newest. */
const LATER_PAGES = /\/embed(?:\.html|\/1\.0\.0\/)/;

describe("a frame", () => {
  it.each([
    "allow-scripts",
    "allow-scripts allow-same-origin allow-popups",
    null,
  ])("with sandbox %s on a host without CORS is a map with card, without storage, cookies or another host", async (sandbox) => {
    const atlas = await openAtlas(frameAddress("embed.html#v=1&lang=en", sandbox), {
      flags: WITHOUT_WEBGL,
      prepare: (page) =>
        page.addInitScript(() => {
          const refuse = () => {
            throw new DOMException("blocked", "SecurityError");
          };
          for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
            Object.defineProperty(window, name, { get: refuse });
          }
        }),
    });
    const { page } = atlas;
    const frame = await lightFrame(page, plain.url);
    expect(await frame.locator("[data-key]").count()).toBeGreaterThan(40);
    await frame.locator('[data-key="ports/port-gwadar"]').first().press("Enter");
    await frame.locator(".card h2").waitFor();
    expect(await frame.locator(".card h2").textContent()).toContain("Gwadar");
    expect(await frame.locator(".card ol li").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    expect(await frame.locator(".card").count()).toBe(0);
    expect(await frame.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe("ports/port-gwadar");
    expect(await page.context().cookies()).toEqual([]);
    expect(ours(atlas)).toEqual([]);
    expect(atlas.foreign.filter((url) => ![plain.url, framer.url].some((own) => url.startsWith(own)))).toEqual([]);

    await frame.locator("button.embed__full").click();
    if (sandbox === "allow-scripts") {
      await frame.locator("a.embed__full").waitFor();
      expect(await frame.locator("a.embed__full").getAttribute("href")).toContain("/index.html#v=1&");
      expect(await frame.locator(".embed__map svg").count()).toBe(1);
    } else {
      await frame.locator("#map svg [data-key]").first().waitFor();
      expect(await frame.locator(".embed").count()).toBe(0);
    }
    await atlas.close();
  });

  it("in an opaque origin runs the full map too where the host sends the documented headers", async () => {
    const site = inject("atlasUrl");
    const atlas = await openAtlas(frameAddress("embed.html#v=1&lang=en&embed=start:full", "allow-scripts", site), {
      flags: WITHOUT_WEBGL,
    });
    const frame = atlas.page.frames()[1];
    await frame?.locator("#map svg [data-key]").first().waitFor();
    expect(await frame?.evaluate(() => self.origin)).toBe("null");
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it.each([
    ["embed.html#v=1&lang=en", 700],
    ["embed.html#v=1&lang=en&theme=dark&pin=1.0.0", 700],
    ["embed.html#v=1&lang=ur", 360],
    ["embed.html#v=1&lang=fa&embed=legend:open", 1280],
    ["embed/ur/#v=1&lang=ur", 700],
    ["embed/1.0.0/fa/#v=1&lang=fa&pin=1.0.0", 360],
    ["embed/crossings-and-markets/#v=1&lang=en", 280],
    ["embed/strikes-january-2024/fa/#v=1&lang=fa", 700],
    ["embed.html#v=1&lang=en&sel=strikes/koh-e-sabz-2024-01-16", 360],
    ["embed.html#v=1&lang=en&sel=strikes/koh-e-sabz-2024-01-16", 700],
    ["embed.html#v=1&lang=en&sel=strikes/koh-e-sabz-2024-01-16", 1280],
    ["embed.html#v=1&lang=en&sel=strikes/koh-e-sabz-2024-01-16", 1600],
    ["embed/strikes-january-2024/#v=1&lang=en&sel=strikes/koh-e-sabz-2024-01-16", 1280],
    ["embed/gwadar-and-chabahar/#v=1&lang=en&sel=ports/port-gwadar", 280],
    ["embed/gwadar-and-chabahar/#v=1&lang=en&sel=ports/port-gwadar", 1280],
    ["embed/gwadar-and-chabahar/fa/#v=1&lang=fa&sel=ports/port-gwadar", 1600],
    ["embed/1.0.0/ur/#v=1&lang=ur&pin=1.0.0&sel=strikes/koh-e-sabz-2024-01-16", 700],
  ] as const)("nothing of %s at %i px moves when the map takes the place of the poster, which is the largest paint", async (link, width) => {
    const { shifts, paints, first } = await paintsOf(link, width);
    // The ground of the poster is the one picture on the page that is an address of its own; words have none.
    expect(paints.at(-1)?.url).toMatch(/^data:image\/svg\+xml,/);
    expect(paints.at(-1)?.time).toBe(first);
    expect(shifts).toEqual([]);
  });

  it.each([
    ["light", "", "light", "dark"],
    ["dark", "", "dark", "light"],
    ["light", "&theme=dark", "dark", "light"],
    ["dark", "&theme=light", "light", "dark"],
  ] as const)("on a %s screen a poster with the link's “%s” stands on the ground of the %s", async (colorScheme, asked, shown, other) => {
    const link = new URL(`embed.html#v=1&lang=en&embed=start:poster${asked}`, plain.url).href;
    const atlas = await openAtlas(link, { flags: WITHOUT_WEBGL, colorScheme });
    const { page } = atlas;
    await page.getByRole("button", { name: "Show the map" }).waitFor();
    const ground = (theme: string) => page.locator(`.poster [data-ground="${theme}"]`);
    expect(await ground(shown).isVisible()).toBe(true);
    expect(await ground(other).isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await ground("light").isVisible()).toBe(true);
    expect(await ground("dark").isVisible()).toBe(false);
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it("nothing moves when a card stands open before the fonts come", async () => {
    const link = "embed.html#v=1&lang=fa&sel=strikes/koh-e-sabz-2024-01-16";
    for (const width of [700, 1280]) expect((await paintsOf(link, width)).shifts, `${width} px`).toEqual([]);
  });

  it("scrolls the page around it, zooms with the key held, and moves when it is dragged or asked by keys", async () => {
    const atlas = await openAtlas(frameAddress("embed.html#v=1&lang=en", null), { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const frame = await lightFrame(page, plain.url);
    const scale = () => frame.locator('[data-scale="km"]').getAttribute("d");
    const before = await scale();
    await page.mouse.move(350, 240);
    await page.mouse.wheel(0, 300);
    // The page scrolls on for a while; the map has to be under the pointer again before the wheel turns once more.
    await page.waitForFunction(() => scrollY > 0);
    await scrollingEnds(page);
    expect(await scale()).toBe(before);
    // What the reader is told stands in the middle of the map.
    const [hint, stage] = await Promise.all(
      [".embed__hint", ".embed__map"].map((part) => frame.locator(part).boundingBox()),
    );
    const middle = (box: typeof hint) => (box ? box.x + box.width / 2 : Number.NaN);
    expect(Math.abs(middle(hint ?? null) - middle(stage ?? null))).toBeLessThan(1);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(() => scrollY === 0);
    await page.mouse.move(352, 242);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -90);
    await frame.waitForFunction(
      (old) => document.querySelector('[data-scale="km"]')?.getAttribute("d") !== old,
      before,
    );
    await page.keyboard.up("Control");
    const crossing = frame.locator('[data-key="crossings/crossing-kuhak-chedgi"] use').first();
    const place = () => crossing.getAttribute("transform");
    const here = await place();
    await page.mouse.move(350, 240);
    await page.mouse.down();
    await page.mouse.move(300, 220, { steps: 3 });
    await page.mouse.up();
    const there = await place();
    expect(there).not.toBe(here);
    expect(await frame.locator(".card").count()).toBe(0);
    await frame.locator(".embed__map").focus();
    await page.keyboard.press("ArrowRight");
    expect(await place()).not.toBe(there);
    // Where the keys are is drawn with the picture: WebKit puts no outline around a part of one.
    await page.keyboard.press("Tab");
    const ring = await frame.evaluate(() => {
      const { stroke, strokeWidth } = getComputedStyle(document.activeElement?.lastElementChild ?? document.body);
      return { isFeature: document.activeElement?.hasAttribute("data-key"), stroke, strokeWidth };
    });
    expect(ring).toEqual({ isFeature: true, stroke: "rgb(10, 90, 120)", strokeWidth: "3px" });
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it("waits for a press, hides what it was told to hide, and does not move", async () => {
    const link = "embed.html#v=1&lang=en&embed=start:poster;title:hidden;controls:hidden;legend:open;interaction:none";
    const atlas = await openAtlas(new URL(link, plain.url).href, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    await page.getByRole("button", { name: "Show the map" }).click();
    await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
    expect(await page.locator(".embed__legend[open] li").count()).toBeGreaterThan(5);
    expect(await page.locator(".embed__buttons").count()).toBe(0);
    expect((await page.locator(".embed__head").boundingBox())?.height).toBeLessThan(2);
    const place = () => page.locator('[data-key="ports/port-gwadar"] use').first().getAttribute("transform");
    const before = await place();
    await page.locator(".embed__map").focus();
    await page.keyboard.press("ArrowRight");
    expect(await place()).toBe(before);
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it.each([
    ["light", "", "dark"],
    ["dark", "", "light"],
    ["dark", "&theme=light", "light dark"],
    ["dark", "&theme=auto", ""],
  ] as const)("on a %s screen, asked for “%s”, it lets the ground of a page whose scheme is “%s” through", async (screen, theme, scheme) => {
    const src = new URL(`embed.html#v=1&lang=en${theme}&embed=background:transparent`, plain.url).href;
    const [frame = ""] =
      /<iframe[^>]*>/.exec(
        embedSnippet({
          way: "frame",
          site: plain.url,
          src,
          link: plain.url,
          title: "The border",
          credit: "Sarhad",
          language: "en",
          isRightToLeft: false,
          shape: "3-2",
          width: null,
          picture: null,
        }),
      ) ?? [];
    const host = await servePage(
      () => `<!doctype html><style>:root{color-scheme:${scheme || "normal"}}body{background:#7a00ff}</style>
        <title>host</title>${frame}</iframe>`,
    );
    const atlas = await openAtlas(host.url, { flags: WITHOUT_WEBGL, base: host.url, colorScheme: screen });
    const [, inner] = atlas.page.frames();
    await inner?.waitForFunction(() => document.documentElement.dataset.light === "ready");
    const box = await atlas.page.locator("iframe").boundingBox();
    const end = (box?.x ?? 0) + (box?.width ?? 0);
    const pixel = await atlas.page.screenshot({ clip: { x: end - 3, y: (box?.y ?? 0) + 2, width: 1, height: 1 } });
    expect([...PNG.sync.read(pixel).data.subarray(0, 3)]).toEqual([0x7a, 0, 0xff]);
    await atlas.close();
    await host.close();
  });

  it("keeps the words of its page, and the way they run, until the map of another language is asked for", async () => {
    const link = new URL("embed.html#v=1&lang=ur&embed=start:poster", plain.url).href;
    const atlas = await openAtlas(link, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const heading = page.getByRole("heading", { level: 1 });
    const direction = () => heading.evaluate((element) => getComputedStyle(element).direction);
    const show = page.locator(".embed__start");
    await show.waitFor();
    expect(await heading.textContent()).toMatch(/^[\w ,–-]+$/);
    expect(await direction()).toBe("ltr");
    expect(await show.getAttribute("dir")).toBe("rtl");
    await show.click();
    await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
    expect(await heading.textContent()).toContain("سرحد");
    expect(await direction()).toBe("rtl");
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it("credits read from left to right on a poster that reads from right to left", async () => {
    const link = new URL("embed/ur/#v=1&lang=ur&embed=start:poster", plain.url).href;
    const atlas = await openAtlas(link, { flags: WITHOUT_WEBGL });
    const credit = atlas.page.locator(".embed__credits a").first();
    expect(await credit.textContent()).toBe("© OpenStreetMap contributors");
    const [sign = Number.NaN, name = Number.NaN] = await credit.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      return [0, 2].map((at) => {
        const letter = document.createRange();
        if (text) letter.setStart(text, at);
        if (text) letter.setEnd(text, at + 1);
        return letter.getBoundingClientRect().left;
      });
    });
    expect(sign).toBeLessThan(name);
    expect(name - sign).toBeLessThan(40);
    await atlas.close();
  });

  it("shows nothing of the conflict in its poster when the link asks for geography only", async () => {
    const link = "embed.html#v=1&lang=en&f=geography:only&embed=start:poster";
    const atlas = await openAtlas(new URL(link, plain.url).href, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const start = page.getByRole("button", { name: "Show the map" });
    await start.waitFor();
    const lookOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((it) => getComputedStyle(it).visibility);
    expect(await lookOf('.poster [data-key^="border/"]')).toBe("visible");
    expect(await lookOf('.poster [data-key^="strikes/"]')).toBe("hidden");
    expect(await lookOf('.poster [id="poster-labels"] text')).toBe("hidden");
    expect(await lookOf(".embed__head > p")).toBe("hidden");
    await start.click();
    await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
    expect(await lookOf(".embed__head > p")).toBe("visible");
    expect(await page.locator('[data-key^="strikes/"]').count()).toBe(0);
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it("hands over a picture, a citation and a snippet, by fingers too", async () => {
    const link = "embed.html#v=1&lang=fa&layers=border,strikes,ports&embed=background:transparent";
    const sandbox = "allow-scripts allow-same-origin allow-downloads";
    const atlas = await openAtlas(frameAddress(link, sandbox, plain.url, 420), {
      flags: WITHOUT_WEBGL,
      hasTouch: true,
    });
    const { page } = atlas;
    const frame = await lightFrame(page, plain.url);
    const background = await frame.evaluate(() =>
      [document.documentElement, document.body].map((part) => getComputedStyle(part).backgroundColor),
    );
    expect(background).toEqual(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]);

    // One finger scrolls the page; two move and zoom the map.
    const devtools = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly (readonly [number, number])[]) =>
      devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    const scale = () => frame.locator('[data-scale="km"]').getAttribute("d");
    const before = await scale();
    await touch("touchStart", [[200, 260]]);
    await touch("touchMove", [[200, 220]]);
    await touch("touchEnd", []);
    await scrollingEnds(page);
    expect(await scale()).toBe(before);
    await page.evaluate(() => scrollTo(0, 0));
    await scrollingEnds(page);
    const fingers = (apart: number) =>
      [
        [200 - apart, 250],
        [200 + apart, 250],
      ] as const;
    await touch("touchStart", fingers(20));
    await touch("touchMove", fingers(50));
    await touch("touchMove", fingers(80));
    await touch("touchEnd", []);
    await frame.waitForFunction(
      (old) => document.querySelector('[data-scale="km"]')?.getAttribute("d") !== old,
      before,
    );

    await frame.locator('[data-key="ports/port-gwadar"]').first().press("Enter");
    await frame.locator(".card h2").waitFor();
    const small = await frame.evaluate(() =>
      [...document.querySelectorAll(".embed :is(button, summary, .embed__open)")]
        .filter((target) => target.checkVisibility({ visibilityProperty: true }))
        .map((target) => [target.className, target.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 43.5),
    );
    expect(small).toEqual([]);
    expect(await frame.locator(".card ol").evaluate((list) => getComputedStyle(list).listStyleType)).toBe("persian");
    await frame.locator(".card button").first().click();

    await frame.getByRole("button", { name: "تصویر، ارجاع، جاسازی" }).first().click();
    const dialog = frame.locator("dialog.embed__tools");
    await dialog.locator("img[src^='blob:']").waitFor();
    expect(atlas.requests).toContain("/embed/tools.js");
    const [citation, snippet] = await dialog
      .locator("textarea")
      .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    expect(citation).toContain("pin=");
    expect(snippet).toContain('<figure lang="fa" dir="rtl"');
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "SVG" }).click(),
    ]);
    const svg = readFileSync(await download.path(), "utf8");
    expect(svg).toContain("@font-face");
    expect(svg).toContain("رویدادها به نقل از");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it("shows what is chosen beside its card, which cuts nothing in the corner", async () => {
    const atlas = await openAtlas(new URL("embed.html#v=1&lang=en&corridor=border:25", plain.url).href, {
      flags: WITHOUT_WEBGL,
      viewport: { width: 700, height: 520 },
    });
    const { page } = atlas;
    const places = async (key: string) => {
      await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
      await page.locator(".card h2").waitFor();
      const boxOf = async (selector: string) => {
        const box = await page.locator(selector).first().boundingBox();
        if (!box) throw new Error(`${selector} is not there`);
        return { start: box.x, end: box.x + box.width };
      };
      return {
        card: await boxOf(".card"),
        symbol: await boxOf(`[data-key="${key}"] use`),
        notice: await boxOf(".embed__pin"),
      };
    };
    await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
    await page.locator('[data-key="ports/port-karachi"]').first().press("Enter");
    const english = await places("ports/port-karachi");
    expect(english.symbol.end).toBeLessThanOrEqual(english.card.start);
    expect(english.notice.end).toBeLessThanOrEqual(english.card.start);
    await page.goto(new URL("embed/ur/?sel#v=1&lang=ur&corridor=border:25&sel=ports/port-konarak", plain.url).href);
    const urdu = await places("ports/port-konarak");
    expect(urdu.symbol.start).toBeGreaterThanOrEqual(urdu.card.end);
    expect(urdu.notice.start).toBeGreaterThanOrEqual(urdu.card.end);
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it("shows a pinned version, and says so where a version is not known", async () => {
    const atlas = await openAtlas(new URL("embed.html#v=1&lang=en&pin=1.0.0", plain.url).href, {
      flags: WITHOUT_WEBGL,
      // As if a later version had been released since.
      prepare: (page) =>
        page.route(LATER_PAGES, async (route) => {
          const response = await route.fetch();
          let body = (await response.text()).replace('data-current="1.0.0"', 'data-current="1.1.0"');
          if (route.request().url().includes("/embed/1.0.0/")) {
            body = body.replace(/embed\/(light-(?:start|en)\.js)/g, "data/1.0.0/$1");
          }
          await route.fulfill({ response, body });
        }),
    });
    const { page } = atlas;
    await page.locator(".embed__pin", { hasText: "1.0.0" }).waitFor();
    // The page of that version takes over, with its poster; from then on nothing of the newest data is asked for.
    expect(new URL(page.url()).pathname).toBe("/embed/1.0.0/");
    expect(new URL(page.url()).hash).toBe("#v=1&lang=en&pin=1.0.0");
    const since = atlas.requests.slice(atlas.requests.indexOf("/embed/1.0.0/"));
    expect(since.filter((path) => /^\/embed\/(?:light|cards)-/.test(path))).toEqual([]);
    for (const name of ["light-start", "light-en"]) expect(atlas.requests).toContain(`/data/1.0.0/${name}.js`);
    await page.locator('[data-key="ports/port-gwadar"]').first().press("Enter");
    await page.locator(".card h2").waitFor();
    expect(atlas.requests.some((path) => /^\/data\/1\.0\.0\/cards-en-ports-\d\.js$/.test(path))).toBe(true);
    // The version that is current needs no files but the current ones.
    await page.unroute(LATER_PAGES);
    const before = atlas.requests.length;
    await page.goto(new URL("embed.html?current#v=1&lang=en&pin=1.0.0", plain.url).href);
    await page.locator(".embed__pin", { hasText: "1.0.0" }).waitFor();
    expect(atlas.requests.slice(before).filter((path) => path.startsWith("/data/"))).toEqual([]);
    await page.goto(new URL("embed.html?again#v=1&lang=en&pin=9.9.9", plain.url).href);
    await page.locator(".embed__pin", { hasText: "9.9.9" }).waitFor();
    expect(await page.locator("[data-key]").count()).toBeGreaterThan(40);
    await page.goto(new URL("index.html#v=1&lang=en&pin=1.0.0&sel=ports/port-gwadar", plain.url).href);
    await page.locator("#card-title").waitFor();
    expect(atlas.requests).toContain("/data/1.0.0/ports.geojson");
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });
});

const DRESSES = (["en", "ur", "fa"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((theme) => ({ language, theme })),
);

it.each(DRESSES)("in $language, $theme, the map and its card break no rule and fit every width", async (dress) => {
  const { language, theme } = dress;
  const atlas = await openAtlas(
    new URL(`embed.html#v=1&lang=${language}&theme=${theme}&sel=strikes/koh-e-sabz-2024-01-16`, plain.url).href,
    { flags: WITHOUT_WEBGL },
  );
  const { page } = atlas;
  await page.locator(".card h2").waitFor();
  const axe = () =>
    new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const rules = ({ violations }: Awaited<ReturnType<typeof axe>>) =>
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  expect(rules(await axe())).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator(".embed__legend summary").click();
  expect(rules(await axe())).toEqual([]);
  for (const width of [280, 320, 360, 768, 1440, 1600]) {
    await page.setViewportSize({ width, height: width < 500 ? LEAST_HEIGHT : 700 });
    const beyond = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          ".embed__head, .embed__stage, .embed__foot, .embed__open, .embed__buttons, .embed__legend",
        ),
      ]
        .filter(
          (part) => part.getBoundingClientRect().left < -0.5 || part.getBoundingClientRect().right > innerWidth + 0.5,
        )
        .map((part) => part.className),
    );
    expect(beyond, `${width} px`).toEqual([]);
    // The lowest frame of a snippet shows credits and links without scrolling.
    const below = await page.evaluate(
      () => (document.querySelector(".embed__foot")?.getBoundingClientRect().bottom ?? 1e9) - innerHeight,
    );
    expect(below, `${width} px`).toBeLessThanOrEqual(0.5);
  }
  expect(ours(atlas)).toEqual([]);
  await atlas.close();
});

it.each(
  LANGUAGES,
)("in %s the boundary note is whole in every frame, and a heading takes no room that it does not need", async (language) => {
  const link = `${embedPage({ language, version: null, view: null, data: null })}#v=1&lang=${language}`;
  for (const width of [280, 320, 360, 430, 600, 840, 1600]) {
    const atlas = await openAtlas(new URL(link, plain.url).href, {
      flags: WITHOUT_WEBGL,
      viewport: { width, height: 640 },
    });
    const { page } = atlas;
    await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
    const seen = await page.evaluate(() => {
      const boxOf = (part: string) => document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
      const [head, summary, foot, note] = [".embed__head", ".embed__head > p", ".embed__foot", ".embed__note"].map(
        boxOf,
      );
      const credits = boxOf(".embed__credits");
      return {
        isNoteWhole:
          note && foot && note.top >= foot.top && note.bottom <= credits.top + 0.5 && note.right <= innerWidth,
        spare: head && summary && head.bottom - summary.bottom,
      };
    });
    expect(seen, `${width} px`).toEqual({ isNoteWhole: true, spare: 6 });
    await atlas.close();
  }
});

it.each([
  ["en", 280, "strikes/koh-e-sabz-2024-01-16"],
  ["fa", 360, "strikes/koh-e-sabz-2024-01-16"],
  ["ur", 430, "ports/port-gwadar"],
] as const)("in %s at %i px a frame shows %s above the card that its link opens, and says nothing twice", async (language, width, key) => {
  const link = `${embedPage({ language, version: null, view: null, data: null })}#v=1&lang=${language}&sel=${key}`;
  const atlas = await openAtlas(new URL(link, plain.url).href, {
    flags: WITHOUT_WEBGL,
    viewport: { width, height: 480 },
  });
  const { page } = atlas;
  await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
  const boxOf = async (part: string) => (await page.locator(part).first().boundingBox()) ?? expect.fail(part);
  const [stage, card, symbol] = [
    await boxOf(".embed__stage"),
    await boxOf(".card"),
    await boxOf(`.embed__map [data-key="${key}"]`),
  ];
  const middle = symbol.y + symbol.height / 2;
  expect(middle).toBeGreaterThan(stage.y + 10);
  expect(middle).toBeLessThan(card.y - 10);
  expect(await page.locator(".embed__head > p").isVisible()).toBe(false);
  expect(await page.locator(".embed__head h1").textContent()).toBe(await page.locator(".card h2").textContent());
  expect(ours(atlas)).toEqual([]);
  await atlas.close();
});

it("at 400 %, where a window has 320 × 256 px, all of a frame is reached by scrolling up and down alone", async () => {
  const atlas = await openAtlas(new URL("embed.html#v=1&lang=en", plain.url).href, {
    flags: WITHOUT_WEBGL,
    viewport: { width: 320, height: 256 },
  });
  const { page } = atlas;
  await page.waitForFunction(() => document.documentElement.dataset.light === "ready");
  const room = () =>
    page.evaluate(() => ({
      isWide: document.documentElement.scrollWidth > innerWidth,
      map: document.querySelector(".embed__map")?.getBoundingClientRect().height ?? 0,
    }));
  expect(await room()).toMatchObject({ isWide: false });
  expect((await room()).map).toBeGreaterThan(180);
  for (const part of [".embed__legend summary", ".embed__buttons button", ".embed__notes summary", ".embed__open"]) {
    const one = page.locator(part).first();
    await one.scrollIntoViewIfNeeded();
    const place = await one.boundingBox();
    expect((place?.y ?? -1) >= 0 && (place?.y ?? 1e9) + (place?.height ?? 0) <= 256.5, part).toBe(true);
  }
  await page.locator('[data-key="ports/port-gwadar"]').first().press("Enter");
  const source = page.locator(".card ol li").last();
  await source.scrollIntoViewIfNeeded();
  expect(await source.isVisible()).toBe(true);
  // What leaves the frame is offered in its notes too, where the buttons have no room.
  await page.locator(".embed__notes summary").press("Enter");
  await page.locator(".embed__notes-body button").press("Enter");
  const dialog = page.locator("dialog.embed__tools");
  await dialog.locator("img[src^='blob:']").waitFor();
  expect(await dialog.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(false);
  // Escape closes what lies on top, and only that.
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await page.locator(".card").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.locator(".card").waitFor({ state: "detached" });
  expect((await room()).isWide).toBe(false);
  expect(ours(atlas)).toEqual([]);
  await atlas.close();
});

it("a page on a disk shows the frame of a host that sends the documented headers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sarhad-page-"));
  const file = join(folder, "article.html");
  const site = inject("atlasUrl");
  writeFileSync(
    file,
    `<!doctype html><title>article</title><iframe title="map" src="${site}embed/fa/#v=1&lang=fa"></iframe>`,
  );
  const atlas = await openAtlas(pathToFileURL(file).href, { flags: WITHOUT_WEBGL });
  const frame = await lightFrame(atlas.page, site);
  expect(await frame.locator("h1").textContent()).toBe(views.views[0]?.title.fa);
  expect(ours(atlas)).toEqual([]);
  await atlas.close();
  rmSync(folder, { recursive: true });
});

describe("the examples", () => {
  it("an article without JavaScript shows the poster of the view, its heading, note and link", async () => {
    const atlas = await openAtlas(new URL("article.html", newspaper.url).href, {
      flags: WITHOUT_WEBGL,
      javaScriptEnabled: false,
    });
    const frame = atlas.page.frameLocator("iframe");
    await frame.locator(".poster > svg").waitFor();
    expect(await frame.locator("#poster-layer-strikes").isVisible()).toBe(true);
    expect(await frame.locator("h1").textContent()).toBe("The strikes of January 2024");
    expect(await frame.locator(".embed__note").textContent()).toContain("do not imply");
    expect(await frame.locator(".embed__open").getAttribute("href")).toContain("index.html#v=1&map=6.3");
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it("an article gives the frame the height it asks for, and the frame keeps to its version", async () => {
    const atlas = await openAtlas(new URL("article.html", newspaper.url).href, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const frame = await lightFrame(page, plain.url);
    await page.waitForFunction(() => document.querySelector("iframe")?.style.height !== "");
    const wanted = await frame.evaluate(() => document.body.clientWidth * 0.625);
    const height = await page.evaluate(() => document.querySelector("iframe")?.offsetHeight ?? 0);
    expect(height).toBeGreaterThan(wanted);
    expect(await frame.locator(".embed__pin").textContent()).toContain("1.0.0");
    expect(await frame.locator('[data-key^="strikes/"]').count()).toBeGreaterThan(1);
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });

  it("the element shows its attributes, obeys their changes at any moment, and follows the reader", async () => {
    // Modules and frames of another origin: the host has to send the documented headers.
    const site = inject("atlasUrl");
    const page = readFileSync(join(ROOT, "examples/element.html"), "utf8").replaceAll(EXAMPLES_ATLAS, site);
    const host = await servePage(() => page);
    const atlas = await openAtlas(host.url, { flags: WITHOUT_WEBGL });
    const frame = await lightFrame(atlas.page, site);
    expect(await frame.locator('[data-key^="markets/"]').count()).toBeGreaterThan(0);
    expect(await frame.locator('[data-key^="ports/"]').count()).toBe(0);
    await atlas.page.locator("#view", { hasText: "v=1" }).waitFor();
    await atlas.page.locator("#ports").press("Enter");
    await frame.locator(".card h2", { hasText: "Gwadar" }).waitFor();
    expect(await frame.locator('[data-key^="markets/"]').count()).toBe(0);
    await frame.locator(".card button").click();
    await atlas.page.waitForFunction(() => !document.querySelector("sarhad-map")?.hasAttribute("selected"));
    expect(await atlas.page.locator("#view").textContent()).toContain("layers=border,ports");

    // A change that comes while the frame is still loading is not lost.
    await atlas.page.evaluate(async () => {
      const element = document.querySelector("sarhad-map");
      element?.setAttribute("legend", "hidden");
      await Promise.resolve();
      element?.setAttribute("layers", "border,crossings");
      element?.setAttribute("selected", "crossings/crossing-kuhak-chedgi");
    });
    const again = await lightFrame(atlas.page, site);
    await again.locator(".card h2", { hasText: "Kuhak" }).waitFor();
    expect(await again.locator('[data-key^="ports/"]').count()).toBe(0);

    // A pinned element opens the page of its version, whose poster and data are of it.
    await atlas.page.evaluate(() => document.querySelector("sarhad-map")?.setAttribute("pin", "1.0.0"));
    const pinned = await lightFrame(atlas.page, `${site}embed/1.0.0/`);
    await pinned.locator(".embed__pin", { hasText: "1.0.0" }).waitFor();
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
    await host.close();
  });

  it.each([
    ["sandboxed.html", "en"],
    ["amp.html", "fa"],
  ])("%s shows the light map in %s", async (file, language) => {
    const atlas = await openAtlas(new URL(file, newspaper.url).href, { flags: WITHOUT_WEBGL });
    const frame = await lightFrame(atlas.page, plain.url);
    expect(await frame.evaluate(() => document.documentElement.lang)).toBe(language);
    if (file === "amp.html") {
      await atlas.page.waitForFunction(() => document.querySelector("iframe")?.getAttribute("height") !== "400");
    }
    expect(ours(atlas)).toEqual([]);
    await atlas.close();
  });
});
