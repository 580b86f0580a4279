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

const MOST_MADE = 1000;

/**
 * Every feature by `layer/id`. Going through it meets those that are held; `get` and `has` know the rows of large
 * imports as well, each of which becomes a feature only when it is asked for.
 */
export class KnownFeatures extends Map<string, KnownFeature> {
  readonly #tables: ReadonlyMap<string, LayerTable>;
  /** Rows that were asked for: the same feature each time, so that what follows one is not told of a change. */
  readonly #made = new Map<string, KnownFeature>();

  constructor(held: Iterable<readonly [string, KnownFeature]>, tables: readonly LayerTable[]) {
    super(held);
    this.#tables = new Map(tables.map((entry) => [entry.layer.id, entry]));
  }

  override get(key: string): KnownFeature | undefined {
    const held = super.get(key);
    if (held) return held;
    // A Map is filled before its own fields are there.
    const made = this.#tables && this.#made.get(key);
    if (made) return made;
    const at = key.indexOf("/");
    const entry = this.#tables?.get(key.slice(0, at));
    const row = entry?.table.rowOf(key.slice(at + 1)) ?? null;
    const feature = row === null ? null : entry?.table.featureAt(row);
    if (!entry || !feature) return undefined;
    const known = { layer: entry.layer, feature };
    if (this.#made.size >= MOST_MADE) this.#made.clear();
    this.#made.set(key, known);
    return known;
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}
