import { defineConfig } from "vitest/config";

const jsx = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

export default defineConfig({
  test: {
    projects: [
      {
        oxc: jsx,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/browser/**"],
          globalSetup: ["tests/cli/build-sarhad.ts"],
          setupFiles: ["tests/one-seed.ts"],
          // Starting a process for every file costs more than most files do.
          pool: "threads",
          isolate: false,
          maxWorkers: 2,
          // Time says nothing here: a slow machine is to pass as well.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        oxc: jsx,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/atlas-server.ts"],
          // One browser at a time: two would starve one another on two cores.
          fileParallelism: false,
          // A journey that met a stalled machine goes once more; the report says which did.
          retry: 1,
          testTimeout: 900_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
