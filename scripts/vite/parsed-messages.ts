import { join } from "node:path";
import { parse } from "@formatjs/icu-messageformat-parser";
import type { Plugin } from "vite";
import { keysAskedBy, staticModules } from "./start-keys.ts";

const SOURCE = join(import.meta.dirname, "../../src");
/** What runs before anything is asked for: the page, and the map that it mounts. */
const STARTS = ["main.ts", "map/mount.ts"];

/**
 * Parses the ICU messages of the catalogues while building, so that the page needs no parser. Messages without
 * placeholders stay plain text. `?part=start` holds what the code that a page begins with asks for, `?part=rest` what
 * is left.
 */
export function parsedMessages(): Plugin {
  let isAsked: (key: string) => boolean = () => true;
  return {
    name: "sarhad:parsed-messages",
    enforce: "pre",
    buildStart() {
      isAsked = keysAskedBy(STARTS.flatMap((start) => staticModules(join(SOURCE, start))));
    },
    transform(code, id) {
      const part = /\/language\/catalogue\/\w+\.json\?part=(start|rest)$/.exec(id)?.[1];
      if (!part) return null;
      const messages: Record<string, string> = JSON.parse(code);
      const parsed = Object.entries(messages)
        .filter(([key]) => isAsked(key) === (part === "start"))
        .map(([key, text]) => [key, /[{']/.test(text) ? parse(text, { ignoreTag: true }) : text]);
      return { code: `export default ${JSON.stringify(Object.fromEntries(parsed))};`, map: null, moduleType: "js" };
    },
  };
}
