import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** The properties of the test suite with far more inputs; run by `npm run fuzz`. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { alias: [{ find: /^fast-check$/, replacement: join(import.meta.dirname, "tests/fuzz/fast-check.ts") }] },
  test: {
    name: "fuzz",
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/browser/**"],
    globalSetup: ["tests/cli/build-sarhad.ts"],
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 3_600_000,
  },
});
