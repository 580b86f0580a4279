import { join } from "node:path";
import type { Plugin } from "vite";
import { keysAskedBy, staticModules } from "./start-keys.ts";

const SOURCE = join(import.meta.dirname, "../../src");

/** What runs in each part of a visit; a message belongs to the first part that asks for it, and else to the last. */
const PARTS = {
  // Before anything is asked for: the page, and the map that it mounts.
  start: ["main.ts", "map/mount.ts"],
  // With the first press, key or movement of the pointer, or once the map rests.
  soon: [
    "ui/Soon.tsx",
    "ui/panel/FeatureList.tsx",
    "ui/panel/OwnLayerRow.tsx",
    "ui/panel/SymbolKey.tsx",
    "ui/bar/SearchAnswers.tsx",
    "ui/map-furniture/PanPad.tsx",
  ],
  rest: [],
} as const;

type Part = keyof typeof PARTS;

/** Splits the catalogues while building: `?part=…` holds the messages of one part. */
export function messageParts(): Plugin {
  let partOf: (key: string) => Part = () => "start";
  return {
    name: "sarhad:message-parts",
    enforce: "pre",
    buildStart() {
      const asked = (Object.keys(PARTS) as Part[]).map((part) => ({
        part,
        isAsked: keysAskedBy(PARTS[part].flatMap((entry) => staticModules(join(SOURCE, entry)))),
      }));
      partOf = (key) => asked.find(({ isAsked }) => isAsked(key))?.part ?? "rest";
    },
    transform(code, id) {
      const part = /\/language\/catalogue\/\w+\.json\?part=(start|soon|rest)$/.exec(id)?.[1];
      if (!part) return null;
      const messages = Object.entries(JSON.parse(code) as Record<string, string>);
      const own = Object.fromEntries(messages.filter(([key]) => partOf(key) === part));
      return { code: `export default ${JSON.stringify(own)};`, map: null, moduleType: "js" };
    },
  };
}
