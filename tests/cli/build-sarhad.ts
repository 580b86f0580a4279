import { join, resolve } from "node:path";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");

/** Where the tool stands as one file, as deep in the repository as `src/cli`, whence it finds `data`. */
export const BUILT_SARHAD = join(ROOT, "tests/output/sarhad.js");

/** Bundles the command-line tool once: dozens of runs from its sources would spend a minute on reading them. */
export default async function buildSarhad(): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: "error",
    // The browser driver is fetched only for pictures in pixels, and is no code of ours.
    ssr: { noExternal: true, external: ["playwright-core", "@sparticuz/chromium"] },
    build: {
      ssr: join(ROOT, "src/cli/main.ts"),
      outDir: join(ROOT, "tests/output"),
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "sarhad.js", codeSplitting: false } },
    },
  });
}
