import type { Page } from "playwright-core";
import { median } from "../bench/measurement";

/** How smoothly a gesture went, in milliseconds. */
export interface Smoothness {
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  /** The longest that scripts of our own ran within one frame; those of the map library apart. */
  readonly longestOwnScript: number;
}

const STEPS = 40;

/** Notes the length of every frame, and who ran scripts in the long ones, until it is asked. */
function startWatching(): void {
  const frames: number[] = [];
  const own: number[] = [];
  let last = performance.now();
  let isOn = true;
  const next = (now: number) => {
    frames.push(now - last);
    last = now;
    if (isOn) requestAnimationFrame(next);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(next);
  });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const scripts = (Reflect.get(entry, "scripts") ?? []) as { duration: number; sourceURL: string }[];
      const ours = scripts.filter(({ sourceURL }) => !/maplibre/.test(sourceURL));
      own.push(ours.reduce((sum, { duration }) => sum + duration, 0));
    }
  });
  observer.observe({ type: "long-animation-frame", buffered: false });
  Reflect.set(globalThis, "__stopWatching", () => {
    isOn = false;
    observer.disconnect();
    return { frames, own };
  });
}

/** Frames while `gesture` runs, and until everything it began has settled. */
export async function watchFrames(page: Page, gesture: () => Promise<void>): Promise<Smoothness> {
  await page.evaluate(startWatching);
  await gesture();
  await page.waitForTimeout(300);
  const { frames, own } = await page.evaluate(() =>
    (Reflect.get(globalThis, "__stopWatching") as () => { frames: number[]; own: number[] })(),
  );
  const sorted = [...frames].sort((a, b) => a - b);
  return {
    median: median(frames),
    p95: sorted[Math.floor(0.95 * (sorted.length - 1))] ?? Number.NaN,
    longest: sorted.at(-1) ?? Number.NaN,
    longestOwnScript: Math.max(0, ...own),
  };
}

/** Drags the map in forty steps to the west and back, as a hand would. */
export async function pan(page: Page): Promise<void> {
  const [x, y] = [760, 420];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    const share = Math.sin((Math.PI * step) / STEPS);
    await page.mouse.move(x - 300 * share, y + 80 * share);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

/** Zooms in and out again by the wheel. */
export async function zoom(page: Page): Promise<void> {
  await page.mouse.move(760, 420);
  for (let step = 0; step < 20; step++) {
    await page.mouse.wheel(0, step < 10 ? -120 : 120);
    await page.waitForTimeout(32);
  }
}
