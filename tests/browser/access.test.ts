import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const STATES = [
  { name: "the start", hash: "" },
  { name: "the card of a strike", hash: "&sel=strikes/koh-e-sabz-2024-01-16" },
] as const;
const DRESSES = (["en", "ur", "fa"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((theme) => ({ language, theme })),
);

describe.each(DRESSES)("in $language, $theme", ({ language, theme }) => {
  it.each(STATES)("$name breaks no rule of WCAG 2.2 A and AA, and fits every width", async ({ hash }) => {
    const atlas = await openAtlas(`#v=1&lang=${language}&theme=${theme}${hash}`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    await page
      .locator(hash ? "#card-title" : ".layer__count")
      .first()
      .waitFor();
    await page.locator("#map svg [role=button][data-key]").first().waitFor();
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`),
    ).toEqual([]);
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });
});
