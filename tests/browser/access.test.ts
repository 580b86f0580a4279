import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../src/data/language";
import { TOOLS } from "../../src/ui/tools";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const CATALOGUE = "src/state/language/catalogue";
const messages = Object.fromEntries(
  LANGUAGES.map((language): [Language, Record<string, string>] => [
    language,
    JSON.parse(readFileSync(`${CATALOGUE}/${language}.json`, "utf8")),
  ]),
) as Record<Language, Record<string, string>>;

/** The rules that are broken; by night only those of colour are asked again, for nothing else changes. */
async function brokenRules(page: Page, theme: "light" | "dark", within: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(within);
  if (theme === "dark") axe.withRules(["color-contrast", "link-in-text-block"]);
  else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** Sets what the link says, leaving the panels as they are. */
const setLink = (page: Page, values: Readonly<Record<string, string | null>>) =>
  page.evaluate((changes) => {
    const parameters = new URLSearchParams(location.hash.slice(1));
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) parameters.delete(name);
      else parameters.set(name, value);
    }
    location.hash = parameters.toString();
  }, values);

/** Waits until no part of the page is on its way. */
const settled = (page: Page, waiting: string) =>
  page.waitForFunction((text) => !document.body.textContent?.includes(text), waiting);

/** The buttons of which one is pressed that divide a tab into sections; none where a tab has no sections. */
const sectionsOf = (panel: Locator) => panel.locator("fieldset").first().locator("button[aria-pressed]");

/** Parts of the page that reach beyond the window, which cuts them off, and controls whose words are cut. */
function cutOff(): string[] {
  const isShown = (element: Element) => element.getClientRects().length > 0 && !element.closest(".visually-hidden");
  const parts = [...document.querySelectorAll(".bar, .search, .bar__buttons, .stage, .panel, .card, .dialog, .foot")];
  const outside = parts
    .filter(isShown)
    .filter((part) => part.getBoundingClientRect().left < -0.5 || part.getBoundingClientRect().right > innerWidth + 0.5)
    .map((part) => part.className);
  const words = [...document.querySelectorAll(".page button, .page label, .page h2, .page h3, .page p, .page td")];
  const cut = words
    .filter((element) => isShown(element) && !element.closest(".foot, .tabs, .bar select"))
    .filter((element) => element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0)
    .filter((element) => getComputedStyle(element).overflowX !== "visible")
    .map((element) => `${element.className}: ${element.textContent?.slice(0, 40)}`);
  return [...outside, ...cut];
}

/** What WCAG 1.4.12 lets a reader set; a style sheet of the page's own making needs no looser policy. */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
      "p { margin-block-end: 2em !important }",
  );
  document.adoptedStyleSheets = [sheet];
}

/** The messages on the buttons of those dialogs that are opened by another name than their own. */
const OPENED_BY: Readonly<Record<string, string>> = { "own-data": "mine.add", position: "map.coordinates" };

const CARDS = ["strikes/koh-e-sabz-2024-01-16", "crossings/crossing-mirjaveh-taftan", "corridors/iti-rail"] as const;

describe.each(LANGUAGES)("in %s", (language) => {
  it("every panel, dialog and card breaks no rule of WCAG 2.2 A and AA, by day and by night", async () => {
    const atlas = await openAtlas(`#v=1&layers=border,strikes&lang=${language}&theme=light`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const word = messages[language];
    const waiting = word["part.loading"] ?? "";
    const broken: string[] = [];
    const check = async (what: string, within: string) => {
      await settled(page, waiting);
      for (const theme of ["light", "dark"] as const) {
        await setLink(page, { theme });
        await page.locator(`html[data-theme=${theme}]`).waitFor({ state: "attached" });
        for (const fault of await brokenRules(page, theme, within)) broken.push(`${what}, ${theme}: ${fault}`);
      }
    };
    await page.locator("#map svg [role=button][data-key]").first().waitFor();
    await page.locator(".layer__count").nth(6).waitFor();
    await check("start", "body");

    for (const tab of ["explore", "list", ...TOOLS.filter(({ place }) => place === "tab").map(({ id }) => id)]) {
      await page.locator(`#tab-${tab}`).click();
      await settled(page, waiting);
      const panel = page.locator("#panel-body");
      await panel.locator(":scope > *").first().waitFor();
      await check(tab, ".panel");
      if (tab === "list") {
        await panel.locator(".listing__filters").click();
        await panel.locator(".filter__value").first().waitFor();
        await panel.locator(".filters details").evaluateAll((all) => {
          for (const part of all as HTMLDetailsElement[]) part.open = true;
        });
        await check("filters", ".panel");
        await panel.locator(".listing__filters").click();
      }
      const sections = sectionsOf(panel);
      for (let at = 1; at < (await sections.count()); at++) {
        await sections.nth(at).click();
        await check(`${tab}, ${await sections.nth(at).textContent()}`, ".panel");
      }
    }
    await page.locator("#tab-explore").click();
    for (const { id, titleKey } of TOOLS.filter(({ place }) => place === "dialog")) {
      const name = word[OPENED_BY[id] ?? titleKey] ?? titleKey;
      const opener = page.getByRole("button", { name, exact: true }).first();
      await opener.focus();
      await page.keyboard.press("Enter");
      await page.locator("dialog[open] .dialog__body > *").first().waitFor();
      await check(id, "dialog");
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
      expect(await opener.evaluate((button) => button === document.activeElement), `focus after ${id}`).toBe(true);
    }
    for (const card of CARDS) {
      await setLink(page, { sel: card });
      await page.locator(".card__body .sources li").first().waitFor();
      await check(card, "[aria-labelledby=card-title]");
    }
    expect(broken).toEqual([]);
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it("the page that may reach outside breaks no rule either, and asks nobody unbidden", async () => {
    const atlas = await openAtlas(`online.html#v=1&layers=border,strikes&lang=${language}&theme=light`, {
      flags: WITHOUT_WEBGL,
    });
    const { page } = atlas;
    await page.locator("#map svg [role=button][data-key]").first().waitFor();
    await page.locator(".layer__count").nth(6).waitFor();
    const broken: string[] = [];
    const check = async (what: string, within: string) => {
      await settled(page, messages[language]["part.loading"] ?? "");
      for (const theme of ["light", "dark"] as const) {
        await setLink(page, { theme });
        await page.locator(`html[data-theme=${theme}]`).waitFor({ state: "attached" });
        for (const fault of await brokenRules(page, theme, within)) broken.push(`${what}, ${theme}: ${fault}`);
      }
    };
    await check("start", "body");
    await page
      .getByRole("button", { name: messages[language]["tool.settings"] ?? "", exact: true })
      .first()
      .press("Enter");
    await page.locator("dialog[open] input[name=basemap]").first().waitFor();
    await check("settings", "dialog");
    expect(broken).toEqual([]);
    expect(atlas.complaints).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    await atlas.close();
  });

  it("nothing is cut off at 320 px, at any width, or with text spaced as a reader may set it", async () => {
    const atlas = await openAtlas(`#v=1&layers=border,strikes&lang=${language}`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    await page.locator(".layer__count").nth(6).waitFor();
    const waiting = messages[language]["part.loading"] ?? "";
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      for (const tab of ["explore", "list", ...TOOLS.filter(({ place }) => place === "tab").map(({ id }) => id)]) {
        await page.locator(`#tab-${tab}`).click();
        await settled(page, waiting);
        expect(await page.evaluate(cutOff), `${tab}, ${width} px`).toEqual([]);
      }
      await setLink(page, { sel: CARDS[0] });
      await page.locator(".card__body .claim").first().waitFor();
      expect(await page.evaluate(cutOff), `card, ${width} px`).toEqual([]);
      if (width !== 768) {
        await page.evaluate(spaceText);
        expect(await page.evaluate(cutOff), `spaced card, ${width} px`).toEqual([]);
        await page.evaluate(() => {
          document.adoptedStyleSheets = [];
        });
      }
      await setLink(page, { sel: null });
      await page.locator(".panel").waitFor();
    }
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });
});
