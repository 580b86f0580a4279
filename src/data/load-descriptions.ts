import type { ShippedLayer } from "./manifest";

const MANIFESTS = import.meta.glob<{ readonly layers: readonly ShippedLayer[] }>("../../data/layers.json", {
  import: "default",
});

/** What the layers of the current manifest are, in words, by id. Rejects when the file cannot be loaded. */
export async function loadDescriptions(): Promise<Readonly<Record<string, ShippedLayer["description"]>>> {
  const [manifest] = await Promise.all(Object.values(MANIFESTS).map((load) => load()));
  return Object.fromEntries((manifest?.layers ?? []).map(({ id, description }) => [id, description]));
}
