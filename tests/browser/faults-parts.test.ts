import type { Locator, Page, Route } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { newLesson, newStep, writeLesson } from "../../src/state/lesson-file";
import { START_VIEW } from "../../src/state/view";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";
import { countInjected, countMet, tellFaults } from "./fault-rows";

afterAll(closeBrowser);
afterAll(tellFaults);

const KEPT_LESSON = writeLesson({ ...newLesson("en", "Kept"), steps: [newStep(START_VIEW)] });

/** A part of the page that is fetched when it is used. */
interface Part {
  /** What does not arrive, one after the other: each is told, and mended before the next. Scripts without their ending. */
  readonly files: readonly string[];
  readonly use: (page: Page) => Promise<unknown>;
  /** Where the reader is told: where the part was to stand. */
  readonly where: string;
  /** What shows that the part is there after the second try. */
  readonly there: (page: Page) => Locator;
  readonly again?: (page: Page, told: Locator) => Promise<unknown>;
  readonly leave?: (page: Page) => Promise<unknown>;
}

const named = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true }).first().click();
const tab = (id: string) => (page: Page) => page.locator(`#tab-${id}`).click();
const closeDialog = async (page: Page) => {
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
};
const DIALOG = "dialog[open]";

const PARTS: readonly Part[] = [
  {
    files: ["SymbolKey"],
    use: (page) => page.mouse.move(500, 300),
    where: ".legend",
    there: (page) => page.getByRole("heading", { name: "How doubt is drawn" }),
  },
  {
    files: ["SearchAnswers", "search"],
    use: (page) => page.locator("#search").fill("Gwadar"),
    where: ".search__answer",
    there: (page) => page.locator(".search__option").first(),
    leave: (page) => page.locator("#search").press("Escape"),
  },
  {
    files: ["coordinates"],
    use: (page) => page.locator("#search").fill("29.5, 60.87"),
    where: ".search__answer",
    again: (page) => page.locator("#search").press("Enter"),
    there: (page) => page.locator("#search:focus"),
    leave: async (page) => {
      await page.waitForFunction(() => (document.querySelector("#search") as HTMLInputElement).value.includes("N"));
      await page.locator("#search").press("Escape");
    },
  },
  {
    files: ["FeatureList"],
    use: tab("list"),
    where: "#panel-body",
    there: (page) => page.locator(".listing__rows .row").first(),
  },
  {
    files: ["FilterPanel"],
    use: named("Filters"),
    where: ".listing",
    there: (page) => page.locator(".filters details").first(),
  },
  {
    files: ["FilterChips"],
    use: (page) => page.locator(".filters input[type=checkbox]").first().check(),
    where: ".stage > .failure",
    there: (page) => page.locator(".filter-chip").first(),
    leave: (page) => page.locator(".filters input[type=checkbox]").first().uncheck(),
  },
  {
    files: ["Card", "sources.json"],
    use: (page) => page.locator(".listing__rows .row").first().click(),
    where: ".card",
    there: (page) => page.locator("[aria-labelledby=card-sources] li").first(),
    leave: (page) => page.locator(".card__close").click(),
  },
  {
    files: ["LayerAbout"],
    use: async (page) => {
      await tab("explore")(page);
      await page
        .getByRole("button", { name: /^About/ })
        .first()
        .click();
    },
    where: ".layer__more",
    there: (page) => page.locator(".layer__more", { hasText: "ODbL" }).first(),
  },
  {
    files: ["SettingsDialog", "KeptData", "OfflinePack"],
    use: named("Settings"),
    where: DIALOG,
    there: (page) => page.locator(`${DIALOG} .offline`),
    leave: closeDialog,
  },
  {
    files: ["HelpDialog"],
    use: named("Keyboard and help"),
    where: DIALOG,
    there: (page) => page.locator(`${DIALOG} .keys`),
    leave: closeDialog,
  },
  {
    files: ["ShareDialog"],
    use: named("Share and embed"),
    where: DIALOG,
    there: (page) => page.locator(`${DIALOG} textarea`).first(),
  },
  {
    files: ["border-ticks.geojson"],
    use: (page) => page.getByText("Picture and print").click(),
    where: DIALOG,
    there: (page) => page.locator(`${DIALOG} .share__preview img`),
    leave: closeDialog,
  },
  {
    files: ["ExportDialog"],
    use: named("Get the data"),
    where: DIALOG,
    there: (page) => page.getByRole("button", { name: "Save the file" }),
    leave: closeDialog,
  },
  {
    files: ["listen"],
    use: named("Coordinates of the middle of the map"),
    where: ".notice",
    there: (page) => page.locator(`${DIALOG} table`),
    leave: closeDialog,
  },
  {
    files: ["OwnDataDialog"],
    use: (page) => page.locator("#own-add").click(),
    where: DIALOG,
    there: (page) => page.locator(`${DIALOG} .own-data__drop`),
    leave: closeDialog,
  },
  {
    files: ["MeasureTab", "measuring"],
    use: tab("measure"),
    where: "#panel-body",
    there: (page) => page.locator(".measure .end-picker").first(),
  },
  {
    files: ["DrawTab"],
    use: tab("draw"),
    where: "#panel-body",
    there: (page) => page.getByLabel("Position", { exact: true }),
  },
  {
    files: ["LearnTab", "crossing-it"],
    use: tab("learn"),
    where: "#panel-body",
    there: (page) => page.locator(".lesson-door").nth(4),
  },
  {
    files: ["glossary"],
    use: named("Words"),
    where: ".learn",
    there: (page) => page.locator(".learn .terms dt").first(),
  },
  {
    files: ["lesson"],
    use: named("Make your own"),
    where: ".learn",
    there: (page) => page.getByLabel("Title of the step"),
  },
  {
    files: ["Timeline"],
    use: (page) => page.locator("#desk-timeline").click(),
    where: ".desk__body",
    there: (page) => page.locator(".desk__body .timeline"),
  },
  {
    files: ["RecordTable"],
    use: (page) => page.locator("#desk-table").click(),
    where: ".desk__body",
    there: (page) => page.locator(".desk__body .record-table"),
  },
  {
    files: ["Compare"],
    use: (page) => page.locator("#desk-compare").click(),
    where: ".desk__body",
    there: (page) => page.locator(".desk__body .compare__pickers"),
  },
];

it("each part that does not arrive when it is used is told where it was to stand, and comes with the second try", async () => {
  const missing = new Set(PARTS.flatMap(({ files }) => files));
  const refused = new Set<string>();
  countInjected(missing.size);
  const atlas = await openAtlas("#v=1&lang=en", {
    flags: WITHOUT_WEBGL,
    // Wide enough for the card beside the welcome.
    viewport: { width: 1600, height: 900 },
    prepare: async (page) => {
      const nameOf = (route: Route) =>
        new URL(route.request().url()).pathname
          .replace(/^.*\/assets\/(.+)-[\w-]{8}(\.\w+)$/, "$1$2")
          .replace(/\.js$/, "");
      await page.route(/assets\/.+\.(?:js|json|geojson)$/, (route) => {
        const name = nameOf(route);
        if (!missing.has(name)) return route.continue();
        refused.add(name);
        return route.abort();
      });
      await page.addInitScript((text) => localStorage.setItem("sarhad:1:own-lesson", text), KEPT_LESSON);
    },
  });
  const { page } = atlas;
  page.setDefaultTimeout(40_000);
  await page.locator(".drawn-map svg [data-key]").first().waitFor();
  for (const { files, use, where, there, again, leave } of PARTS) {
    const part = files.join(", ");
    try {
      await use(page);
      for (const file of files) {
        const told = page
          .locator(where)
          .filter({ hasText: /did not arrive|could not be fetched/ })
          .first();
        await expect.poll(() => refused.has(file), { timeout: 40_000 }).toBe(true);
        await told.waitFor();
        missing.delete(file);
        if (again) await again(page, told);
        else {
          const retry = await page.locator(where).getByRole("button", { name: "Try again" }).first().elementHandle();
          await retry?.click();
          // What the next file is told by stands there only when this has gone.
          await retry?.waitForElementState("hidden");
        }
      }
      await there(page).waitFor();
      await leave?.(page);
    } catch (error) {
      throw new Error(`${part}: ${error instanceof Error ? error.message : error}`);
    }
  }
  // What was kept before its reader came has not been written over.
  expect(await page.getByLabel("Title of the lesson").inputValue()).toBe("Kept");
  expect(atlas.complaints.filter((text) => !/Failed to load resource|net::ERR_/.test(text))).toEqual([]);
  countMet(PARTS.flatMap(({ files }) => files).length);
  await atlas.close();
});
