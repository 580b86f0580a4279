import { loadPage, SLOW_4G, type Throttle } from "./page-load";
import { rounds, rowOf, type WebBench } from "./row";

/** When the parts of a page can be used. */
export const ATLAS_STATES = {
  list: "document.querySelector('.layer__count') && document.querySelector('#search')",
  idle: "document.getElementById('map')?.dataset.state === 'idle'",
};
export const BARE_STATES = { idle: "document.documentElement.dataset.idle === 'yes'" };
/** The map stands and can be moved and pressed; what stands around it follows. */
const LIGHT_STATES = { usable: "document.documentElement.dataset.light !== undefined" };

const ROUNDS = 5;

/** Bounds in milliseconds that hold under the throttle; null where only the ratio counts. */
async function benchUnder(bench: WebBench, throttle: Throttle | null): Promise<void> {
  const { browser, atlasUrl, bareUrl, report } = bench;
  const name = throttle?.name ?? "loopback";
  const link = `${atlasUrl}#v=1&lang=en&theme=light`;
  const loads = await rounds(ROUNDS, async () => {
    const ours = await loadPage(browser, link, { throttle, states: ATLAS_STATES });
    await ours.close();
    const theirs = await loadPage(browser, bareUrl, { throttle, states: BARE_STATES });
    await theirs.close();
    return { ours, theirs };
  });
  const of = (read: (load: (typeof loads)[number]) => number) => loads.map(read);
  const bound = (milliseconds: number) => (throttle ? milliseconds : null);
  report(
    rowOf(
      `${name}: poster painted`,
      "ms",
      of(({ ours }) => ours.firstPaint),
      bound(1000),
    ),
  );
  report(
    rowOf(
      `${name}: list and search usable`,
      "ms",
      of(({ ours }) => ours.reached.list ?? Number.NaN),
      bound(2500),
    ),
  );
  report(
    rowOf(
      `${name}: map idle`,
      "ms",
      of(({ ours }) => ours.reached.idle ?? Number.NaN),
    ),
  );
  report(
    rowOf(
      `${name}: bare map idle`,
      "ms",
      of(({ theirs }) => theirs.reached.idle ?? Number.NaN),
    ),
  );
  report(
    rowOf(
      `${name}: map idle ÷ bare map idle`,
      "×",
      of(({ ours, theirs }) => (ours.reached.idle ?? Number.NaN) / (theirs.reached.idle ?? Number.NaN)),
      bound(1.25),
    ),
  );
  report(
    rowOf(
      `${name}: bytes`,
      "kB",
      of(({ ours }) => ours.bytes / 1000),
    ),
  );
  report(
    rowOf(
      `${name}: bare bytes`,
      "kB",
      of(({ theirs }) => theirs.bytes / 1000),
    ),
  );
  report(
    rowOf(
      `${name}: requests`,
      "requests",
      of(({ ours }) => ours.requests),
    ),
  );
}

/** The light map of an embed, up to the moment it can be used. */
export async function benchLightMap({ browser, atlasUrl, report }: WebBench): Promise<void> {
  const loads = await rounds(ROUNDS, async () => {
    const load = await loadPage(browser, `${atlasUrl}embed.html#v=1&lang=en`, {
      throttle: SLOW_4G,
      states: LIGHT_STATES,
    });
    await load.close();
    return load;
  });
  report(
    rowOf(
      `${SLOW_4G.name}: light embed map usable`,
      "ms",
      loads.map(({ reached }) => reached.usable ?? NaN),
      2000,
    ),
  );
  report(
    rowOf(
      `${SLOW_4G.name}: light embed bytes`,
      "kB",
      loads.map(({ bytes }) => bytes / 1000),
      null,
    ),
  );
}

/** How soon the pages show, on this machine's loopback and on a slow network and processor. */
export async function benchLoads(bench: WebBench): Promise<void> {
  await benchUnder(bench, null);
  await benchUnder(bench, SLOW_4G);
}
