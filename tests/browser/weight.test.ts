import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  isMapLibre,
  partWeights,
  sheetWeights,
  startWeights,
  sumOf,
  type Weights,
  wordWeights,
} from "../../scripts/weight";

const DIST = join(import.meta.dirname, "../../dist");
const KILOBYTE = 1000;

/** In kilobytes, gzip 9. */
const FIRST_SIGHT = 60;
const FULL_VIEW = 60;
const PAGES = ["index.html", "online.html"];

const expectAtMost = (weights: Weights, kilobytes: number) =>
  expect(sumOf(weights), JSON.stringify(weights, null, 1)).toBeLessThanOrEqual(kilobytes * KILOBYTE);

it.each(PAGES)("the first sight of %s, with list and search and their words, stays light", (page) => {
  const start = startWeights(DIST, page);
  const parts = ["FeatureList", "SearchAnswers", "search"].map((name) => partWeights(DIST, name, start));
  // Of the words that the page does not begin with, the lighter part is that of list and search.
  const [words = {}] = wordWeights(DIST, "en", start);
  expect(Object.keys(words)).toHaveLength(1);
  expectAtMost(Object.assign({}, start, words, sheetWeights(DIST, "rows"), ...parts), FIRST_SIGHT);
});

it.each(PAGES)("the full view of %s stays light beside MapLibre", (page) => {
  const start = startWeights(DIST, page);
  const map = Object.entries(partWeights(DIST, "mount", start)).filter(([path]) => !isMapLibre(path));
  expectAtMost({ ...start, ...Object.fromEntries(map) }, FULL_VIEW);
});

it("brings no styles with the map but MapLibre's own", () => {
  const sheet = Object.keys(sheetWeights(DIST, "maplibre"))[0] ?? "";
  expect(isMapLibre(sheet)).toBe(true);
  const selectors = readFileSync(join(DIST, sheet), "utf8").match(/\.[a-z][\w-]*(?=[^{}]*\{)/g) ?? [];
  expect(selectors.filter((name) => !/^\.(?:maplibregl|mapboxgl)-/.test(name))).toEqual([]);
  expect(() => sheetWeights(DIST, "mount")).toThrow("0 files");
});
