import { join } from "node:path";
import { expect, it } from "vitest";
import { isMapLibre, partWeights, startWeights, sumOf } from "../../scripts/weight";

const DIST = join(import.meta.dirname, "../../dist");
const KILOBYTE = 1000;

/** In kilobytes, gzip 9. */
const FIRST_SIGHT = 75;
const FULL_VIEW = 90;
const PAGES = ["index.html", "online.html"];

it.each(PAGES)("the first sight of %s, with list and search, stays light", (page) => {
  const start = startWeights(DIST, page);
  const search = partWeights(DIST, "search", start);
  expect(sumOf(start) + sumOf(search), JSON.stringify({ ...start, ...search }, null, 1)).toBeLessThanOrEqual(
    FIRST_SIGHT * KILOBYTE,
  );
});

it.each(PAGES)("the full view of %s stays light beside MapLibre", (page) => {
  const start = startWeights(DIST, page);
  const map = Object.fromEntries(
    Object.entries(partWeights(DIST, "mount", start)).filter(([path]) => !isMapLibre(path)),
  );
  expect(sumOf(start) + sumOf(map), JSON.stringify({ ...start, ...map }, null, 1)).toBeLessThanOrEqual(
    FULL_VIEW * KILOBYTE,
  );
});
