import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

/** Stands in for npm: notes that it was called, and installs the one package unless it is told to fail. */
const NPM = `
const { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } = require("node:fs");
appendFileSync("calls", process.argv[2] + "\\n");
if (existsSync("no-network")) process.exit(1);
rmSync("node_modules", { recursive: true, force: true });
mkdirSync("node_modules/one", { recursive: true });
writeFileSync("node_modules/one/package.json", "{}");
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sarhad-setup-"));
  mkdirSync(join(folder, "scripts"));
  copyFileSync(join(import.meta.dirname, "../../scripts/setup.mjs"), join(folder, "scripts/setup.mjs"));
  const lock = { packages: { "": {}, "node_modules/one": {}, "node_modules/elsewhere": { optional: true } } };
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  writeFileSync(join(folder, "npm.cjs"), NPM);
  writeFileSync(join(folder, "run.mjs"), 'import { ensureInstalled } from "./scripts/setup.mjs"; ensureInstalled();');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = () =>
  spawnSync(process.execPath, ["run.mjs"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, npm_execpath: join(folder, "npm.cjs") },
  });
const calls = () => readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
const isThere = () => existsSync(join(folder, "node_modules/one/package.json"));

describe("the packages of a fresh copy", () => {
  it("are installed once", () => {
    expect([run().status, run().status]).toEqual([0, 0]);
    expect(calls()).toEqual(["ci"]);
    expect(isThere()).toBe(true);
  });

  it("are installed again when an installation that was broken off has lost some or all of them", () => {
    run();
    rmSync(join(folder, "node_modules/one"), { recursive: true });
    expect(run().status).toBe(0);
    expect(isThere()).toBe(true);
    rmSync(join(folder, "node_modules"), { recursive: true });
    mkdirSync(join(folder, "node_modules"));
    expect(run().status).toBe(0);
    expect(isThere()).toBe(true);
    expect(calls()).toHaveLength(3);
  });

  it("do not wait for an installation that was killed", () => {
    const killed = spawnSync(process.execPath, ["-e", ""]);
    mkdirSync(join(folder, ".cache/install.lock"), { recursive: true });
    writeFileSync(join(folder, ".cache/install.lock/pid"), String(killed.pid));
    expect(run().status).toBe(0);
    expect(isThere()).toBe(true);
    expect(existsSync(join(folder, ".cache/install.lock"))).toBe(false);
  });

  it("are asked for again after a failure, which is told in a sentence", () => {
    writeFileSync(join(folder, "no-network"), "");
    const failed = run();
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain("The packages could not be installed");
    rmSync(join(folder, "no-network"));
    expect(run().status).toBe(0);
    expect(isThere()).toBe(true);
  });
});
