import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BUILT_SARHAD } from "./build-sarhad";

const ROOT = resolve(import.meta.dirname, "../..");

/** What one run of the tool left behind. */
export interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command-line tool as a process of its own, with `input` on its standard input. */
export function runSarhad(given: readonly string[], input: string | Buffer = ""): Promise<Run> {
  const child = spawn(process.execPath, [BUILT_SARHAD, ...given], { cwd: ROOT });
  let output = "";
  let errors = "";
  child.stdout.on("data", (piece: Buffer) => {
    output += piece.toString("utf8");
  });
  child.stderr.on("data", (piece: Buffer) => {
    errors += piece.toString("utf8");
  });
  // A run that refuses its arguments does not read its input.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((done) => {
    child.on("close", (status) => done({ status, output, errors }));
  });
}

/** A fresh folder outside the repository. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), "sarhad-test-"));
