import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const DRESSES = (["en", "ur", "fa"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((theme) => ({ language, theme })),
);

/** The rules that are broken; by night only those of colour are asked again, for nothing else changes. */
async function brokenRules(page: Page, theme: "light" | "dark", within = "body"): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(within);
  if (theme === "dark") axe.withRules(["color-contrast", "link-in-text-block"]);
  else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** The large parts of the page that reach beyond the window, which cuts them off. */
function partsOutside(): string[] {
  const parts = [...document.querySelectorAll(".bar, .search, .bar__buttons, .stage, .panel, .card, .foot")];
  return parts
    .filter((part) => part.getBoundingClientRect().left < -0.5 || part.getBoundingClientRect().right > innerWidth + 0.5)
    .map((part) => part.className);
}

describe.each(DRESSES)("in $language, $theme", ({ language, theme }) => {
  it("start and card break no rule of WCAG 2.2 A and AA, and fit every width", async () => {
    const atlas = await openAtlas(`#v=1&layers=border,strikes&lang=${language}&theme=${theme}`, {
      flags: WITHOUT_WEBGL,
    });
    const { page } = atlas;
    await page.locator("#map svg [role=button][data-key]").first().waitFor();
    await page.locator(".layer__count").nth(6).waitFor();
    expect(await brokenRules(page, theme)).toEqual([]);
    await page.evaluate(() => {
      location.hash += "&sel=strikes/koh-e-sabz-2024-01-16";
    });
    await page.locator(".card__body .claim").first().waitFor();
    expect(await brokenRules(page, theme, "[aria-labelledby=card-title]")).toEqual([]);
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await page.evaluate(partsOutside), `${width} px`).toEqual([]);
    }
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });
});
