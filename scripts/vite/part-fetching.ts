import { join } from "node:path";
import type { Plugin } from "vite";

/** The module that fetches parts of the page, by its path. */
export const FETCH_PART = join(import.meta.dirname, "../../src/fetch-part.ts");
const VITE_HELPER = "\0vite/preload-helper.js";

/** Lets the page fetch its parts by `src/fetch-part.ts` and not by the helper that Vite brings. */
export function partFetching(): Plugin {
  let isUsed = false;
  return {
    name: "sarhad:part-fetching",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id !== VITE_HELPER) return null;
      isUsed = true;
      return `export { fetchPart as __vitePreload } from ${JSON.stringify(FETCH_PART)};`;
    },
    generateBundle() {
      if (!isUsed) this.error("Vite does not ask for its helper any more: parts would be fetched without ours");
    },
  };
}
