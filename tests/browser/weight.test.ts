import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  assetWeights,
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
/**
 * Scripts and style sheets that may weigh more than `ANY_PART`, by the beginning of their names; MapLibre's own, the
 * shaper of letters and its library are what they are.
 */
const PARTS: Readonly<Record<string, number>> = {
  ...{ maplibre: 300, "maplibre-gl-worker": 155, "shaped-text": 160, lib: 45 },
  ...{ start: 33, page: 5.5, mount: 11.5, drawing: 3.9, search: 6.5, Card: 6.5, records: 5.5 },
  // Words of a language but those of the first and the next moment, and texts of records in it.
  ...{ en: 21, ur: 25, fa: 24, "translations-ur": 27, "translations-fa": 27 },
  // Workers: the engine of figures and the rows of tables; the import, and what some formats take.
  ...{ worker: 50, "import-worker": 24, "xml-source": 39, topology: 9, "flatgeobuf-source": 6, "kmz-source": 4.2 },
  // Tools.
  ...{ "measure-overlays": 30, Timeline: 30, LearnTab: 16, ShareDialog: 16, MeasureTab: 11, RecordTable: 5.7 },
  ...{ "export-texts": 13, "late-countries": 11, "picture-base": 10, geodesic: 9.5, coordinates: 5.6 },
  ...{ schemas: 27, browser: 7.7, "formula-guard": 7.4, linked: 6.2, client: 6.2, OwnDataDialog: 5, measuring: 4.8 },
  // Lessons.
  ...{ "reading-a-contested-report": 10, "ports-and-corridors": 10, "crossing-it": 9.5, "where-the-line-runs": 9.2 },
  "how-maps-lie": 8.5,
};
/** What any other part may weigh. */
const ANY_PART = 4;
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

it("every part stays light by itself", () => {
  const weights = Object.entries(assetWeights(DIST));
  expect(weights.length).toBeGreaterThan(100);
  const nameOf = (path: string) => path.replace(/^assets\//, "").replace(/-[\w-]{8}\.(?:js|css)$/, "");
  const tooHeavy = weights.filter(([path, bytes]) => bytes > (PARTS[nameOf(path)] ?? ANY_PART) * KILOBYTE);
  expect(tooHeavy).toEqual([]);
  expect(Object.keys(PARTS).filter((name) => !weights.some(([path]) => nameOf(path) === name))).toEqual([]);
});

it("brings no styles with the map but MapLibre's own", () => {
  const sheet = Object.keys(sheetWeights(DIST, "maplibre"))[0] ?? "";
  expect(isMapLibre(sheet)).toBe(true);
  const selectors = readFileSync(join(DIST, sheet), "utf8").match(/\.[a-z][\w-]*(?=[^{}]*\{)/g) ?? [];
  expect(selectors.filter((name) => !/^\.(?:maplibregl|mapboxgl)-/.test(name))).toEqual([]);
  expect(() => sheetWeights(DIST, "mount")).toThrow("0 files");
});
