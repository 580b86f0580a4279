import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../src/data/language";
import type { Lesson } from "../../src/data/lesson";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

const FOLDER = join(import.meta.dirname, "../../data/lessons");
const lessons = readdirSync(FOLDER)
  .filter((file) => !["glossary.json", "sources.json"].includes(file))
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Lesson);
const journeys = LANGUAGES.map((language) => ({ language }));

afterAll(closeBrowser);

/** The key that goes on: arrows follow the direction of the text. */
const onward = (language: Language) => (language === "en" ? "ArrowRight" : "ArrowLeft");

/** Moves the focus with Tab alone until it is on an element that matches `selector`. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not lead to ${selector}`);
}

/** Answers every question of the quiz on the page, and waits for its end. */
async function playQuiz(page: Page): Promise<void> {
  for (let count = 0; count < 30; count++) {
    const round = page.locator(".player[data-quiz]");
    const kind = await round.getAttribute("data-quiz");
    if (kind === "end") return;
    if (kind === "estimate") {
      await tabTo(page, ".question input");
      await page.keyboard.type("300");
    } else await tabTo(page, kind === "name" || kind === "side" ? ".question .answer" : ".question > .button");
    await page.keyboard.press("Enter");
    await page.locator(".question [role=status] .feedback").waitFor();
    const heading = await page.locator(".player__progress .quiet").textContent();
    await tabTo(page, ".player__nav .button--main");
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      (before) =>
        document.querySelector(".player")?.getAttribute("data-quiz") === "end" ||
        document.querySelector(".player__progress .quiet")?.textContent !== before,
      heading,
    );
  }
  throw new Error("the quiz has no end");
}

describe("the classroom by keyboard", () => {
  it.each(journeys)("plays every lesson to its end and answers its questions in $language", async ({ language }) => {
    const atlas = await openAtlas(`#v=1&lang=${language}`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    for (const lesson of lessons) {
      await page.evaluate((hash) => (location.hash = hash), `#v=1&lang=${language}&lesson=${lesson.id}/1`);
      for (const [index, step] of lesson.steps.entries()) {
        await page.locator(`.player[data-step="${index + 1}"]`).waitFor();
        expect(await page.locator(".player h2").textContent()).toBe(step.title[language]);
        expect(await page.locator(".player__text").textContent()).toBe(step.text[language]);
        expect(await page.evaluate(() => location.hash)).toContain(`lesson=${lesson.id}/${index + 1}`);
        if (step.question?.kind === "choice") {
          await tabTo(page, ".player .answer");
          await page.keyboard.press("Enter");
          await page.locator(".player [role=status] .feedback").waitFor();
        }
        await page.keyboard.press(onward(language));
      }
      await page.locator('.player[data-step="end"]').waitFor();
    }
    // The sheets of later parts follow that of the page: of two equally specific rules theirs is to win.
    const sheets = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href?.split("/").pop()));
    expect(sheets[0]).toMatch(/^page-/);
    expect(sheets.slice(1).join(" ")).toContain("LearnTab-");
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it.each(journeys)("prints a worksheet in $language whose scale bar is as long on paper as it says", async ({
    language,
  }) => {
    const atlas = await openAtlas(`#v=1&lang=${language}&layers=border,crossings,ports,towns`, {
      flags: WITHOUT_WEBGL,
      prepare: (page) => page.addInitScript(() => Object.assign(window, { print: () => {} })),
    });
    const { page } = atlas;
    await page.locator("#tab-learn").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, ".learn__sections button:nth-of-type(4)");
    await page.keyboard.press("Enter");
    await page.locator(".learn__form .button--main:enabled").waitFor();
    await tabTo(page, ".learn__form .button--main");
    await page.keyboard.press("Enter");
    await page.locator(".print-sheet #scale-bar").first().waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
    const bars = await page.locator(".print-sheet #scale-bar").evaluateAll((all) =>
      all.map((bar) => ({
        shownMm: (bar.getBoundingClientRect().width / 96) * 25.4,
        saidMm: Number((bar as SVGElement).dataset.mm),
      })),
    );
    for (const { shownMm, saidMm } of bars) expect(Math.abs(shownMm - saidMm)).toBeLessThan(0.5);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(await page.locator(".print-sheet").count());
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });

  it.each(journeys)("answers a whole quiz in $language, with feedback in the live region and nothing kept", async ({
    language,
  }) => {
    const atlas = await openAtlas(`#v=1&lang=${language}`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    await page.locator("#tab-learn").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, ".learn__sections button:nth-of-type(2)");
    await page.keyboard.press("Enter");
    await page.locator(".learn__form .button--main").waitFor();
    await tabTo(page, ".learn__form .button--main");
    await page.keyboard.press("Enter");
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    await playQuiz(page);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(kept);
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });

  it("writes a lesson that survives a reload, and refuses hostile files without losing it", async () => {
    const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const openOwn = async () => {
      await page.locator("#tab-learn").click();
      await page.locator(".learn__sections button").nth(2).click();
    };
    await openOwn();
    await tabTo(page, ".learn__form > .button--main");
    await page.keyboard.press("Enter");
    await page.locator(".learn__form ol input").first().fill("<img src=x onerror=alert(1)>");
    await page.reload();
    await openOwn();
    expect(await page.locator(".learn__form ol input").first().inputValue()).toBe("<img src=x onerror=alert(1)>");
    for (const text of ["{", '{"kind":"other"}', '{"kind":"sarhad-lesson","__proto__":{"polluted":1},"steps":[{}]}']) {
      const file = { name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) };
      await page.locator(".learn__form input[type=file]").setInputFiles(file);
      await page.locator(".learn__form [role=alert] .failure").waitFor();
    }
    expect(await page.locator(".learn__form ol input").first().inputValue()).toContain("onerror");
    expect(atlas.foreign).toEqual([]);
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });

  it("arranges a lesson with the focus on the step that moves, and hands it over as a link and as a file", async () => {
    const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const titles = () =>
      page
        .locator(".own-step input:first-of-type")
        .evaluateAll((all) =>
          all.map((input) => (input as HTMLInputElement).value).filter((value) => value.startsWith("Part")),
        );
    await page.locator("#tab-learn").click();
    await page.locator(".learn__sections button").nth(2).click();
    await page.locator(".learn__form > .field input").first().fill("My border");
    for (const title of ["Part one", "Part two", "Part three"]) {
      await page.locator(".learn__form > .button--main").click();
      await page.locator(".own-step").last().locator("input").first().fill(title);
    }
    await page.getByRole("button", { name: "Move up: Step 3" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await titles()).toEqual(["Part three", "Part one", "Part two"]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Move down: Step 1");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as a file" }).click(),
    ]);
    const buffer = readFileSync(await download.path());
    await page.getByRole("button", { name: "Make a link" }).click();
    const link = await page.locator(".learn__form textarea[readonly]").inputValue();
    await page.getByRole("button", { name: "Preview" }).click();
    for (const title of ["Part three", "Part one", "Part two"]) {
      await page.locator(".player h2", { hasText: title }).waitFor();
      await page.keyboard.press("ArrowRight");
    }
    await page.locator('.player[data-step="end"]').waitFor();
    expect(atlas.complaints).toEqual([]);
    await atlas.close();

    const pupil = await openAtlas(new URL(link).hash, { flags: WITHOUT_WEBGL });
    await pupil.page.locator(".player h2", { hasText: "Part three" }).waitFor();
    await pupil.close();
    const teacher = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL });
    await teacher.page.locator("#tab-learn").click();
    await teacher.page.locator(".learn__sections button").nth(2).click();
    const file = { name: download.suggestedFilename(), mimeType: "application/json", buffer };
    await teacher.page.locator(".learn__form input[type=file]").setInputFiles(file);
    await teacher.page.locator(".own-step").nth(2).waitFor();
    expect(await teacher.page.locator(".own-step input").first().inputValue()).toBe("Part three");
    expect(teacher.complaints).toEqual([]);
    await teacher.close();
  });
});
