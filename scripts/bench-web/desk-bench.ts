import { chromium, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../chromium";
import { pan, zoom } from "./gesture";
import { memoryOf } from "./memory";
import { ownScriptIn } from "./own-script";
import { loadPage } from "./page-load";
import { rounds, rowOf, type WebBench } from "./row";

/** Own script in one frame, in milliseconds, whatever the reader does. */
const LONGEST_OWN_SCRIPT = 100;
export const DESK_POINTS = 100_000;
const ROUNDS = 3;

/** The two maps, and when each of them shows the points. */
const MAPS = {
  drawn: { flags: ["--disable-3d-apis"], ready: "document.querySelectorAll('#map svg circle').length > 20" },
  live: { flags: [], ready: "document.documentElement.dataset.own === 'painted'" },
} as const;
export type BenchedMap = keyof typeof MAPS;

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

const FOLDS = [/^Category/, /^Side$/];
const foldOf = (page: Page, name: RegExp) =>
  page.locator(".filter", { has: page.locator(".filter__name", { hasText: name }) });

async function openFilters(page: Page): Promise<void> {
  await page.locator(".listing__filters").click();
  for (const name of FOLDS) await foldOf(page, name).locator("summary").click();
}

/** Ticks and unticks a category and a side, with time for what follows from each. */
async function filter(page: Page): Promise<void> {
  for (const name of [...FOLDS, ...FOLDS]) {
    await foldOf(page, name).locator("input").first().click();
    await page.waitForTimeout(600);
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
  { name: "filter by category and side", open: openFilters, gesture: filter },
  {
    name: "table scroll",
    open: (page) => page.locator("#desk-table").click(),
    gesture: (page) => scroll(page, "[role=grid]"),
  },
];

/**
 * How the desk moves with a hundred thousand points of the reader's own, on the drawn map or on the live one, whose own
 * drawing is done by the processor here and does not count.
 */
export async function benchDesk({ atlasUrl, report }: Pick<WebBench, "atlasUrl" | "report">, map: BenchedMap) {
  const { flags, ready } = MAPS[map];
  const args = [...CHROMIUM_FLAGS, ...flags];
  const browser = await chromium.launch({ executablePath: await findChromium(), args });
  try {
    const found = await rounds(map === "drawn" ? ROUNDS : 1, async () => {
      const loaded = await loadPage(browser, `${atlasUrl}#v=1&lang=en&theme=light&data=points-${DESK_POINTS}.csv`, {
        states: { ready: `document.querySelector('[data-own-count="${DESK_POINTS}"]') && ${ready}` },
        patienceMilliseconds: 600_000,
      });
      const { page, session } = loaded;
      const close = page.locator(".welcome__close");
      if (await close.isVisible()) await close.click();
      const scripts: number[] = [];
      for (const { name, open, gesture } of GESTURES) {
        await open?.(page);
        await page.waitForTimeout(2000);
        const { longest, heaviest } = await ownScriptIn(page, session, atlasUrl, () => gesture(page));
        scripts.push(longest);
        if (longest > LONGEST_OWN_SCRIPT) console.log(`     ${name}: ${heaviest.join("; ")}`);
      }
      const memory = await memoryOf(browser, session);
      await loaded.close();
      return { scripts, memory };
    });
    GESTURES.forEach(({ name }, at) => {
      const values = found.map(({ scripts }) => scripts[at] ?? Number.NaN);
      report(rowOf(`${map} map, 100,000 points, ${name}: own script in a frame`, "ms", values, LONGEST_OWN_SCRIPT));
    });
    const renderers = found.map(({ memory }) => memory.rendererMegabytes);
    report(rowOf(`${map} map, 100,000 points: renderer`, "MB", renderers, 500));
  } finally {
    await browser.close();
  }
}
