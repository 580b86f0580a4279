import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { type AtlasPage, closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const open = (path: string) => openAtlas(path, { flags: WITHOUT_WEBGL });

async function silentEnd(atlas: AtlasPage): Promise<void> {
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
}

/** The rules of WCAG 2.2 A and AA that a part of the page breaks. */
async function brokenRules(page: Page, within: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .include(within)
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

const marksOn = (page: Page, layer: string) => page.locator(`#map svg [data-key^="${layer}/"]`);

describe("filters", () => {
  it("narrow map and list with live counts, live in the link, and are taken off one by one", async () => {
    const atlas = await open("#v=1&lang=en&layers=border,strikes,incidents");
    const { page } = atlas;
    await marksOn(page, "incidents").first().waitFor();
    await page.locator("#tab-list").click();
    await page.locator(".listing__filters").click();
    const confirmed = page.locator(".filter__value").filter({ hasText: "Reported strike" });
    await confirmed.waitFor();
    const promised = Number(await confirmed.locator(".filter__count [aria-hidden]").textContent());
    await confirmed.locator("input").press("Space");
    await page.waitForFunction(() => location.hash.includes("f=kind:strike"));
    await page.waitForFunction(() => document.querySelector('#map svg [data-key^="incidents/"]') === null);
    expect(await marksOn(page, "strikes").count()).toBeGreaterThan(0);
    const listed = page.locator(".listing__rows .row").filter({ hasText: "Reported strike" });
    expect(await listed.count()).toBe(promised);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("[role=status]")].some((region) =>
        region.textContent?.includes("records let through"),
      ),
    );
    await page.locator(".filter__name").filter({ hasText: "Distance to the border" }).click();
    await page.locator(".filter select").last().selectOption({ index: 3 });
    await page.waitForFunction(() => location.hash.includes("to-border:10"));
    await page.waitForFunction(() => {
      const drawn = [...document.querySelectorAll('#map svg [data-key^="strikes/"]')];
      const keys = new Set(drawn.map((element) => element.getAttribute("data-key")));
      return keys.size === 2 && keys.has("strikes/koh-e-sabz-2024-01-16");
    });
    expect(await brokenRules(page, ".panel")).toEqual([]);
    await page.reload();
    await page.locator(".filter-chip").nth(2).waitFor();
    await page.locator(".filter-chip").filter({ hasText: "Distance" }).click();
    await page.waitForFunction(() => !location.hash.includes("to-border"));
    await page.locator(".filter-chip").filter({ hasText: "Reported strike" }).press("Enter");
    await page.waitForFunction(() => !location.hash.includes("f="));
    await marksOn(page, "incidents").first().waitFor();
    await silentEnd(atlas);
  });

  it("offer the organisation that memberships are about, which narrows the map and no list", async () => {
    const atlas = await open("#v=1&lang=en&layers=border,memberships&map=3.4/31/58");
    const { page } = atlas;
    const outlined = (code: string) => page.locator(`#map [data-key="memberships/country-${code}"] path`);
    await outlined("cn").first().waitFor({ state: "attached" });
    await page.locator("#tab-list").click();
    await page.locator(".listing__filters").click();
    await page.locator(".filter__name").filter({ hasText: "Organisation of memberships" }).click();
    await page.getByLabel("Economic Cooperation Organization (ECO)").press("Space");
    await page.waitForFunction(() => location.hash.includes("f=org:eco"));
    // China is no member of ECO, Türkiye is.
    await outlined("cn").first().waitFor({ state: "detached" });
    await outlined("tr").first().waitFor({ state: "attached" });
    expect(await page.locator(".listing__rows .row").filter({ hasText: "China" }).count()).toBe(1);
    expect(await brokenRules(page, ".filters")).toEqual([]);
    await page.getByLabel("None: ECO on the map, all of them in pictures").press("Space");
    await page.waitForFunction(() => !location.hash.includes("f="));
    await outlined("cn").first().waitFor({ state: "attached" });
    await silentEnd(atlas);
  });

  it("work in an embed, by what lies inside a corridor of the link", async () => {
    const atlas = await open(
      "embed.html#v=1&lang=fa&layers=border,ports&corridor=border:25&f=inside:1&embed=start:full",
    );
    const { page } = atlas;
    await page.locator('#map svg [data-key="ports/port-jiwani"]').waitFor();
    await page.waitForFunction(() => document.querySelector('#map svg [data-key="ports/port-gwadar"]') === null);
    await page.locator(".static-notice").waitFor();
    await page.locator('#map svg [data-key="ports/port-jiwani"]').waitFor();
    expect(await brokenRules(page, ".filter-bar")).toEqual([]);
    await silentEnd(atlas);
  });
});

describe("the timeline", () => {
  it("narrows the map by keys alone, keeps the period in the link, and says it all in a table", async () => {
    const atlas = await open("#v=1&lang=en&layers=border,strikes,incidents");
    const { page } = atlas;
    await page.locator("#desk-timeline").focus();
    await page.keyboard.press("Enter");
    await page.locator(".swarm__mark").first().waitFor();
    const [from, to] = [page.getByRole("slider", { name: "From" }), page.getByRole("slider", { name: "To" })];
    await page.locator(".timeline__field input").first().fill("2024-01-10");
    await page.locator(".timeline__field input").last().fill("2024-01-18");
    await page.waitForFunction(() => location.hash.includes("t=2024-01-10/2024-01-18"));
    await from.focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight");
    await to.focus();
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction(() => location.hash.includes("t=2024-01-16/2024-01-17"));
    expect(await from.getAttribute("aria-valuetext")).toBe("16 January 2024");
    await page.waitForFunction(() => {
      const drawn = [...document.querySelectorAll('#map svg [data-key^="strikes/"]')];
      const keys = new Set(drawn.map((element) => element.getAttribute("data-key")));
      return keys.size === 1 && keys.has("strikes/koh-e-sabz-2024-01-16");
    });
    await page.locator(".timeline__table summary").press("Enter");
    const rows = page.locator(".dated tbody tr");
    expect(await rows.count()).toBe(2);
    expect(await rows.first().textContent()).toMatch(/16 January 2024.*Asia\/Karachi/);
    await page.getByRole("button", { name: "One window forward" }).press("Enter");
    await page.waitForFunction(() => location.hash.includes("t=2024-01-18/2024-01-19"));
    await page.reload();
    await page.locator(".filter-chip").first().waitFor();
    expect(await page.locator(".desk__period").textContent()).toBe("18 January 2024 – 19 January 2024");
    await page.locator("#desk-timeline").press("Enter");
    await page.locator(".brush__handle").first().press("Escape");
    await page.waitForFunction(() => document.activeElement?.id === "desk-timeline");
    await silentEnd(atlas);
  });

  it.each(["en", "ur", "fa"])("breaks no rule of WCAG 2.2 A and AA in %s", async (language) => {
    const atlas = await open(`#v=1&lang=${language}&layers=border&t=2024-01-01/2024-12-31`);
    const { page } = atlas;
    await page.locator("#desk-timeline").press("Enter");
    await page.locator(".swarm__mark").first().waitFor();
    await page.locator(".timeline__table summary").click();
    expect(await brokenRules(page, ".desk")).toEqual([]);
    await silentEnd(atlas);
  });
});

describe("the table", () => {
  it("is walked, sorted, resized, searched and copied by keys, in step with the map both ways", async () => {
    const atlas = await openAtlas("#v=1&lang=en&layers=border,strikes", {
      flags: WITHOUT_WEBGL,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { page } = atlas;
    await page.locator("#desk-table").focus();
    await page.keyboard.press("Enter");
    await page.locator(".grid__all .grid__row").nth(3).waitFor();
    const grid = page.getByRole("grid");
    const active = () =>
      page.evaluate(() => {
        const id = document.querySelector("[role=grid]")?.getAttribute("aria-activedescendant");
        return (id && document.getElementById(id)?.textContent) ?? "";
      });
    await grid.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("[aria-sort=ascending]")?.textContent?.includes("Name"));
    const before = (await page.locator("#cell--1-0").boundingBox())?.width ?? 0;
    await page.keyboard.press("Shift+ArrowRight");
    await page.waitForFunction(
      (width) => (document.getElementById("cell--1-0")?.getBoundingClientRect().width ?? 0) > width + 10,
      before,
    );
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.locator(".record-table__field input").fill("iranian strike panjgur");
    await page.waitForFunction(() => document.querySelector("[role=grid]")?.getAttribute("aria-rowcount") === "2");
    await grid.focus();
    await page.keyboard.press("Control+Home");
    await page.waitForFunction(() => document.querySelector(".grid__cell--active") !== null);
    expect(await active()).toBe("Iranian strike at Koh-e-Sabz, Panjgur");
    await page.waitForFunction(() => document.getElementById("cell-0-6")?.textContent?.includes("km"));
    await page.keyboard.press("Control+c");
    await page.locator(".record-table__tools").getByText("Copied.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")[1]).toMatch(
      /^Iranian strike at Koh-e-Sabz, Panjgur\tstrikes\tstrike\t2024-01-16\tconfirmed\t45000\t8604$/,
    );
    await page.keyboard.press("Enter");
    await page.locator("#card-title").waitFor();
    await page.waitForFunction(() => location.hash.includes("sel=strikes/koh-e-sabz-2024-01-16"));
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");
    await page.locator(".record-table__field input").fill("");
    await page.locator('#map svg [data-key="strikes/marg-bar-sarmachar-2024-01-18"]').first().focus();
    await page.keyboard.press("Enter");
    await page.locator('.grid__row[aria-selected="true"]').waitFor();
    expect(await page.locator('.grid__row[aria-selected="true"]').textContent()).toContain("Marg Bar Sarmachar");
    await silentEnd(atlas);
  });

  it.each(["en", "ur", "fa"])("breaks no rule of WCAG 2.2 A and AA in %s", async (language) => {
    const atlas = await open(`#v=1&lang=${language}&layers=border&f=kind:strike`);
    const { page } = atlas;
    await page.locator("#desk-table").press("Enter");
    await page.locator(".grid__all .grid__row").nth(3).waitFor();
    await page.locator(".record-table__columns summary").click();
    expect(await brokenRules(page, ".desk")).toEqual([]);
    await silentEnd(atlas);
  });
});

describe("comparing", () => {
  it("puts two events side by side, keeps them in the link, and takes a day for one", async () => {
    const atlas = await open("#v=1&lang=en&layers=border,strikes&sel=strikes/koh-e-sabz-2024-01-16");
    const { page } = atlas;
    const distance = page.locator("section[aria-labelledby=card-distance]");
    await distance.getByText("about 30 miles (48 km) inside Pakistan").waitFor();
    await distance.getByText("Lies within what we compute.").waitFor();
    await page.locator("#desk-compare").focus();
    await page.keyboard.press("Enter");
    const pickers = page.locator(".compare__side select");
    await pickers.first().selectOption("strikes.koh-e-sabz-2024-01-16");
    await pickers.last().selectOption("strikes.marg-bar-sarmachar-2024-01-18");
    await page.waitForFunction(() =>
      location.hash.includes("f=compare:strikes.koh-e-sabz-2024-01-16,strikes.marg-bar-sarmachar-2024-01-18"),
    );
    await page.reload();
    const tables = page.locator(".compare__table");
    await tables.last().waitFor();
    expect(await tables.first().textContent()).toContain("Operation Marg Bar Sarmachar");
    const party = tables.last().locator("tbody tr").filter({ hasText: "Jaish al-Adl" }).first();
    expect(await party.locator("td").count()).toBe(2);
    await page.locator(".compare__side input").last().fill("2024-01-15");
    await page.waitForFunction(() => location.hash.includes(",2024-01-15"));
    await tables.first().getByText("Erbil").first().waitFor();
    await silentEnd(atlas);
  });

  it.each(["en", "ur", "fa"])("breaks no rule of WCAG 2.2 A and AA in %s", async (language) => {
    const compared = "strikes.koh-e-sabz-2024-01-16,strikes.marg-bar-sarmachar-2024-01-18";
    const atlas = await open(`#v=1&lang=${language}&layers=border&f=compare:${compared}`);
    const { page } = atlas;
    await page.locator(".compare__table").last().waitFor();
    expect(await brokenRules(page, ".desk")).toEqual([]);
    await silentEnd(atlas);
  });
});
