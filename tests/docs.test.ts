import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const pages = [
  ...readdirSync(ROOT).filter((file) => file.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

/** Paths in back-ticks that begin with a folder of ours or name a file at the top. */
const NAMED_PATH =
  /`((?:src|data|scripts|tests|docs|public|bench|examples)\/[\w./-]+|[\w-]+\.(?:md|html|json|ts|cff))`/g;
const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g;

/** Files that exist only after a command has made them. */
const MADE = [/^offline\.json$/, /^bench\/results/, /^dist\//, /^tests\/output/];

describe("the documentation", () => {
  it.each(pages)("%s names only paths that exist", (page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const named = [...text.matchAll(NAMED_PATH)].map((match) => match[1] ?? "");
    const missing = named.filter(
      (path) =>
        !MADE.some((made) => made.test(path)) &&
        !existsSync(join(ROOT, path)) &&
        !existsSync(join(ROOT, dirname(page), path)) &&
        !existsSync(join(ROOT, "src/state/language/catalogue", path)) &&
        !existsSync(join(ROOT, "data", path)) &&
        !/[A-Z]{4,}/.test(path),
    );
    expect(missing).toEqual([]);
  });

  it.each(pages)("%s links only to files that exist", (page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const targets = [...text.matchAll(LINK)].map((match) => match[1] ?? "");
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });
});
