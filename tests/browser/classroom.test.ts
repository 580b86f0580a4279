import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Lesson } from "../../src/data/lesson";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

const FOLDER = join(import.meta.dirname, "../../data/lessons");
const lessons = readdirSync(FOLDER)
  .filter((file) => !["glossary.json", "sources.json"].includes(file))
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Lesson);
const journeys = lessons.map((lesson) => ({ id: lesson.id, lesson, language: "en" as const }));

afterAll(closeBrowser);

describe("a lesson", () => {
  it.each(journeys)("$id is played to its end by keyboard in $language", async ({ lesson, language }) => {
    const atlas = await openAtlas(`#v=1&lang=${language}&lesson=${lesson.id}/1`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const heading = page.locator(".player h2");
    await page.locator('.player[data-step="1"]').waitFor();
    for (const [index, step] of lesson.steps.entries()) {
      await page.locator(`.player[data-step="${index + 1}"]`).waitFor();
      expect(await heading.textContent()).toBe(step.title[language]);
      expect(await page.locator(".player__text").textContent()).toBe(step.text[language]);
      const answer = page.locator(".player .answer").first();
      if (step.question?.kind === "choice") {
        await answer.focus();
        await page.keyboard.press("Enter");
        await page.locator(".player [role=status] .feedback").waitFor();
      }
      await page.keyboard.press("ArrowRight");
    }
    await page.locator('.player[data-step="end"]').waitFor();
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });
});
