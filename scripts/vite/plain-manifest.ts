import type { Plugin } from "vite";

interface Described {
  readonly layers: readonly { description?: unknown }[];
}

/** Leaves the descriptions of the layers out of `layers.json?part=start`: they are read on request, and weigh more than the rest. */
export function plainManifest(): Plugin {
  return {
    name: "sarhad:plain-manifest",
    enforce: "pre",
    transform(code, id) {
      if (!/\/data\/layers\.json\?part=start$/.test(id)) return null;
      const { layers, ...manifest } = JSON.parse(code) as Described;
      const plain = { ...manifest, layers: layers.map(({ description: _, ...layer }) => layer) };
      return { code: `export default ${JSON.stringify(plain)};`, map: null, moduleType: "js" };
    },
  };
}
