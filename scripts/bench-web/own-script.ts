import type { CDPSession, Page } from "playwright-core";

/** What ran on a page's main thread, as the profiler of Chromium samples it. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
    readonly children?: readonly number[];
  }[];
}

/** The longest that scripts of our own ran within one frame, in milliseconds, and what ran longest in it. */
export interface OwnScript {
  readonly longest: number;
  readonly heaviest: readonly string[];
}

const SAMPLING_MICROSECONDS = 500;

/** How long something was found running, and how often: few samples of much time tell that the thread had to wait. */
interface Taken {
  readonly milliseconds: number;
  readonly samples: number;
}

/** Notes every frame, by the page's clock, until it is asked. */
function beginFrames(): void {
  const frames: number[] = [];
  Reflect.set(globalThis, "__frames", frames);
  const next = (now: number) => {
    frames.push(now);
    if (Reflect.get(globalThis, "__frames") === frames) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** When the page's clock stood at nought, in milliseconds of the clock by which the profiler tells its samples. */
async function pageBegan(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "NavigationStart")?.value;
  if (!seconds) throw new Error("Chromium does not tell when the navigation of the page began");
  return seconds * 1000;
}

/** What of a profile is our own: functions of our scripts, and whatever runs because they called it. */
function ownNodes({ nodes }: Profile, isOwn: (url: string) => boolean) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const names = new Map<number, string | null>();
  const nameOf = (id: number): string | null => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const frame = byId.get(id)?.callFrame;
    const parent = parents.get(id);
    const inherited = parent === undefined ? null : nameOf(parent);
    const name =
      frame && isOwn(frame.url)
        ? `${frame.functionName || "?"} ${frame.url.replace(/^.*\//, "")}:${frame.lineNumber}:${frame.columnNumber}`
        : inherited;
    names.set(id, name);
    return name;
  };
  return nameOf;
}

/**
 * Runs `gesture` and counts, from samples of the page's main thread, how long scripts of our own ran between one frame and
 * the next: functions of our files and all that they called, the map library and the browser included; not what the
 * library runs of itself.
 */
export async function ownScriptIn(
  page: Page,
  session: CDPSession,
  origin: string,
  gesture: () => Promise<void>,
): Promise<OwnScript> {
  await session.send("Performance.enable");
  await session.send("Profiler.enable");
  const began = await pageBegan(session);
  await session.send("Profiler.setSamplingInterval", { interval: SAMPLING_MICROSECONDS });
  await session.send("Profiler.start");
  await page.evaluate(beginFrames);
  await gesture();
  await page.waitForTimeout(500);
  const frames = await page.evaluate(() => {
    const noted = Reflect.get(globalThis, "__frames") as number[];
    Reflect.deleteProperty(globalThis, "__frames");
    return [...noted, performance.now()];
  });
  const { profile } = await session.send("Profiler.stop");
  const nameOf = ownNodes(profile, (url) => url.startsWith(origin) && !/maplibre/.test(url));
  let now = profile.startTime;
  const times = new Map<number, Map<string, Taken>>();
  let frame = 0;
  profile.samples?.forEach((id, at) => {
    now += profile.timeDeltas?.[at] ?? 0;
    const name = nameOf(id);
    if (name === null) return;
    const sampled = now / 1000 - began;
    while (frame < frames.length && (frames[frame] ?? 0) < sampled) frame++;
    const inFrame = times.get(frame) ?? new Map<string, Taken>();
    const { milliseconds = 0, samples = 0 } = inFrame.get(name) ?? {};
    const added = (profile.timeDeltas?.[at + 1] ?? 0) / 1000;
    times.set(frame, inFrame.set(name, { milliseconds: milliseconds + added, samples: samples + 1 }));
  });
  const sums = [...times.values()].map((names) => ({
    names,
    sum: [...names.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  }));
  const worst = sums.sort((a, b) => b.sum - a.sum)[0];
  const heaviest = [...(worst?.names ?? [])].sort(([, a], [, b]) => b.milliseconds - a.milliseconds).slice(0, 5);
  return {
    longest: worst?.sum ?? 0,
    heaviest: heaviest.map(
      ([name, { milliseconds, samples }]) => `${milliseconds.toFixed(1)} ms in ${samples} × ${name}`,
    ),
  };
}
