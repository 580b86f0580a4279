import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../chromium";
import { ROOT } from "../setup.mjs";
import { benchDesk, DESK_POINTS } from "./desk-bench";
import { benchLightMap, benchLoads } from "./loads";
import { benchPoints } from "./points-bench";
import { formatRow, isKept, type Row } from "./row";
import { benchShipped } from "./shipped";
import { buildSites } from "./sites";
import { serveStatic } from "./static-server";

const PARTS = ["loads", "light", "shipped", "points", "desk", "desk-live"] as const;
const COUNTS = [1_000, 10_000, 100_000, 1_000_000];

const listOf = (name: string) =>
  process.argv
    .find((argument) => argument.startsWith(`--${name}=`))
    ?.slice(name.length + 3)
    .split(",");
/** For a quick look: `--parts=loads,points` and `--points=1000,10000` measure less; only a whole run is written down. */
const parts: readonly string[] = listOf("parts") ?? PARTS;
const counts = listOf("points")?.map(Number) ?? COUNTS;
const isWhole = parts.length === PARTS.length && counts.length === COUNTS.length;

const sites = await buildSites([...new Set([...counts, DESK_POINTS])]);
const atlas = await serveStatic([sites.atlas, sites.points]);
const bare = await serveStatic([sites.bare, sites.points]);
const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_FLAGS] });
const rows: Row[] = [];
const report = (row: Row) => {
  console.log(formatRow(row));
  rows.push(row);
};
try {
  const bench = { browser, atlasUrl: atlas.url, bareUrl: bare.url, report };
  if (parts.includes("loads")) await benchLoads(bench);
  if (parts.includes("light")) await benchLightMap(bench);
  if (parts.includes("shipped")) await benchShipped(bench);
  if (parts.includes("desk")) await benchDesk(bench, "drawn");
  if (parts.includes("desk-live")) await benchDesk(bench, "live");
  if (parts.includes("points")) for (const count of counts) await benchPoints(bench, count);
} finally {
  await browser.close();
  await Promise.all([atlas.close(), bare.close()]);
}
if (isWhole) {
  const folder = join(ROOT, "bench");
  mkdirSync(folder, { recursive: true });
  const results = {
    measuredOn: new Date().toISOString().slice(0, 10),
    node: process.version,
    browser: browser.version(),
    flags: CHROMIUM_FLAGS,
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    rows,
  };
  writeFileSync(join(folder, "results-web.json"), `${JSON.stringify(results, null, 2)}\n`);
}
process.exitCode = rows.every(isKept) ? 0 : 1;
