import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../scripts/commands.mjs";

const ROOT = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};
const pages = ["README.md", "CONTRIBUTING.md", ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
);

describe("the commands of the project", () => {
  it("are each an npm script, and each script that runs one knows it", () => {
    const ours = Object.keys(scripts).filter((name) => scripts[name]?.startsWith("node scripts/run.mjs"));
    expect(ours.sort()).toEqual(Object.keys(COMMANDS).sort());
    for (const name of ours) expect(scripts[name]).toBe(`node scripts/run.mjs ${name}`);
  });

  it("run files that are there", () => {
    const files = Object.values(COMMANDS).flatMap((parts) => parts.filter((part) => part.endsWith(".ts")));
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it("are all that the documentation tells to run", () => {
    const told = pages.flatMap((page) =>
      [...readFileSync(join(ROOT, page), "utf8").matchAll(/npm run\s+(?:-s\s+)?([\w:-]+)/g)].map(
        (match) => match[1] ?? "",
      ),
    );
    expect([...new Set(told)].filter((name) => !(name in scripts))).toEqual([]);
  });
});
