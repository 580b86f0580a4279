import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { TOOLS } from "../../src/ui/tools";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const words: Record<string, string> = JSON.parse(readFileSync("src/state/language/catalogue/ur.json", "utf8"));

/**
 * Controls in sight of less than 44 px either way. A control with a label is as large as both together. Left out, as WCAG
 * 2.5.8 does: links within a line of text, and marks whose place is what they say (symbols of the map and of the timeline,
 * which the list and the table give as rows).
 */
function tooSmall(): string[] {
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden, [inert]");
  const isInText = (element: Element) =>
    element.matches("a, .link-button") && element.closest("p, li, td, dd, .card__body") !== null;
  const controls = [...document.querySelectorAll("button, a[href], input, select, textarea, summary, [role=slider]")];
  return controls
    .filter((element) => isShown(element) && !isInText(element))
    .filter((element) => !element.closest("#map, .swarm") && element.getBoundingClientRect().width > 1)
    .flatMap((element) => {
      const boxes = [element, element.closest("label")].flatMap((part) => (part ? [part.getBoundingClientRect()] : []));
      const [width, height] = [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))];
      const name = `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.trim().slice(0, 20)}`;
      return width < 43.5 || height < 43.5 ? [`${name}: ${Math.round(width)} × ${Math.round(height)}`] : [];
    });
}

it("every control is 44 px or more where a finger is the pointer, and so is every row of the table", async () => {
  const atlas = await openAtlas("#v=1&lang=ur&layers=border,strikes&t=2024-01-01/2024-12-31&f=kind:strike", {
    flags: WITHOUT_WEBGL,
    hasTouch: true,
  });
  const { page } = atlas;
  const found = new Map<string, string>();
  const look = async (where: string) => {
    await page.waitForFunction((waiting) => !document.body.textContent?.includes(waiting), words["part.loading"] ?? "");
    for (const fault of await page.evaluate(tooSmall)) found.set(fault, found.get(fault) ?? where);
  };
  expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
  await page.locator(".filter-chip").first().waitFor();
  await look("start");
  for (const tab of ["list", ...TOOLS.filter(({ place }) => place === "tab").map(({ id }) => id)]) {
    await page.locator(`#tab-${tab}`).tap();
    await page.locator("#panel-body > *").first().waitFor();
    if (tab === "list") await openFilters(page);
    await look(tab);
  }
  for (const [part, sign] of [
    ["timeline", ".brush__handle"],
    ["table", ".grid__all .grid__row"],
    ["compare", ".compare__side select"],
  ] as const) {
    await page.locator(`#desk-${part}`).tap();
    await page.locator(sign).first().waitFor();
    await look(part);
    if (part === "table") expect((await page.locator(sign).first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.locator("#desk-compare").tap();
  await page.locator("#tab-explore").tap();
  const openedBy: Readonly<Record<string, string>> = { "own-data": "mine.add", position: "map.coordinates" };
  for (const { id, titleKey } of TOOLS.filter(({ place }) => place === "dialog")) {
    await page
      .getByRole("button", { name: words[openedBy[id] ?? titleKey] ?? titleKey, exact: true })
      .first()
      .tap();
    await page.locator("dialog[open] .dialog__body > *").first().waitFor();
    await look(id);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  await page.evaluate(() => {
    location.hash += "&sel=strikes/koh-e-sabz-2024-01-16";
  });
  await page.locator(".card__body .sources li").first().waitFor();
  await page.locator(".card details").evaluateAll((all) => {
    for (const part of all as HTMLDetailsElement[]) part.open = true;
  });
  await look("card");
  expect([...found].map(([fault, where]) => `${where}: ${fault}`)).toEqual([]);
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});

async function openFilters(page: Page): Promise<void> {
  await page.locator(".listing__filters").tap();
  await page.locator(".filter__value").first().waitFor();
}
