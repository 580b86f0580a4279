import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, describe, expect, it } from "vitest";
import views from "../../data/views.json";
import { LANGUAGES } from "../../src/data/language";
import { PALETTES } from "../../src/picture/palette";
import en from "../../src/state/language/catalogue/en.json";
import fa from "../../src/state/language/catalogue/fa.json";
import ur from "../../src/state/language/catalogue/ur.json";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const VIEW = "#v=1&lang=en&theme=light&map=6.5/27.2/62.4&layers=border,strikes,ports&corridor=border:25";

const WORDS = { en, ur, fa };

/** What the button is called in each language. */
const SHARE = new RegExp(LANGUAGES.map((language) => WORDS[language]["tool.share"]).join("|"));

const open = async (view = VIEW) => {
  const atlas = await openAtlas(view, {
    flags: WITHOUT_WEBGL,
    viewport: { width: 1200, height: 800 },
    // Paper is printed by the test, not by the system's own dialog.
    prepare: (page) => page.addInitScript("window.print = () => {}"),
  });
  const { page } = atlas;
  await page.locator("#map svg [data-key]").first().waitFor();
  if (view.includes("corridor")) await page.locator("#map svg #drawn-overlays").waitFor({ state: "attached" });
  await page.getByRole("button", { name: SHARE }).click();
  await page.locator(".share").waitFor();
  return atlas;
};

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const parse = (svg: string) => new DOMParser().parseFromString(svg, "image/svg+xml");

/** Waits for a preview that is not `before`, drawn and so wide; answers its address. */
async function nextPreview(page: Page, width: number, before = ""): Promise<string> {
  const address = await page.waitForFunction(
    ([least, old]) => {
      const image = document.querySelector<HTMLImageElement>(".share__preview img");
      return image?.complete && image.naturalWidth === least && image.src !== old ? image.src : null;
    },
    [width, before] as const,
  );
  return String(await address.jsonValue());
}

describe("sharing a view", () => {
  it("hands over a snippet that follows what is chosen", async () => {
    const atlas = await open();
    const { page } = atlas;
    const link = await page.getByLabel("Link to this view").inputValue();
    expect(new URL(link).hash).toContain("lang=en");
    await page.locator("#share-tab-link").press("ArrowRight");
    const snippet = page.getByLabel("Snippet that puts this view into a page");
    await snippet.waitFor();
    await page.getByLabel("Title", { exact: true }).fill(`The "band" </iframe><script>alert(1)</script>`);
    await page.locator(".share").getByLabel("Language").selectOption("fa");
    await page.getByText("How it behaves").click();
    await page.getByLabel("Moving the map").selectOption("click");
    await page.getByLabel("Shape").selectOption("1-1");
    await page.getByLabel("Facts as of data version").check();
    const text = await snippet.inputValue();
    expect(text).not.toContain("<script");
    expect(text).toContain("aspect-ratio:1/1");
    expect(text).toContain('<figure lang="fa" dir="rtl"');
    const src = /src="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const { hash, pathname } = new URL(src);
    expect(pathname).toMatch(/\/embed\/1\.0\.0\/fa\/$/);
    for (const part of ["lang=fa", "theme=light", "embed=interaction:click", "pin=", "corridor=border:25"]) {
      expect(hash).toContain(part);
    }
    // A square of 720 px shows what a wider window did, so it looks from farther away.
    expect(Number(/map=([\d.]+)/.exec(hash)?.[1])).toBeLessThan(6.5);
    await page.waitForFunction((wanted) => document.querySelector("iframe")?.src === wanted, src);
    await page.locator("#share-tab-cite").click();
    const apa = await page.getByLabel("APA").inputValue();
    expect(apa).toContain("[Map view]");
    expect(apa).toContain("pin=");
    // The link is in the language that was chosen, as the title is.
    expect(apa).toContain("lang=fa");
    expect(await page.getByLabel("BibTeX").inputValue()).toContain("@misc{sarhad-");
    expect(JSON.parse(await page.getByLabel("CSL-JSON").inputValue())[0].type).toBe("dataset");
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it("is not fixed to a version that nobody keeps", async () => {
    const atlas = await open(`${VIEW.replace("&corridor=border:25", "")}&pin=7.7.7`);
    const { page } = atlas;
    await page.locator("#share-tab-embed").click();
    const snippet = page.getByLabel("Snippet that puts this view into a page");
    await snippet.waitFor();
    expect(await snippet.inputValue()).not.toContain("pin=");
    await page.getByLabel("Facts as of data version").check();
    expect(await snippet.inputValue()).toMatch(/\/embed\/1\.0\.0\/#.+pin=1\.0\.0/);
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });

  it("opens the page of a curated view, and offers a script for its height or the element", async () => {
    const link = views.views.find(({ id }) => id === "strikes-january-2024")?.link ?? "";
    const atlas = await open(`${link}&lang=en`);
    const { page } = atlas;
    await page.locator("#share-tab-embed").click();
    const snippet = page.getByLabel("Snippet that puts this view into a page");
    const sourceOf = async () => /src="([^"]+)"/.exec(await snippet.inputValue())?.[1]?.replaceAll("&amp;", "&") ?? "";
    await snippet.waitFor();
    expect(await sourceOf()).toMatch(/\/embed\/strikes-january-2024\/#v=1&lang=en$/);
    await page.getByText("the curated view \u2068The strikes of January 2024\u2069").waitFor();
    expect(await page.getByLabel("Address of a picture").count()).toBe(0);
    await page.locator(".share").getByLabel("Language").selectOption("ur");
    await page.waitForFunction(() =>
      document.querySelector("iframe")?.src.endsWith("/embed/strikes-january-2024/ur/#v=1&lang=ur"),
    );
    const preview = page.frameLocator(".share__preview iframe");
    await preview.locator(".embed__map svg").waitFor();
    expect(await preview.locator("h1").textContent()).toBe("جنوری 2024 کے حملے");

    await page.getByLabel("Way of embedding").selectOption("script");
    expect(await snippet.inputValue()).toMatch(/<script src="[^"]+\/embed\/resize\.js"><\/script>\n$/);
    // The preview grows as the frame in the page will.
    const grown = page.locator('.share__preview[data-grown="true"]');
    await grown.waitFor();
    const width = await grown.evaluate(({ clientWidth }) => clientWidth);
    expect(await grown.evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(width * 0.625);

    await page.getByLabel("Way of embedding").selectOption("element");
    const element = await snippet.inputValue();
    expect(element).toContain('layers="border,strikes,provinces,towns" period="2024-01-01/2024-01-31" language="ur"');
    expect(element).toMatch(/<script type="module" src="[^"]+\/sarhad-map\.js"><\/script>\n$/);
    await page.getByText("Picture for readers without JavaScript").click();
    await page.getByLabel("Address of a picture").fill("our picture.png");
    await page.getByText("This is no address of a picture").waitFor();
    expect(await snippet.inputValue()).not.toContain("<noscript>");
    await page.getByLabel("Address of a picture").fill("https://example.org/strikes.png");
    await page.locator(".share__alt-text").fill("Where the strikes fell,\nby \u202Eday");
    expect(await snippet.inputValue()).toContain('alt="Where the strikes fell, by day"');
    expect(await snippet.inputValue()).toContain('<noscript><img src="https://example.org/strikes.png" alt="');

    await page.getByLabel("Way of embedding").selectOption("frame");
    await page.getByText("Layers", { exact: true }).last().click();
    await page.locator(".share__checks").getByText("Towns and places").click();
    expect(await sourceOf()).toContain("/embed/ur/#v=1&map=");
    expect(await snippet.inputValue()).toContain("<noscript><img ");
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it("says what an embed will not show, previews it for phones, tells what was copied, and keeps what was chosen", async () => {
    const atlas = await openAtlas(VIEW, {
      flags: WITHOUT_WEBGL,
      viewport: { width: 1200, height: 800 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { page } = atlas;
    await page.locator("#map svg [data-key]").first().waitFor();
    const openShare = async () => {
      await page.getByRole("button", { name: SHARE }).click();
      await page.locator("#share-tab-embed").click();
      await page.locator(".share__preview iframe").waitFor();
    };
    await openShare();
    const snippet = page.getByLabel("Snippet that puts this view into a page");
    // No light map draws the corridor of this view.
    await page.getByText("Only the full map shows them").waitFor();
    const preview = page.locator(".share__preview");
    const deskWidth = await preview.evaluate(({ clientWidth }) => clientWidth);
    await page.getByRole("button", { name: "On a phone" }).click();
    const phone = await preview.boundingBox();
    expect(phone?.width).toBeLessThan(deskWidth / 1.5);
    // As high as the snippet says, and so high that nothing of the frame is out of sight.
    const least = Number(/min-height:(\d+)px/.exec(await snippet.inputValue())?.[1]);
    expect(phone?.height).toBe(least);
    const frame = page.frameLocator(".share__preview iframe");
    await frame.locator(".embed__pin").waitFor();
    const foot = await frame
      .locator(".embed__foot")
      .evaluate((box) => box.getBoundingClientRect().bottom - innerHeight);
    expect(foot).toBeLessThanOrEqual(0.5);
    const room = await frame.locator(".embed__pin").evaluate((box) => getComputedStyle(box).paddingInlineStart);
    expect(Number.parseFloat(room)).toBeGreaterThanOrEqual(4);

    await page.getByLabel("Title", { exact: true }).fill("  The band\u202E ");
    await page.locator(".share figcaption a", { hasText: /^The band$/ }).waitFor();
    // By keyboard the snippet comes before the map of the preview.
    await page.getByText("Picture for readers without JavaScript").focus();
    for (let stop = 0; stop < 2; stop += 1) await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Copy");
    await page.getByRole("button", { name: "Begin with the full map" }).click();
    await page.getByText("Only the full map shows them").waitFor({ state: "detached" });
    expect(await snippet.inputValue()).toContain("embed=start:full");
    await page.getByLabel("Shape").selectOption("4-5");
    await page.locator(".copy").getByRole("button", { name: "Copy" }).click();
    await page.locator(".share [role=status]", { hasText: "Copied." }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet.inputValue());

    // Text that is marked beyond the edge of the dialog closes nothing.
    const box = await snippet.boundingBox();
    if (!box) throw new Error("the snippet is not there");
    await page.mouse.move(box.x + 60, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(4, box.y + 30);
    await page.mouse.up();
    expect(await page.locator(".share").count()).toBe(1);

    // An editor who moves the map and comes back finds everything as it was; about another view, no word of it.
    await page.keyboard.press("Escape");
    await page.locator(".share").waitFor({ state: "detached" });
    await openShare();
    expect(await snippet.inputValue()).toContain("aspect-ratio:4/5");
    expect(await snippet.inputValue()).toContain(">The band</a>");
    await page.keyboard.press("Escape");
    await page.evaluate(() => (location.hash = location.hash.replace("&corridor=border:25", "")));
    await page.locator("#map svg #drawn-overlays").waitFor({ state: "detached" });
    await openShare();
    expect(await snippet.inputValue()).toContain("aspect-ratio:4/5");
    expect(await snippet.inputValue()).not.toContain("The band");
    expect(await page.getByText("Your own data and drawings stay on this device").count()).toBe(0);
    await page.keyboard.press("Escape");

    await page.evaluate(() => {
      const carried = new DataTransfer();
      carried.items.add(new File(["name,lon,lat\nA well,62.1,27.2\n"], "wells.csv"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    });
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("heading", { name: "What was read" }).waitFor();
    await page.keyboard.press("Escape");
    await openShare();
    for (const part of ["#share-tab-embed", "#share-tab-link"]) {
      await page.locator(part).click();
      await page.getByText("Your own data and drawings stay on this device").waitFor();
    }
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it("hands over SVG, PNG and a zip of everything", async () => {
    const atlas = await open();
    const { page } = atlas;
    await page.locator("#share-tab-picture").click();
    const first = await nextPreview(page, 1200);
    await page.getByLabel("Title", { exact: true }).fill("A band & its strikes");
    await nextPreview(page, 1200, first);

    await page.getByLabel("Size").selectOption("own");
    await page.getByLabel("Width in pixels").fill("700");
    await page.getByLabel("Width in pixels").blur();
    await page.getByLabel("Height in pixels").fill("600");
    await page.getByLabel("Height in pixels").blur();
    await nextPreview(page, 700);
    const svg = await saved(page, "Save as SVG");
    expect(svg.name).toMatch(/^sarhad-a-band-its-strikes-\d{4}-\d\d-\d\d\.svg$/);
    const drawing = parse(svg.bytes.toString());
    expect(drawing.documentElement?.getAttribute("width")).toBe("700");
    expect(drawing.getElementById("title")?.textContent).toBe("A band & its strikes");
    for (const id of ["layer-border", "layer-strikes", "overlays", "legend", "scale-bar", "notes"]) {
      expect(drawing.getElementById(id), id).not.toBeNull();
    }
    expect(drawing.getElementById("notes")?.textContent).toContain("Events as published by");
    expect(svg.bytes.toString()).toContain("data:font/woff2;base64,");

    await page.getByLabel("Letters of the SVG as outlines").check();
    const outlines = (await saved(page, "Save as SVG")).bytes.toString();
    expect(outlines).not.toMatch(/<text|@font-face/);
    const groups = [...parse(outlines).getElementsByTagName("g")];
    const title = groups.find((group) => group.getAttribute("aria-label") === "A band & its strikes");
    expect(title?.getElementsByTagName("path").length).toBe(1);

    const png = await saved(page, "Save as PNG");
    const pixels = PNG.sync.read(png.bytes);
    expect([pixels.width, pixels.height]).toEqual([1400, 1200]);
    const colors = new Set(Array.from({ length: 1400 * 1200 }, (_, index) => pixels.data.readUInt32BE(index * 4)));
    expect(colors.size).toBeGreaterThan(200);

    const zip = unzipSync((await saved(page, "Save everything as a zip")).bytes);
    const paths = Object.keys(zip);
    for (const path of ["README.txt", "snippet.html", "alt-text.txt", "credits.txt", "licence.txt"]) {
      expect(paths).toContain(path);
    }
    const textOf = (path: string) => strFromU8(zip[path] ?? new Uint8Array());
    const [heading = "", address = "", blank, ...contents] = textOf("README.txt").split("\n");
    expect(heading).toContain("Sarhad");
    expect(decodeURI(new URL(address).hash)).toContain("corridor=border:25");
    expect(blank).toBe("");
    for (const line of contents.filter((text) => text !== "")) expect(line).toMatch(/^[\w.-]+: \S/);
    expect(textOf("snippet.html")).toContain("<noscript><img ");
    // The page to open it by shows the snippet and the picture, and leads to every file.
    const opened = textOf("index.html");
    expect(opened).toContain(textOf("snippet.html").trimEnd());
    const named = [...opened.matchAll(/<a href="([\w./-]+)" dir="ltr">/g)].map(([, href]) => href ?? "");
    expect(named.length).toBe(contents.filter((text) => text !== "").length);
    for (const href of named)
      expect(
        paths.some((path) => path === href || path.startsWith(href)),
        href,
      ).toBe(true);
    expect(paths).toContain(/<p><img src="([^"]+)"/.exec(opened)?.[1]);
    expect(textOf("alt-text.txt")).toContain("Ports: ");
    expect(textOf("credits.txt")).toContain("© OpenStreetMap contributors <https://www.openstreetmap.org/copyright>");
    expect(textOf("credits.txt")).toMatch(/\(Version 1\.0\.0\).+&pin=1\.0\.0/);
    expect(textOf("licence.txt")).toContain("ODbL-1.0");
    const geojson = paths.filter((path) => path.startsWith("data/geojson/") && path.endsWith(".geojson"));
    expect(geojson.length).toBeGreaterThan(0);
    for (const path of geojson) expect(JSON.parse(textOf(path)).type).toBe("FeatureCollection");
    expect(paths.some((path) => path.startsWith("data/csv/"))).toBe(true);

    await page.getByLabel("Size").selectOption("wide");
    await page.getByLabel("Pixels of the PNG").selectOption("4");
    await page.getByLabel("Size").selectOption("own");
    await page.getByLabel("Width in pixels").fill("4000");
    await page.getByLabel("Width in pixels").blur();
    await page.getByText("16,000 × 3,600 pixels are more than browsers draw").waitFor();
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it.each(
    LANGUAGES,
  )("prints one bright sheet in %s, whatever the screen, on either paper both ways", async (language) => {
    const words = WORDS[language];
    const atlas = await open(VIEW.replace("lang=en", `lang=${language}`).replace("theme=light", "theme=dark"));
    const { page } = atlas;
    await page.locator("#share-tab-picture").click();
    await nextPreview(page, 1200);
    for (const [paper, sheet, box] of [
      ["A4", "portrait", [595, 842]],
      ["A4", "landscape", [842, 595]],
      ["Letter", "portrait", [612, 792]],
      ["Letter", "landscape", [792, 612]],
    ] as const) {
      await page.locator(".share__print select").first().selectOption(paper);
      await page.locator(".share__print select").last().selectOption(sheet);
      await page.getByRole("button", { name: words["share.print"] }).click();
      const drawing = page.locator(
        `.print-sheets[data-paper="${paper}"][data-orientation="${sheet}"] .print-sheet > svg`,
      );
      await drawing.waitFor({ state: "attached" });
      // Ink on paper: the title in the colour of day, and no ground that a printer would fill.
      expect(await drawing.locator('[id="title"] text').first().getAttribute("fill")).toBe(PALETTES.light.ink);
      expect(await drawing.locator('rect[id="page"]').count()).toBe(0);
      // What is printed gives a PDF its title and its name.
      expect(await page.title()).toBe(await drawing.locator('[id="title"]').textContent());
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
      const media = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/
        .exec(pdf)
        ?.slice(1)
        .map((side) => Math.round(Number(side)));
      expect(media).toEqual(box);
      expect(pdf).toContain("openstreetmap.org/copyright");
      // All of the drawing has room on the sheet.
      await page.emulateMedia({ media: "print" });
      const place = await drawing.boundingBox();
      const [width, height] = box.map((points) => (points / 72) * 96);
      // Eight millimetres stay free on every hand.
      expect(place?.width).toBeLessThanOrEqual((width ?? 0) - 60);
      expect(place?.height).toBeLessThanOrEqual((height ?? 0) - 60);
      await page.emulateMedia({ media: null });
    }
    await page.keyboard.press("Escape");
    await page.locator(".share").waitFor({ state: "detached" });
    expect(await page.title()).toMatch(/Sarhad/);
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });

  it("outlines the countries of memberships, on the drawn map and in files, and packs their records", async () => {
    const atlas = await open("#v=1&lang=en&theme=light&map=3.4/31/58&layers=border,memberships");
    const { page } = atlas;
    await page.locator('#map [data-key="memberships/country-pk"] path').first().waitFor({ state: "attached" });
    await page.locator("#share-tab-picture").click();
    await nextPreview(page, 1200);
    const drawing = parse((await saved(page, "Save as SVG")).bytes.toString());
    const outlined = [...(drawing.getElementById("layer-memberships")?.getElementsByTagName("g") ?? [])];
    expect(outlined.map((group) => group.getAttribute("data-key"))).toContain("memberships/country-ir");
    expect(drawing.getElementById("legend")?.textContent).toContain("Memberships");
    const zip = unzipSync((await saved(page, "Save everything as a zip")).bytes);
    expect(strFromU8(zip["alt-text.txt"] ?? new Uint8Array())).toContain("Memberships");
    const records = Object.entries(zip).filter(([path]) => path.endsWith(".geojson"));
    expect(records.some(([, bytes]) => strFromU8(bytes).includes('"country-ir"'))).toBe(true);
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });

  it("tells which font was missing, and which words stayed text", async () => {
    const atlas = await open();
    const { page } = atlas;
    await page.route(/naskh-400\.woff2/, (route) => route.abort());
    await page.locator("#share-tab-picture").click();
    await nextPreview(page, 1200);
    await page.getByLabel("Letters of the SVG as outlines").check();
    await page.locator(".share").getByLabel("Language").selectOption("ur");
    await page.getByRole("button", { name: "Save as SVG" }).click();
    await page.locator(".share .failure", { hasText: "naskh-400.woff2" }).waitFor();
    await page.unroute(/naskh-400\.woff2/);
    // Nobody put Georgian letters into the fonts of the atlas.
    await page.getByLabel("Title", { exact: true }).fill("საზღვარი");
    const { name } = await saved(page, "Save as SVG");
    await page.locator(".share [role=status]", { hasText: `${name}. Some words have letters` }).waitFor();
    await atlas.close();
  });

  it("can be used at 400 %, where a window of 1,280 × 1,024 px has 320 × 256", async () => {
    const atlas = await open();
    const { page } = atlas;
    await page.setViewportSize({ width: 320, height: 256 });
    for (const part of ["link", "embed", "picture", "cite"]) {
      await page.locator(`#share-tab-${part}`).click();
      await page.locator(`#share-part[aria-labelledby="share-tab-${part}"]`).waitFor();
      const dialog = page.locator("dialog[open]");
      // Nothing sticks out to either hand, and what is below is reached by scrolling up and down alone.
      const { beyond, scrolls } = await dialog.evaluate((box) => ({
        beyond: [...box.querySelectorAll("button, input, select, textarea, label, p, h2")]
          .filter((one) => one.checkVisibility())
          .filter((one) => {
            const { left, right, width } = one.getBoundingClientRect();
            return width > 1 && (left < -0.5 || right > innerWidth + 0.5);
          })
          .map((one) => one.outerHTML.slice(0, 100)),
        scrolls: box.scrollWidth > box.clientWidth,
      }));
      expect(beyond, part).toEqual([]);
      expect(scrolls, part).toBe(false);
      const last = dialog.locator("button").last();
      await last.scrollIntoViewIfNeeded();
      const place = await last.boundingBox();
      expect((place?.y ?? -1) >= 0 && (place?.y ?? 1e9) + (place?.height ?? 0) <= 256.5, part).toBe(true);
    }
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });
});
