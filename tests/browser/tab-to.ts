import type { Locator, Page } from "playwright-core";

/** Presses Tab until `target` has the focus, as a reader without a pointer would; fails when it is never reached. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the Tab key never came to ${target}`);
}
