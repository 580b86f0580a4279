import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./setup.mjs";

const USAGE = "usage: npm run fuzz -- [--times N] [--seconds N] [--seed N] [part of a file's name …]";
const TALLY = join(ROOT, "tests/output/fuzz-runs");

function numberAfter(name: string, given: string[], fallback: number): number {
  const at = given.indexOf(`--${name}`);
  if (at < 0) return fallback;
  const [, text = ""] = given.splice(at, 2);
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    console.error(`--${name}: not a whole number: ${text}\n${USAGE}`);
    process.exit(2);
  }
  return value;
}

const given = process.argv.slice(2);
/** How many times the runs of the test suite, and how long each property may take at most. */
const times = numberAfter("times", given, 50);
const seconds = numberAfter("seconds", given, 20);
const seed = numberAfter("seed", given, randomInt(2 ** 31));

const files = readdirSync(join(ROOT, "tests"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith("browser"))
  .map((file) => join("tests", file))
  .filter((file) => readFileSync(join(ROOT, file), "utf8").includes('"fast-check"'))
  .filter((file) => given.length === 0 || given.some((part) => file.includes(part)));
if (files.length === 0) {
  console.error(`no file of properties has such a name\n${USAGE}`);
  process.exit(2);
}

console.log(
  `seed ${seed}; ${files.length} files; ${times} times the usual runs, at most ${seconds} s for each property`,
);
mkdirSync(join(ROOT, "tests/output"), { recursive: true });
rmSync(TALLY, { force: true });
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--config", "vitest.fuzz.config.ts", ...files],
  {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      FUZZ_TIMES: `${times}`,
      FUZZ_SECONDS: `${seconds}`,
      FUZZ_SEED: `${seed}`,
      FUZZ_TALLY: TALLY,
    },
  },
);
const runs = existsSync(TALLY) ? readFileSync(TALLY, "utf8").trim().split("\n").map(Number) : [];
const inputs = runs.reduce((sum, count) => sum + count, 0);
console.log(`${inputs} inputs to ${runs.length} properties with seed ${seed}; again: npm run fuzz -- --seed ${seed}`);
process.exit(status ?? 1);
