import { ImportError } from "./import-error";
import type { SkipReason } from "./issues";
import { LIMITS } from "./limits";

const FORBIDDEN_NAMES = ["__proto__", "constructor", "prototype"];
const FORBIDDEN = new Set(FORBIDDEN_NAMES);

/** True for a name that could reach into the machinery of a program. */
export const isForbiddenKey = (name: string): boolean => FORBIDDEN.has(name);

/** Throws an ImportError when brackets nest deeper than allowed: before parsing, which would do it without a limit. */
export function checkDepth(text: string): void {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInText) {
      if (code === 92) at++;
      else if (code === 34) isInText = false;
    } else if (code === 34) isInText = true;
    else if (code === 91 || code === 123) {
      if (++depth > LIMITS.nesting) throw new ImportError("too-deep", String(LIMITS.nesting));
    } else if (code === 93 || code === 125) depth--;
  }
}

/** The value of a JSON text; throws an ImportError that says where it went wrong. */
export function parseJson(text: string): unknown {
  checkDepth(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportError("not-json", error instanceof Error ? error.message : "");
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True for an object with a member of such a name; those within its members are not looked at. */
export const hasForbiddenKey = (value: object): boolean => FORBIDDEN_NAMES.some((name) => Object.hasOwn(value, name));

/** Throws an ImportError when one of the members has a name that could reach into the machinery of a program. */
export function refuseForbiddenKeys(value: JsonObject): void {
  const name = Object.keys(value).find(isForbiddenKey);
  if (name !== undefined) throw new ImportError("forbidden-key", name);
}

const encoder = new TextEncoder();

/** True for a text of more bytes than a cell may have. */
export function isTooLong(text: string): boolean {
  if (text.length * 3 <= LIMITS.textBytes) return false;
  return text.length > LIMITS.textBytes || encoder.encode(text).length > LIMITS.textBytes;
}

/** Why a parsed value cannot be kept as a cell, or null. Goes no deeper than `checkDepth` let through. */
export function valueFault(value: unknown): SkipReason | null {
  if (typeof value === "string") return isTooLong(value) ? "text-too-long" : null;
  if (typeof value === "number") return Number.isFinite(value) ? null : "not-finite";
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) {
    for (const part of value) {
      const fault = valueFault(part);
      if (fault) return fault;
    }
    return null;
  }
  const names = Object.keys(value);
  if (names.length > LIMITS.keys) return "too-many-keys";
  for (const name of names) {
    if (isForbiddenKey(name)) return "forbidden-key";
    const fault = isTooLong(name) ? "text-too-long" : valueFault((value as Record<string, unknown>)[name]);
    if (fault) return fault;
  }
  return null;
}
