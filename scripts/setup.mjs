import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const STAMP = join(ROOT, "node_modules", ".sarhad-installed");
const LOCK = join(ROOT, ".cache", "install.lock");
const LOCK_STALE_MILLISECONDS = 30 * 60_000;

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(ROOT, file)));
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest("hex");
}

const isInstalled = (wanted) => existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;

function takeLock() {
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = Date.now() - statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
      if (age > LOCK_STALE_MILLISECONDS) rmSync(LOCK, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

/**
 * Installs the packages of the lock file unless they are installed already; two callers at once wait for each other.
 * Exits with status 1 and a plain sentence when Node is too old or the installation fails.
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Sarhad needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;
  takeLock();
  try {
    if (isInstalled(wanted)) return;
    console.error("Installing packages (once) …");
    const environment = { ...process.env };
    for (const name of ["NODE_ENV", "npm_config_omit", "npm_config_production"]) delete environment[name];
    const npm = process.env.npm_execpath;
    const argumentsOfInstall = [
      "ci",
      "--include=dev",
      "--include=optional",
      "--no-fund",
      "--no-audit",
      "--loglevel=error",
    ];
    const result = npm
      ? spawnSync(process.execPath, [npm, ...argumentsOfInstall], {
          cwd: ROOT,
          env: environment,
          stdio: ["ignore", 2, 2],
        })
      : spawnSync("npm", argumentsOfInstall, {
          cwd: ROOT,
          env: environment,
          stdio: ["ignore", 2, 2],
          shell: process.platform === "win32",
        });
    if (result.status !== 0) {
      console.error("The packages could not be installed: is the network up, and the npm registry reachable?");
      process.exit(1);
    }
    writeFileSync(STAMP, wanted);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}
