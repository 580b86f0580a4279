import { writeFileSync } from "node:fs";
import { UsageError } from "./usage-error";

/** Writes one JSON value and a line end to standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** The fault of a system call in plain words: `no such file`, `permission denied`. */
export function systemReason(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "read-only",
    EISDIR: "is a folder",
    ENOTDIR: "not a folder",
    ENOSPC: "no space left",
  };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Writes a value as JSON to a file; throws a UsageError when that is not possible. */
export function writeJsonFile(path: string, value: unknown): void {
  try {
    writeFileSync(path, `${JSON.stringify(value)}\n`);
  } catch (error) {
    throw new UsageError(`--out: cannot write ${path}: ${systemReason(error)}`);
  }
}

/** Rounded to a number of decimals, so that no float noise is printed. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Metres to the micrometre: finer than any method error, coarser than float noise. */
export const roundMeters = (meters: number): number => round(meters, 6);

/** Degrees of a bearing or position to about a tenth of a millimetre on the ground. */
export const roundDegrees = (degrees: number): number => round(degrees, 9);
