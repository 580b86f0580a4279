import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../src/data/language";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";
import { tabTo } from "./tab-to";

afterAll(closeBrowser);

const wordsOf = (language: Language): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`src/state/language/catalogue/${language}.json`, "utf8"));

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
  it("search, card, feature mode, list with its ring, filters, measure, settings and help", async () => {
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

    // The list: narrowed, then walked; the ring on the map keeps in step with the row, and the card gives the row back.
    await tabTo(page, page.locator(".listing__controls input"));
    await page.keyboard.type(query);
    await page.waitForFunction(() => document.querySelectorAll(".listing__rows .row").length < 20);
    await tabTo(page, page.locator(".listing__rows .row").first());
    const rows = page.locator(".listing__rows .row");
    const ringed = new Set<string | null>();
    for (let at = 0; at < (await rows.count()) && ringed.size < 2; at++) {
      const name = await page.evaluate(() => document.activeElement?.querySelector(".row__name")?.textContent ?? "");
      const tag = page.locator(".name-tag:not([hidden]) strong");
      if ((await page.locator(".feature-ring").count()) > 0) {
        expect(await tag.textContent()).toBe(name);
        ringed.add(await page.locator(".feature-ring").getAttribute("style"));
      }
      await page.keyboard.press("ArrowDown");
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    }
    expect(ringed.size, "two places of the list are ringed at two places of the map").toBe(2);
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.locator("#card-title").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.classList.contains("row"));

    // A filter, ticked with the space bar, stands in the link and is taken off again by its chip.
    await tabTo(page, page.locator(".listing__controls input"), "Shift+Tab");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await tabTo(page, page.locator(".listing__filters"));
    await page.keyboard.press("Enter");
    await page.locator(".filter__value input").first().waitFor();
    await tabTo(page, page.locator(".filter__value input").first());
    await page.keyboard.press("Space");
    await page.waitForFunction(() => location.hash.includes("f="));
    await tabTo(page, page.locator(".filter-chip").first(), "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !location.hash.includes("f="));
    await tabTo(page, page.locator("#tab-list"), "Tab");
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

describe.each(JOURNEYS)("by keyboard alone in $language", ({ language }) => {
  it("the timeline and its table, the comparison, a link to share, and a file of the data", async () => {
    const atlas = await openAtlas(`#v=1&layers=border,strikes&lang=${language}`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const words = wordsOf(language);
    await page.locator("#map svg [role=button][data-key]").first().waitFor();
    await page.locator(".layer__count").nth(6).waitFor();

    // The axis of time runs from left to right in every language: → is later.
    await tabTo(page, page.locator("#desk-timeline"), "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.locator(".swarm__mark").first().waitFor();
    const from = page.locator(".desk [role=slider]").first();
    await tabTo(page, from);
    const first = await from.getAttribute("aria-valuenow");
    for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("t="));
    expect(Number(await from.getAttribute("aria-valuenow"))).toBeGreaterThan(Number(first));
    expect(await from.getAttribute("aria-valuetext")).toMatch(language === "fa" ? /[۰-۹]{4}/ : /\d{4}/);
    await tabTo(page, page.locator(".timeline__table summary"));
    await page.keyboard.press("Enter");
    await page.locator(".dated tbody tr").first().waitFor();
    await tabTo(page, page.locator(".dated .link-button").first());
    await page.keyboard.press("Enter");
    await page.locator("#card-title").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.classList.contains("link-button"));

    // Two events, each chosen by its first letters or arrow keys.
    await tabTo(page, page.locator("#desk-compare"), "Shift+Tab");
    await page.keyboard.press("Enter");
    for (const at of [0, 1]) {
      await tabTo(page, page.locator(".compare__side select").nth(at));
      for (let step = 0; step <= at + 1; step++) await page.keyboard.press("ArrowDown");
    }
    await page.locator(".compare__subject").first().waitFor();
    expect(await page.locator(".compare__subject").count()).toBeGreaterThan(0);

    // The link, and a file.
    const link = page.locator(".bar__buttons").getByRole("button", { name: words["tool.share"] ?? "", exact: true });
    await tabTo(page, link, "Shift+Tab");
    await page.keyboard.press("Enter");
    const address = page.locator("dialog textarea[readonly]").first();
    await address.waitFor();
    await tabTo(page, address);
    expect(await address.inputValue()).toContain(`lang=${language}`);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await link.evaluate((button) => button === document.activeElement)).toBe(true);
    const data = page.locator(".bar__buttons").getByRole("button", { name: words["tool.export"] ?? "", exact: true });
    await tabTo(page, data);
    await page.keyboard.press("Enter");
    await page.locator("dialog .button-row .button").first().waitFor();
    await tabTo(page, page.locator("dialog .button-row .button").first());
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toMatch(/^sarhad.+\.(?:zip|geojson)$/);
    expect(atlas.complaints).toEqual([]);
    await atlas.close();
  });
});

describe.each(JOURNEYS)("by keyboard alone in $language", ({ language }) => {
  it("a corridor, a line of typed positions, a drawn point, and the table of records", async () => {
    const atlas = await openAtlas(`#v=1&layers=border,ports,towns&lang=${language}`, { flags: WITHOUT_WEBGL });
    const { page } = atlas;
    const words = wordsOf(language);
    await page.locator("#map svg [role=button][data-key]").first().waitFor();
    await page.locator(".layer__count").nth(6).waitFor();
    const panel = page.locator("#panel-body");
    const button = (key: string) => panel.getByRole("button", { name: words[key] ?? "", exact: true }).first();
    const press = async (key: string) => {
      await button(key).waitFor();
      await tabTo(page, button(key));
      await page.keyboard.press("Enter");
    };

    await tabTo(page, page.locator("#tab-explore"));
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await focusedId(page)).toBe("tab-measure");
    await press("measure.section.corridor");
    await press("measure.add-corridor");
    await page.waitForFunction(() => location.hash.includes("corridor=border"));
    await panel.locator(".corridor-answer tbody tr").first().waitFor();
    await tabTo(page, panel.locator(".corridor-answer tbody button").first());

    await tabTo(page, button("measure.section.line"), "Shift+Tab");
    await page.keyboard.press("Enter");
    const typed = panel.locator(".typed-row input");
    for (const position of ["25.3, 60.6", "۲۵٫۱، ۶۲٫۳"]) {
      await tabTo(page, typed);
      await page.keyboard.type(position);
      await page.keyboard.press("Enter");
    }
    await panel.locator(".figure strong").waitFor();
    // From Chabahar to Gwadar it is about 170 km.
    expect(await panel.locator(".figure strong").textContent()).toMatch(/^[\u2068]?(?:17\d|۱۷[۰-۹])/);

    await page.locator("#tab-measure").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await focusedId(page)).toBe("tab-draw");
    const position = panel.locator(".draw__position input");
    await position.waitFor();
    await tabTo(page, position);
    await page.keyboard.type("27.1, 62.2");
    await page.keyboard.press("Enter");
    await panel.locator(".draw__item").waitFor();

    await tabTo(page, page.locator("#desk-table"));
    await page.keyboard.press("Enter");
    const grid = page.locator("[role=grid]");
    await grid.locator("[role=row][aria-selected]").first().waitFor();
    await tabTo(page, grid);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("#card-title").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");
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
