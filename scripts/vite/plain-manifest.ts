import type { Plugin } from "vite";

interface Described {
  readonly layers: readonly {
    readonly id: string;
    readonly title: Readonly<Record<string, string>>;
    readonly description?: unknown;
    readonly extent?: unknown;
  }[];
}

/**
 * A part of `layers.json`. `start` is what a page begins with: without the descriptions of the layers, which are read on
 * request and weigh more than the rest, without their extents, which say to users of the data what the page has no need of,
 * and with their titles in English alone. `titles` has these in the other languages, by the id of the layer.
 */
export function manifestPart(json: string, part: "start" | "titles"): unknown {
  const { layers, ...manifest } = JSON.parse(json) as Described;
  if (part === "titles") return Object.fromEntries(layers.map(({ id, title: { en: _, ...others } }) => [id, others]));
  return {
    ...manifest,
    layers: layers.map(({ description: _, extent: __, title: { en }, ...layer }) => ({ ...layer, title: { en } })),
  };
}

/** Builds `layers.json?part=start` and `layers.json?part=titles`. */
export function plainManifest(): Plugin {
  return {
    name: "sarhad:plain-manifest",
    enforce: "pre",
    transform(code, id) {
      const part = /\/data\/layers\.json\?part=(start|titles)$/.exec(id)?.[1];
      if (part !== "start" && part !== "titles") return null;
      return { code: `export default ${JSON.stringify(manifestPart(code, part))};`, map: null, moduleType: "js" };
    },
  };
}
