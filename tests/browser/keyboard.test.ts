import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../src/data/language";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const wordsOf = (language: Language): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`src/state/language/catalogue/${language}.json`, "utf8"));

/** Presses Tab until `target` has the focus, as a reader without a pointer would; fails when it is never reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never came to ${target}`);
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");
/** What the live region says now, once it says something that fits. */
const hears = (page: Page, pattern: RegExp) =>
  page.waitForFunction(
    (source) =>
      [...document.querySelectorAll("[role=status]")].some(({ textContent }) =>
        new RegExp(source, "u").test(textContent ?? ""),
      ),
    pattern.source,
  );

const JOURNEYS = [
  { language: "ur", query: "چابہار", title: /چابہار/, towns: "گوادر", other: "fa" },
  { language: "fa", query: "چابهار", title: /چابهار/, towns: "گوادر", other: "ur" },
] as const;

describe.each(JOURNEYS)("by keyboard alone in $language", ({ language, query, title, towns, other }) => {
  it("search, card, feature mode, measure, settings and help", async () => {
    const atlas = await openAtlas(`#v=1&layers=border,ports,towns&lang=${language}`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const words = wordsOf(language);
    const word = (key: string) => words[key] ?? key;
    await page.locator("#map svg [role=button][data-key]").first().waitFor();
    await page.locator(".layer__count").nth(6).waitFor();

    // Search, by the first skip link.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focusedId(page)).toBe("search");
    await page.keyboard.type(query);
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("#card-title").waitFor();
    expect(await page.locator("#card-title").textContent()).toMatch(title);
    await page.waitForFunction(() => document.activeElement?.id === "card-title");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.id === "search");

    // The map: nothing that is typed in a field is a shortcut, and the feature mode goes from place to place.
    await page.keyboard.type("fnhl");
    expect(await page.locator("#search").inputValue()).toContain("fnhl");
    expect(await page.locator("#card-title").count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    const map = page.locator("#map > [tabindex]");
    await map.focus();
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("f");
    await page.locator(".feature-ring").waitFor({ state: "attached" });
    await hears(page, new RegExp(language === "fa" ? "۱ از " : "میں سے 1"));
    await page.keyboard.press("ArrowLeft");
    await hears(page, new RegExp(language === "fa" ? "۲ از " : "میں سے 2"));
    await page.keyboard.press("Enter");
    await page.locator("#card-title").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.closest("#map") !== null);
    await page.keyboard.press("Escape");
    await page.locator(".feature-ring").waitFor({ state: "detached" });

    // Help, by its key, and the focus given back.
    await page.keyboard.press("?");
    await page.locator("dialog .keys").waitFor();
    expect(await page.locator("dialog").textContent()).toContain(word("access.title"));
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.closest("#map") !== null);

    // Measure, by the arrow keys of the tabs, in the direction of the script.
    await page.keyboard.press("l");
    expect(await focusedId(page)).toBe("tab-list");
    await page.keyboard.press("ArrowLeft");
    expect(await focusedId(page)).toBe("tab-measure");
    const ends = page.locator("#panel-body input[role=combobox], #panel-body .end-picker input, #panel-body input");
    await ends.first().waitFor();
    await tabTo(page, ends.nth(0));
    await page.keyboard.type(towns);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("from="));
    const border = page.locator("#panel-body").getByRole("button", { name: word("measure.the-border"), exact: true });
    await tabTo(page, border.first());
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("to=border"));
    const km = language === "fa" ? /[۰-۹٫٬]+ کیلومتر/ : /[\d.,]+ کلومیٹر/;
    await page.waitForFunction(
      (source) => new RegExp(source).test(document.getElementById("panel-body")?.textContent ?? ""),
      km.source,
    );

    // Settings: the other language, chosen by arrow key, changes page and direction stays.
    const settings = page.locator(".bar__buttons button").last();
    await settings.focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog input[name=language]").first().waitFor();
    await tabTo(page, page.locator("dialog input[name=language]:checked"));
    await page.keyboard.press(other === "fa" ? "ArrowDown" : "ArrowUp");
    await page.locator(`html[lang=${other}]`).waitFor({ state: "attached" });
    expect(await page.evaluate(() => [document.body.dir, document.documentElement.dir])).toEqual(["rtl", ""]);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await settings.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });
});

describe("what a screen reader is told", () => {
  it.each(LANGUAGES)("of the main page in %s", async (language) => {
    const atlas = await openAtlas(`#v=1&layers=border,ports&lang=${language}&sel=ports/port-gwadar`, {
      flags: WITHOUT_WEBGL,
    });
    const { page } = atlas;
    await page.locator(".card__body .sources li").first().waitFor();
    const words = wordsOf(language);
    const map = page.locator("#map");
    expect(await map.getAttribute("aria-label")).toBe(words["map.label"]);
    expect(await map.getAttribute("aria-roledescription")).toBe(words["map.role"]);
    const ports = { en: /Ports: \d/, ur: /بندرگاہیں: \d/, fa: /بندرها: [۰-۹]/ }[language];
    await page.waitForFunction(
      (source) => new RegExp(source, "u").test(document.getElementById("map-summary")?.textContent ?? ""),
      ports.source,
    );
    const parts = [".skip-links", ".bar", ".card__head", ".map-buttons"];
    const snapshot = await Promise.all(parts.map((part) => page.locator(part).first().ariaSnapshot()));
    await expect(`${snapshot.join("\n")}\n`).toMatchFileSnapshot(`snapshots/main-page.${language}.txt`);
    await atlas.close();
  });
});
