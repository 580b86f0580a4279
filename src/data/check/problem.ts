import type { z } from "zod";

/** One thing wrong with the data: in which file, in which feature (null for the file itself), where, and why. */
export interface Problem {
  readonly file: string;
  readonly feature: string | null;
  /** Path of the value inside the feature or file, `properties.where.precision`; empty for the whole. */
  readonly path: string;
  readonly reason: string;
}

/** The problem on one line: `strikes.geojson koh-e-sabz-2024-01-16 properties.when.end: lies before the start`. */
export function formatProblem({ file, feature, path, reason }: Problem): string {
  return `${[file, feature, path].filter((part) => part !== null && part !== "").join(" ")}: ${reason}`;
}

/** The problems that a failed parse tells, each with its path below `prefix`. */
export function problemsOf(file: string, feature: string | null, prefix: string, error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    file,
    feature,
    path: [prefix, ...issue.path.map(String)].filter((part) => part !== "").join("."),
    reason: issue.message,
  }));
}
