import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { findChromium } from "./chromium";
import { ROOT } from "./setup.mjs";

/** How many checks of one kind passed and failed. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const output = join(ROOT, "tests", "output");
const binary = (path: string) => join(ROOT, "node_modules", path);

function check(name: string, program: string, parameters: readonly string[]): Tally {
  console.log(`\n— ${name}`);
  const result = spawnSync(process.execPath, [program, ...parameters], { cwd: ROOT, stdio: "inherit" });
  return result.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function suite(name: string, project: string): Tally {
  console.log(`\n— ${name}`);
  const report = join(output, `${project}.json`);
  rmSync(report, { force: true });
  const parameters = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const result = spawnSync(process.execPath, [binary("vitest/vitest.mjs"), ...parameters], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  const failed = Math.max(numFailedTests, Math.min(1, numFailedTestSuites));
  // A suite that ends badly without naming a failed test has failed all the same.
  return { passed: numPassedTests, failed: result.status === 0 ? failed : Math.max(1, failed) };
}

async function built(): Promise<Tally> {
  console.log("\n— build");
  try {
    await build({ logLevel: "warn" });
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

async function browserSuite(): Promise<Tally> {
  try {
    process.env.CHROME_PATH = await findChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  return suite("journeys in Chromium", "browser");
}

mkdirSync(output, { recursive: true });
const tallies = [
  check("format and lint", binary("@biomejs/biome/bin/biome"), ["check", "--error-on-warnings", "."]),
  check("types", binary("typescript/bin/tsc"), ["--noEmit", "-p", "."]),
  suite("units, contracts and panels", "unit"),
];
const buildTally = await built();
tallies.push(buildTally);
if (buildTally.failed === 0) tallies.push(await browserSuite());

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
