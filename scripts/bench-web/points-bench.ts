import { pan, type Smoothness, watchFrames } from "./gesture";
import { ATLAS_STATES, BARE_STATES } from "./loads";
import { memoryOf } from "./memory";
import { loadPage } from "./page-load";
import { rounds, rowOf, type WebBench } from "./row";

/** Own script in one frame, in milliseconds, with imported points. */
const LONGEST_OWN_SCRIPT = 100;

const roundsFor = (count: number) => (count <= 10_000 ? 5 : count <= 100_000 ? 3 : 1);

/** Every point is in the map or its tile index, the count is shown, and the first frame with them is painted. */
const readyState = (count: number) =>
  `document.querySelector('[data-own-count="${count}"]') && document.documentElement.dataset.own === 'painted'`;

/** The live map has painted them, and the first picture is gone. */
const LIVE_STATE =
  "document.querySelector('#map canvas.maplibregl-canvas') && !document.querySelector('.first-picture')";

/** How a file of points opens and moves, beside the bare page with the same points. */
export async function benchPoints({ browser, atlasUrl, bareUrl, report }: WebBench, count: number): Promise<void> {
  const found = await rounds(roundsFor(count), async () => {
    const ours = await loadPage(browser, `${atlasUrl}#v=1&lang=en&theme=light&data=points-${count}.csv`, {
      states: { ready: readyState(count), live: `${readyState(count)} && ${LIVE_STATE}`, idle: ATLAS_STATES.idle },
      patienceMilliseconds: 600_000,
    });
    const close = ours.page.locator(".welcome__close");
    if (await close.isVisible()) await close.click();
    const panned = await watchFrames(ours.page, () => pan(ours.page));
    const memory = await memoryOf(browser, ours.session);
    await ours.close();
    const cluster = count > 10_000 ? "&cluster" : "";
    const theirs = await loadPage(browser, `${bareUrl}?points=points-${count}.geojson${cluster}`, {
      states: { ready: "document.documentElement.dataset.points === 'painted'", ...BARE_STATES },
      patienceMilliseconds: 600_000,
    });
    const barePanned = await watchFrames(theirs.page, () => pan(theirs.page));
    const bareMemory = await memoryOf(browser, theirs.session);
    await theirs.close();
    return { ours, theirs, panned, barePanned, memory, bareMemory };
  });
  const name = `${count.toLocaleString("en")} points`;
  const of = (read: (one: (typeof found)[number]) => number) => found.map(read);
  report(
    rowOf(
      `${name}: ready`,
      "ms",
      of(({ ours }) => ours.reached.ready ?? Number.NaN),
    ),
  );
  report(
    rowOf(
      `${name}: painted by the live map`,
      "ms",
      of(({ ours }) => ours.reached.live ?? Number.NaN),
    ),
  );
  report(
    rowOf(
      `${name}: bare page ready`,
      "ms",
      of(({ theirs }) => theirs.reached.ready ?? Number.NaN),
    ),
  );
  report(
    rowOf(
      `${name}: ready ÷ bare page`,
      "×",
      of(({ ours, theirs }) => (ours.reached.ready ?? Number.NaN) / (theirs.reached.ready ?? Number.NaN)),
    ),
  );
  const smooth = (label: string, read: (one: (typeof found)[number]) => Smoothness) => {
    report(
      rowOf(
        `${name}, ${label}: frame, median`,
        "ms",
        of((one) => read(one).median),
      ),
    );
    report(
      rowOf(
        `${name}, ${label}: frame, 95 %`,
        "ms",
        of((one) => read(one).p95),
      ),
    );
    report(
      rowOf(
        `${name}, ${label}: longest frame`,
        "ms",
        of((one) => read(one).longest),
      ),
    );
  };
  smooth("pan", ({ panned }) => panned);
  smooth("pan of the bare page", ({ barePanned }) => barePanned);
  report(
    rowOf(
      `${name}, pan: own script in a frame`,
      "ms",
      of(({ panned }) => panned.longestOwnScript),
      LONGEST_OWN_SCRIPT,
    ),
  );
  const isBounded = count <= 100_000;
  report(
    rowOf(
      `${name}: renderer`,
      "MB",
      of(({ memory }) => memory.rendererMegabytes),
      isBounded ? 500 : null,
    ),
  );
  report(
    rowOf(
      `${name}: page heap`,
      "MB",
      of(({ memory }) => memory.heapMegabytes),
      isBounded ? 150 : null,
    ),
  );
  report(
    rowOf(
      `${name}: renderer of the bare page`,
      "MB",
      of(({ bareMemory }) => bareMemory.rendererMegabytes),
    ),
  );
}
