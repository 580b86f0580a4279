import { chromium, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../chromium";
import { pan, watchFrames, zoom } from "./gesture";
import { memoryOf } from "./memory";
import { loadPage } from "./page-load";
import { rounds, rowOf, type WebBench } from "./row";

/** Own script in one frame, in milliseconds, whatever the reader does. */
const LONGEST_OWN_SCRIPT = 100;
export const DESK_POINTS = 100_000;
const ROUNDS = 3;

const READY = `document.querySelector('[data-own-count="${DESK_POINTS}"]') && document.querySelectorAll('#map svg circle').length > 20`;

/** Draws up a period on the line of time, from a third of it on, as a hand would. */
async function brush(page: Page): Promise<void> {
  const box = await page.locator(".brush").boundingBox();
  if (!box) throw new Error("the timeline is not there");
  await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
  await page.mouse.down();
  for (let step = 1; step <= 30; step++) {
    await page.mouse.move(box.x + box.width * (0.3 + step * 0.012), box.y + 20);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

/** Turns the wheel over what `selector` names, by a few hundred rows. */
async function scroll(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`not there: ${selector}`);
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(120, box.height / 2));
  for (let step = 0; step < 40; step++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
}

const GESTURES: readonly {
  readonly name: string;
  readonly open?: (page: Page) => Promise<void>;
  readonly gesture: (page: Page) => Promise<void>;
}[] = [
  { name: "pan", gesture: pan },
  { name: "zoom", gesture: zoom },
  { name: "filter by time", open: (page) => page.locator("#desk-timeline").click(), gesture: brush },
  {
    name: "list scroll",
    open: (page) => page.locator("#tab-list").click(),
    gesture: (page) => scroll(page, ".listing__rows"),
  },
  {
    name: "table scroll",
    open: (page) => page.locator("#desk-table").click(),
    gesture: (page) => scroll(page, "[role=grid]"),
  },
];

/** How the desk moves with a hundred thousand points of the reader's own, on the drawn map, where all script is ours. */
export async function benchDesk({ atlasUrl, report }: Pick<WebBench, "atlasUrl" | "report">): Promise<void> {
  const args = [...CHROMIUM_FLAGS, "--disable-3d-apis"];
  const browser = await chromium.launch({ executablePath: await findChromium(), args });
  try {
    const found = await rounds(ROUNDS, async () => {
      const loaded = await loadPage(browser, `${atlasUrl}#v=1&lang=en&theme=light&data=points-${DESK_POINTS}.csv`, {
        states: { ready: READY },
        patienceMilliseconds: 600_000,
      });
      const { page } = loaded;
      const close = page.locator(".welcome__close");
      if (await close.isVisible()) await close.click();
      const scripts: number[] = [];
      for (const { open, gesture } of GESTURES) {
        await open?.(page);
        await page.waitForTimeout(2000);
        scripts.push((await watchFrames(page, () => gesture(page))).longestOwnScript);
      }
      const memory = await memoryOf(browser, loaded.session);
      await loaded.close();
      return { scripts, memory };
    });
    GESTURES.forEach(({ name }, at) => {
      const values = found.map(({ scripts }) => scripts[at] ?? Number.NaN);
      report(rowOf(`drawn map, 100,000 points, ${name}: own script in a frame`, "ms", values, LONGEST_OWN_SCRIPT));
    });
    const renderers = found.map(({ memory }) => memory.rendererMegabytes);
    report(rowOf("drawn map, 100,000 points: renderer", "MB", renderers, 500));
  } finally {
    await browser.close();
  }
}
