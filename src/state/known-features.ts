import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import type { OwnTable } from "./own-layers";

/** A feature with the layer it belongs to. */
export interface KnownFeature {
  readonly layer: Layer;
  readonly feature: AtlasFeature;
}

/** A table with the layer its rows belong to. */
export interface LayerTable {
  readonly layer: Layer;
  readonly table: OwnTable;
}

/**
 * Every feature by `layer/id`. Going through it meets those that are held; `get` and `has` know the rows of large
 * imports as well, each of which becomes a feature only when it is asked for.
 */
export class KnownFeatures extends Map<string, KnownFeature> {
  readonly #tables: ReadonlyMap<string, LayerTable>;

  constructor(held: Iterable<readonly [string, KnownFeature]>, tables: readonly LayerTable[]) {
    super(held);
    this.#tables = new Map(tables.map((entry) => [entry.layer.id, entry]));
  }

  override get(key: string): KnownFeature | undefined {
    const held = super.get(key);
    if (held) return held;
    const at = key.indexOf("/");
    const entry = this.#tables?.get(key.slice(0, at));
    const row = entry?.table.rowOf(key.slice(at + 1)) ?? null;
    const feature = row === null ? null : entry?.table.featureAt(row);
    return entry && feature ? { layer: entry.layer, feature } : undefined;
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}
