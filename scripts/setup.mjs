import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const STAMP = join(ROOT, "node_modules", ".sarhad-installed");
const LOCK = join(ROOT, ".cache", "install.lock");
const LOCK_OWNER = join(LOCK, "pid");
/** So long a lock may be without its owner's number: it is written at once. */
const LOCK_UNOWNED_MILLISECONDS = 10_000;
const WAIT_MILLISECONDS = 200;

const wait = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(ROOT, file)));
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest("hex");
}

/** Whether every package of the lock file is there, but those that only some systems need. */
function areAllThere() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(packages ?? {}).every(
    ([path, { optional, link }]) => path === "" || optional || link || existsSync(join(ROOT, path, "package.json")),
  );
}

/** A stamp says that an installation has ended well; packages can have been lost since, to one that was broken off. */
const isInstalled = (wanted) => existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted && areAllThere();

/** Whether whoever holds the lock has been killed, and will never give it back. */
function isLockLeft() {
  try {
    process.kill(Number(readFileSync(LOCK_OWNER, "utf8")), 0);
    return false;
  } catch (error) {
    if (error.code === "ESRCH") return true;
    if (error.code !== "ENOENT") return false;
    return Date.now() - statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs > LOCK_UNOWNED_MILLISECONDS;
  }
}

function takeLock() {
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(LOCK_OWNER, String(process.pid));
      // Another that waited may have cleared this lock away with the one before it.
      wait(WAIT_MILLISECONDS);
      if (existsSync(LOCK_OWNER) && readFileSync(LOCK_OWNER, "utf8") === String(process.pid)) return;
    } catch (error) {
      if (error.code !== "EEXIST" && error.code !== "ENOENT") throw error;
      if (isLockLeft()) rmSync(LOCK, { recursive: true, force: true });
      wait(WAIT_MILLISECONDS);
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
