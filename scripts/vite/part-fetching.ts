import { join } from "node:path";
import type { Plugin } from "vite";

/** The module that fetches parts of the page, by its path. */
export const FETCH_PART = join(import.meta.dirname, "../../src/fetch-part.ts");
const VITE_HELPER = "\0vite/preload-helper.js";

/** Of a part Vite takes the names that are asked for, so that the build can leave out the others: it has by now. */
const NAMES_TAKEN =
  /async \(\) => \{\s*const \{ ([^}]+) \} = await (import\("[^"]+"\)(?:\.then\(\(\w+\) => \w+\.\w+\))?);\s*return \{ \1 \};\s*\}/g;
/** Whose part it is says where its files are; ours are all in one folder. */
const IMPORTER = /(__VITE_PRELOAD__), import\.meta\.url(?=\))/g;

/** The code of a part, with less around what it fetches of others. */
export const withPlainFetching = (code: string): string =>
  code.replaceAll(NAMES_TAKEN, "() => $2").replaceAll(IMPORTER, "$1");

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
    renderChunk: (code) => ({ code: withPlainFetching(code), map: null }),
    generateBundle() {
      if (!isUsed) this.error("Vite does not ask for its helper any more: parts would be fetched without ours");
    },
  };
}
