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
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });
});
