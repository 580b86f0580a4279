import type { Position } from "geojson";
import { decimalsOfDegrees } from "../degree-decimals";
import type { AnyRecord } from "../record";
import { sourceIdsOf } from "../record-sources";
import type { Source } from "../source";
import { columnsOf } from "./columns";
import type { ExportFeature, ExportItem, ExportSet } from "./export-set";
import { LINE_DECIMALS, tidyGeometry } from "./tidy-geometry";

/** How finely the position of a record may be told: no finer than its radius of doubt supports. */
function decimalsFor(record: AnyRecord): number {
  const where = "where" in record ? record.where : null;
  return where ? decimalsOfDegrees(where.uncertaintyRadiusM) : LINE_DECIMALS;
}

function tidyPoint(point: readonly [number, number], radiusMeters: number | null): Position {
  const decimals = radiusMeters === null ? LINE_DECIMALS : decimalsOfDegrees(radiusMeters);
  return point.map((degrees) => Number(degrees.toFixed(decimals)));
}

/** The whole record, with the further places of an event told no finer than they are known. */
function nested(record: AnyRecord): Readonly<Record<string, unknown>> {
  if (!("alsoAt" in record)) return record;
  const alsoAt = record.alsoAt.map((other) => ({
    ...other,
    point: other.point && tidyPoint(other.point, other.where?.uncertaintyRadiusM ?? null),
  }));
  return { ...record, alsoAt };
}

/** Addresses of the publications, each once, in the order of the record's references; a `;` inside one is escaped. */
export function sourceUrls(sources: readonly Source[]): string {
  const urls = sources.flatMap(({ url, archivedUrl }) => url ?? archivedUrl ?? []);
  return [...new Set(urls)].map((url) => url.replaceAll(";", "%3B")).join(";");
}

/** A record as the formats write it. Sources that the register does not know are left out. */
export function exportFeature({ layer, feature }: ExportItem, set: ExportSet): ExportFeature {
  const record = feature.properties;
  const sources = sourceIdsOf(record).flatMap((id) => set.sources.get(id) ?? []);
  const geometry = feature.geometry && tidyGeometry(feature.geometry, decimalsFor(record));
  return {
    id: feature.id,
    name: record.title.en,
    description: record.summary.en,
    geometry,
    when: "when" in record ? record.when : null,
    columns: {
      layer: layer.id,
      id: feature.id,
      ...columnsOf(record),
      sources: sourceUrls(sources),
      source_ids: sources.map(({ id }) => id).join(";"),
    },
    properties: { layer: layer.id, name: record.title.en, ...nested(record), sourceDetails: sources },
    sources,
  };
}

/** Every record of `set` as the formats write it, one after the other. */
export function* exportFeatures(set: ExportSet): Generator<ExportFeature> {
  for (const item of set.items) yield exportFeature(item, set);
}
