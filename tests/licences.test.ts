import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** Licences under which anybody may ship code with the notice alone. */
const PERMISSIVE = [
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "Zlib",
  "Unlicense",
  "CC0-1.0",
  "BlueOak-1.0.0",
  "BSL-1.0",
];
/** What may build and test the atlas besides, because none of it is in what readers get. */
const TOOLS_ONLY = ["MPL-2.0", "MIT-0", "Python-2.0", "CC-BY-3.0", "CC-BY-4.0", "EDL-1.0"];
/** Packages that name no licence in their package.json, or misspell it, and what the text that comes with them is. */
const BY_THEIR_TEXT: Readonly<Record<string, string>> = {
  "jsonlint-lines": "MIT",
  JSV: "BSD-2-Clause",
  nomnom: "MIT",
  underscore: "MIT",
  "splaytree-ts": "BSD-3-Clause",
};
/** Letters: the subsets of these fonts are shipped under the licence of the fonts. */
const FONTS = /^@fontsource(?:-variable)?\//;

const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  packages: Record<string, Locked>;
};
const entries = Object.entries(packages).filter(([path]) => path !== "");
const licenceOf = (path: string, { license }: Locked) => BY_THEIR_TEXT[nameOf(path)] ?? license;
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** Whether an expression such as `(MIT OR CC0-1.0)` or `MIT AND Zlib` can be met by licences of `allowed`. */
function isMet(expression: string, allowed: readonly string[]): boolean {
  const plain = expression.replace(/[()]/g, "");
  if (plain.includes(" AND ")) return plain.split(" AND ").every((part) => isMet(part, allowed));
  return plain.split(" OR ").some((part) => allowed.includes(part.trim()));
}

describe("the licences of what we build on", () => {
  it("are permissive for every package that is shipped", () => {
    const shipped = entries.filter(([, { dev, optional }]) => !dev && !optional);
    expect(shipped.length).toBeGreaterThan(20);
    const faults = shipped.filter(([path, locked]) => !isMet(licenceOf(path, locked) ?? "", PERMISSIVE));
    expect(faults.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
  });

  it("are permissive or weakly reciprocal for tools, and the Open Font License for fonts", () => {
    const faults = entries.filter(([path, locked]) => {
      const allowed = FONTS.test(nameOf(path)) ? ["OFL-1.1"] : [...PERMISSIVE, ...TOOLS_ONLY];
      return !isMet(licenceOf(path, locked) ?? "", allowed);
    });
    expect(faults.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
  });

  it("are those that the packages state themselves, and every package is pinned by its hash", () => {
    const faults: string[] = [];
    for (const [path, locked] of entries) {
      if (!locked.integrity) faults.push(`${path}: locked without a hash`);
      // Packages for other machines are locked but not installed.
      let own: { version: string; license?: string | { type: string } };
      try {
        own = JSON.parse(readFileSync(join(ROOT, path, "package.json"), "utf8"));
      } catch {
        if (!locked.optional) faults.push(`${path}: not installed`);
        continue;
      }
      const stated = typeof own.license === "object" ? own.license.type : own.license;
      if (own.version !== locked.version) faults.push(`${path}: ${own.version} installed, ${locked.version} locked`);
      if (stated !== undefined && stated !== locked.license)
        faults.push(`${path}: states ${stated}, locked as ${locked.license}`);
    }
    expect(faults).toEqual([]);
  });
});
