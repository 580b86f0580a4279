import { type Bundle, bundle } from "../data/export/bundle";
import type { ExportFormat, FormatOptions, Provenance } from "../data/export/export-set";
import { loadSources } from "../data/load-sources";
import { complete, type ExportQuery, recordsFor } from "./export-items";
import { exportTexts } from "./export-texts";
import { geographySources } from "./geography-sources";
import { inSteps } from "./in-steps";
import type { KnownFeature } from "./known-features";
import type { Model } from "./model";
import { encode } from "./permalink";

/** Rows of a large import that are completed at once. */
const BATCH = 500;

/** How many records a query means, and what a format would make of them. */
export interface ExportCount {
  readonly records: number;
  /** How many the format cannot hold: GPX and FlatGeobuf know nothing without a position. */
  readonly leftOut: number;
  /** Whether areas or groups would come back as another sort of geometry. */
  readonly changesSort: boolean;
  /** Licences and own layers among them; each of these gets a file of its own. */
  readonly groups: number;
}

/** Counts what `query` means. Rejects with the reason of `abort`. */
export async function countExport(
  model: Model,
  query: ExportQuery,
  format: ExportFormat,
  abort: AbortSignal,
): Promise<ExportCount> {
  let [records, leftOut, changesSort] = [0, 0, false];
  const groups = new Set<string>();
  const take = (known: KnownFeature | null) => {
    if (!known) return;
    const { geometry } = known.feature;
    records += 1;
    if (!format.holds(geometry)) leftOut += 1;
    if (geometry && !format.keepsSort(geometry)) changesSort = true;
    groups.add(known.layer.group === "own" ? known.layer.id : known.layer.licence);
  };
  await inSteps(await recordsFor(model, query, abort), take, abort);
  return { records, leftOut, changesSort, groups: groups.size };
}

/** Where an export of `model` comes from. `today` is an ISO date, `page` the address of the page. */
export function provenanceOf(
  model: Model,
  query: ExportQuery,
  { today, page, boundaryNote }: { readonly today: string; readonly page: string; readonly boundaryNote: string },
): Provenance {
  const { period, filters } = model.view.peek();
  const { dataVersion, released } = model.manifest;
  const link = page.replace(/#.*$/, "") + encode(model.view.peek());
  return {
    dataVersion,
    released,
    retrieved: today,
    link,
    scope: query.scope,
    period,
    filters,
    language: model.language.peek(),
    boundaryNote,
  };
}

async function completed(model: Model, records: readonly KnownFeature[], abort: AbortSignal): Promise<KnownFeature[]> {
  const whole: KnownFeature[] = [];
  for (let from = 0; from < records.length; from += BATCH) {
    whole.push(...(await Promise.all(records.slice(from, from + BATCH).map((known) => complete(model, known)))));
    abort.throwIfAborted();
  }
  return whole;
}

/** A finished export: its name and its bytes. */
export interface Exported {
  readonly name: string;
  readonly blob: Blob;
  readonly records: number;
}

/**
 * Writes what `query` means as `format`, without holding up the page. Rejects with a DataError when the register of
 * sources cannot be fetched, and with the reason of `abort`.
 */
export async function runExport(
  model: Model,
  query: ExportQuery,
  format: ExportFormat,
  options: FormatOptions,
  provenance: Provenance,
  abort: AbortSignal,
): Promise<Exported> {
  const [register, texts] = await Promise.all([loadSources(), exportTexts(model)]);
  const sources = model.geographyOnly.peek() ? geographySources(register) : register;
  const found: KnownFeature[] = [];
  await inSteps(await recordsFor(model, query, abort), (known) => known && found.push(known), abort);
  const items = await completed(model, found, abort);
  const { name, mediaType, chunks }: Bundle = bundle({ items, sources, provenance, texts, format, options });
  const parts: BlobPart[] = [];
  const take = (chunk: string | Uint8Array) => {
    if (chunk.length > 0) parts.push(chunk as BlobPart);
  };
  await inSteps(chunks, take, abort);
  return { name, blob: new Blob(parts, { type: mediaType }), records: items.length };
}
