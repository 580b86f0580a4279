import type { Page } from "playwright-core";
import { pan, type Smoothness, watchFrames, zoom } from "./gesture";
import { ATLAS_STATES } from "./loads";
import { memoryOf } from "./memory";
import { loadPage } from "./page-load";
import { rounds, rowOf, type WebBench } from "./row";

const ROUNDS = 3;
/** Own script in one frame, in milliseconds, at the shipped data. */
const LONGEST_OWN_SCRIPT = 50;

/** Moves the slider of a corridor along the border up and down. */
async function moveCorridor(page: Page): Promise<void> {
  const slider = page.locator(".panel input[type=range]").first();
  await slider.focus();
  for (let step = 0; step < 20; step++) await slider.press(step < 10 ? "ArrowRight" : "ArrowLeft");
}

/** How the atlas moves with the data it is shipped with. */
export async function benchShipped({ browser, atlasUrl, report }: WebBench): Promise<void> {
  const found = await rounds(ROUNDS, async () => {
    const load = await loadPage(browser, `${atlasUrl}#v=1&lang=en&theme=light&corridor=border-200m:25`, {
      states: ATLAS_STATES,
    });
    const { page, session } = load;
    const close = page.locator(".welcome__close");
    if (await close.isVisible()) await close.click();
    const panned = await watchFrames(page, () => pan(page));
    const zoomed = await watchFrames(page, () => zoom(page));
    await page.locator("#tab-measure").click();
    await page.locator(".corridor-answer .figure").first().waitFor();
    const corridor = await watchFrames(page, () => moveCorridor(page));
    const memory = await memoryOf(browser, session);
    await load.close();
    return { panned, zoomed, corridor, memory };
  });
  const gesture = (name: string, read: (one: (typeof found)[number]) => Smoothness) => {
    report(
      rowOf(
        `shipped data, ${name}: frame, median`,
        "ms",
        found.map((one) => read(one).median),
      ),
    );
    report(
      rowOf(
        `shipped data, ${name}: frame, 95 %`,
        "ms",
        found.map((one) => read(one).p95),
      ),
    );
    report(
      rowOf(
        `shipped data, ${name}: own script in a frame`,
        "ms",
        found.map((one) => read(one).longestOwnScript),
        LONGEST_OWN_SCRIPT,
      ),
    );
  };
  gesture("pan", ({ panned }) => panned);
  gesture("zoom", ({ zoomed }) => zoomed);
  gesture("corridor slider", ({ corridor }) => corridor);
  report(
    rowOf(
      "shipped data: renderer",
      "MB",
      found.map(({ memory }) => memory.rendererMegabytes),
      500,
    ),
  );
  report(
    rowOf(
      "shipped data: page heap",
      "MB",
      found.map(({ memory }) => memory.heapMegabytes),
      150,
    ),
  );
}
