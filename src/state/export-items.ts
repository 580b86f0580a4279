import type { ExportScope } from "../data/export/export-set";
import type { AtlasFeature } from "../data/feature";
import type { OwnRecord } from "../data/own-record";
import type { KnownFeature } from "./known-features";
import type { Model } from "./model";
import type { OwnTable } from "./own-layers";
import { boundsInView, reachesInto } from "./summary";

/** Which records are meant: by scope, and of one layer or of all. */
export interface ExportQuery {
  readonly scope: ExportScope;
  readonly layer: string | null;
}

/** Every feature of the page, the rows of large imports too, those without their cells. */
function* everything({ features, own }: Model): Generator<KnownFeature> {
  yield* features.peek().values();
  for (const { layer, table } of own.list.peek()) {
    for (let row = 0; table && row < table.count; row++) {
      const feature = table.featureAt(row);
      if (feature) yield { layer, feature };
    }
  }
}

/** Whether a feature belongs to a scope, as things are on the page at this moment. */
function membership(model: Model, scope: ExportScope): (known: KnownFeature) => boolean {
  if (scope === "all") return () => true;
  const letsThrough = model.letsThrough.peek();
  if (scope === "all-filtered") return letsThrough;
  const shown = new Set(model.visibleLayers.peek().map(({ id }) => id));
  const isShown = (known: KnownFeature) => shown.has(known.layer.id) && letsThrough(known);
  if (scope === "filtered") return isShown;
  const inView = boundsInView(model.view.peek().camera, model.viewport.peek());
  return (known) => isShown(known) && reachesInto(known.feature, inView);
}

/** The records that `query` means, one after the other; null stands for one that it does not mean. */
export function* recordsFor(model: Model, { scope, layer }: ExportQuery): Generator<KnownFeature | null> {
  if (scope === "selected") {
    yield model.selected.peek();
    return;
  }
  const belongs = membership(model, scope);
  for (const known of everything(model)) {
    yield (layer === null || known.layer.id === layer) && belongs(known) ? known : null;
  }
}

async function withCells(feature: AtlasFeature, table: OwnTable): Promise<AtlasFeature> {
  const row = table.rowOf(feature.id);
  if (row === null) return feature;
  return { ...feature, properties: { ...(feature.properties as OwnRecord), cells: await table.cellsOf(row) } };
}

/** `known` with the reader's columns, which the rows of a large import are without. Rejects when they cannot be read. */
export async function complete(model: Model, known: KnownFeature): Promise<KnownFeature> {
  if (known.layer.group !== "own") return known;
  const table = model.own.list.peek().find(({ layer }) => layer.id === known.layer.id)?.table;
  return table ? { layer: known.layer, feature: await withCells(known.feature, table) } : known;
}
