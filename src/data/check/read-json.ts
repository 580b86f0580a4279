import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Problem } from "./problem";

/** The parsed content of a JSON file, or the problem that kept it from being read. */
export type ReadResult = { readonly value: unknown } | { readonly problem: Problem };

/** Reads a JSON file; a byte-order mark, bytes that are not UTF-8 and broken syntax are problems, not exceptions. */
export function readJson(path: string): ReadResult {
  const fail = (reason: string): ReadResult => ({
    problem: { file: basename(path), feature: null, path: "", reason },
  });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    return fail(error instanceof TypeError ? "is not UTF-8" : "cannot be read");
  }
  if (text.startsWith("\ufeff")) return fail("starts with a byte-order mark");
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return fail(`is not valid JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}
