import type { ExportScope } from "../data/export/export-set";
import type { AtlasFeature } from "../data/feature";
import type { OwnRecord } from "../data/own-record";
import type { KnownFeature, LayerTable } from "./known-features";
import type { Model } from "./model";
import type { OwnTable } from "./own-layers";
import { viewSieve } from "./rows/view-sieve";
import { boundsInView, reachesInto } from "./summary";
import { until } from "./until";

/** Which records are meant: by scope, and of one layer or of all. */
export interface ExportQuery {
  readonly scope: ExportScope;
  readonly layer: string | null;
}

/** Rows of a large import that are meant; null for all of them. */
interface MeantRows extends LayerTable {
  readonly rows: Uint32Array | null;
}

/** What the filters of the view compare is known, or cannot be: before that, records are held back. */
function areFiguresKnown({ view, placeFigures }: Model): boolean {
  const { filters } = view.value;
  const known = placeFigures.value;
  if (known === "failed") return true;
  const areKnown = (names: readonly string[], figures: unknown) => figures || !names.some((name) => name in filters);
  return Boolean(areKnown(["side", "to-border"], known?.points) && areKnown(["inside"], known?.inside));
}

/** The rows of a table that period and filters let through, once all is known that they compare. */
async function rowsLetThrough(model: Model, { layer, table }: LayerTable, abort: AbortSignal): Promise<Uint32Array> {
  const { own } = model;
  const question = { text: "", bounds: null, isConcernedOnly: false, sort: null };
  for (;;) {
    const version = own.rowsVersion.peek();
    const sieve = viewSieve(model.view.peek(), table.columns);
    const answer = await own.rows.peek()?.ask(layer.id, sieve, "select", question, abort);
    if (answer && !answer.isWaiting) return answer.rows;
    await until(() => own.rowsVersion.value !== version, abort);
  }
}

/** The rows of large imports that a scope means. */
async function meantRows(model: Model, { scope, layer }: ExportQuery, abort: AbortSignal): Promise<MeantRows[]> {
  const { own } = model;
  const meant: MeantRows[] = [];
  for (const { layer: known, table } of own.list.peek()) {
    if (!table || (layer !== null && known.id !== layer)) continue;
    const isHidden = scope !== "all" && scope !== "all-filtered" && own.hidden.peek().has(known.id);
    if (isHidden) continue;
    const rows = scope === "all" ? null : await rowsLetThrough(model, { layer: known, table }, abort);
    meant.push({ layer: known, table, rows });
  }
  return meant;
}

/** Whether a held feature belongs to a scope, as things are on the page at this moment. */
function membership(model: Model, scope: ExportScope): (known: KnownFeature) => boolean {
  if (scope === "all") return () => true;
  const letsThrough = model.letsThrough.peek();
  if (scope === "all-filtered") return letsThrough;
  const shown = new Set(model.visibleLayers.peek().map(({ id }) => id));
  return (known) => shown.has(known.layer.id) && letsThrough(known);
}

function* recordsOf(
  model: Model,
  { scope, layer }: ExportQuery,
  meant: readonly MeantRows[],
): Generator<KnownFeature | null> {
  const belongs = membership(model, scope);
  const inView = scope === "in-view" ? boundsInView(model.view.peek().camera, model.viewport.peek()) : null;
  const isInView = ({ feature }: KnownFeature) => !inView || reachesInto(feature, inView);
  for (const known of model.features.peek().values()) {
    yield (layer === null || known.layer.id === layer) && belongs(known) && isInView(known) ? known : null;
  }
  for (const { layer: of, table, rows } of meant) {
    const count = rows?.length ?? table.count;
    for (let at = 0; at < count; at++) {
      const feature = table.featureAt(rows?.[at] ?? at);
      const known = feature && { layer: of, feature };
      yield known && isInView(known) ? known : null;
    }
  }
}

/**
 * The records that `query` means, one after the other, the rows of large imports without their cells; null stands for one
 * that it does not mean. Waits for the figures that filters compare. Rejects with the reason of `abort`.
 */
export async function recordsFor(
  model: Model,
  query: ExportQuery,
  abort: AbortSignal,
): Promise<Iterable<KnownFeature | null>> {
  if (query.scope === "selected") return [model.selected.peek()];
  if (query.scope !== "all") await until(() => areFiguresKnown(model), abort);
  return recordsOf(model, query, await meantRows(model, query, abort));
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
